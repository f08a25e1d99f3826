import { CommandReader } from './command-reader.ts';
import { RecordError } from './errors.ts';
import { eachLine } from './lines.ts';
import { readManifest } from './manifest.ts';
import { parseEvent, type AnyEvent } from './parse-event.ts';
import { readRegistration } from './registration.ts';
import { notificationOf } from './notification.ts';
import type { CommandView, NotificationView, SessionSummary, SessionView } from './session-view.ts';
import { TreeBuilder } from './tree.ts';
import { digestText, leafHash } from './tree-hash.ts';
import type { RecordingBytes, SegmentBytes } from './verify/recording-bytes.ts';

export type ReadableRecording = Pick<RecordingBytes, 'registration' | 'segments' | 'manifest'>;

export interface ReadEvent {
  readonly event: AnyEvent;
  /** The line without its LF. A view: good until the next event is asked for. */
  readonly line: Buffer;
}

/**
 * The events of a recording in order. A last line without its end, as a running session may have, is left out.
 * @throws RecordError MALFORMED_EVENT with segment and offset
 */
export async function* readEvents(
  segments: readonly SegmentBytes[],
): AsyncGenerator<ReadEvent, void, undefined> {
  for (const segment of segments) {
    for await (const { bytes, offset, terminated } of eachLine(segment.open)) {
      if (terminated) yield { event: toEvent(bytes, segment.name, offset), line: bytes };
    }
  }
}

function toEvent(line: Buffer, segment: string, offset: number): AnyEvent {
  const parsed = parseEvent(line);
  if (parsed.kind === 'event') return parsed.event;
  throw new RecordError(
    'MALFORMED_EVENT',
    `an event of ${segment} at byte ${String(offset)} cannot be read: ${parsed.reason}; run chaperone verify`,
    { segment, offset },
  );
}

/** What an agent did, or was told without having asked. */
export type Entry = { readonly command: CommandView } | { readonly notification: NotificationView };

/** Commands in the order in which they were received, and notifications between them as they came. */
export async function* readEntries(
  segments: readonly SegmentBytes[],
): AsyncGenerator<Entry, void, undefined> {
  const reader = new CommandReader();
  for await (const { event } of readEvents(segments)) {
    const notification = notificationOf(event);
    if (notification !== undefined) yield { notification };
    for (const command of reader.see(event)) yield { command };
  }
  for (const command of reader.finish()) yield { command };
}

/** The commands of a recording in the order in which they were received. */
export async function* readCommands(
  segments: readonly SegmentBytes[],
): AsyncGenerator<CommandView, void, undefined> {
  for await (const entry of readEntries(segments)) if ('command' in entry) yield entry.command;
}

/** What listings show. Reads the manifest where there is one, and otherwise every event. It verifies nothing. */
export async function readSummary(recording: ReadableRecording): Promise<SessionSummary> {
  const { session, connection, protocol, agent, startedAt } = readRegistration(
    recording.registration ?? Buffer.alloc(0),
  );
  const head = { session, connection, protocol, agent, startedAt };
  if (recording.manifest !== undefined) {
    const { endedAt, phase, treeSize, root } = readManifest(recording.manifest);
    return { ...head, endedAt, phase, tree: { size: treeSize, root } };
  }
  const tree = new TreeBuilder();
  let last: AnyEvent | undefined;
  for await (const { event, line } of readEvents(recording.segments)) {
    tree.append(leafHash(line));
    last = event;
  }
  const end = last?.type === 'session-end' ? last : undefined;
  return {
    ...head,
    endedAt: end?.time ?? null,
    phase: end?.payload.phase ?? 'Active',
    tree: { size: tree.size, root: digestText(tree.root()) },
  };
}

/** The whole session in memory: what `chaperone show -o json` prints. */
export async function readSession(recording: ReadableRecording): Promise<SessionView> {
  const commands: CommandView[] = [];
  const notifications: NotificationView[] = [];
  for await (const entry of readEntries(recording.segments)) {
    if ('command' in entry) commands.push(entry.command);
    else notifications.push(entry.notification);
  }
  return { ...(await readSummary(recording)), commands, notifications };
}
