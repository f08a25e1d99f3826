import fs from 'node:fs';
import path from 'node:path';
import {
  compressedName,
  EventEncoder,
  segmentName,
  toSegmentFile,
  type Payloads,
  type RecorderKey,
  type SegmentFile,
} from '@chaperone/core/record';
import { AppendFile } from './append-file.ts';
import type { Disk } from './disk.ts';
import { readEventHead } from './event-head.ts';
import { LeafReader } from './leaf-reader.ts';
import { Pace } from './pace.ts';
import { SessionSealer, type LastEvent, type SealOptions } from './session-sealer.ts';
import { cutTornLine } from './tail.ts';
import { Tally } from './tally.ts';

export interface RecoveryParts {
  readonly disk: Disk;
  readonly key: RecorderKey;
  readonly seal: SealOptions;
  /** Wall clock, milliseconds since the epoch. */
  readonly now: () => number;
}

export interface Recovered {
  /** Digest of the manifest. */
  readonly manifest: string;
  readonly phase: 'Completed' | 'Interrupted';
  /** Bytes of an unfinished line that were cut. */
  readonly cut: number;
}

const INTERRUPTED = 'the sidecar ended before the session did';

/**
 * Closes a session whose recorder is gone: cuts a torn last line, says so in a `gap`, ends it as Interrupted unless its
 * end was written, and proves what is there. Every whole line is kept. It may be run again after a crash of its own.
 */
export async function recoverSession(
  directory: string,
  registeredDigest: string,
  parts: RecoveryParts,
): Promise<Recovered> {
  const segments = settleCompression(directory);
  const sealer = new SessionSealer(directory, parts.seal);
  const last = segments.at(-1);
  for (const segment of segments.slice(0, -1)) await sealer.seal(segment.name, segment.compressed);
  let cut = 0;
  if (last?.compressed === false) {
    cut = cutTornLine(path.join(directory, last.name));
    await finishOpenSegment(path.join(directory, last.name), { cut, sealer, parts });
  }
  if (last !== undefined) await sealer.seal(last.name, last.compressed);
  if (sealer.tally.end === undefined) await addEnd(directory, sealer, parts);
  const end = sealer.tally.end;
  const endedAt = sealer.last?.time;
  if (end === undefined || endedAt === undefined) throw new Error(`${directory} cannot be closed`);
  const manifest = await sealer.close({ registeredDigest, end, endedAt, key: parts.key });
  return { manifest, phase: end.phase, cut };
}

/** Segments in order. Where a segment is there twice, compression was not finished and the plain one counts. */
function settleCompression(directory: string): readonly SegmentFile[] {
  const files = fs.readdirSync(directory);
  for (const name of files) {
    if (name.endsWith('.tmp')) fs.rmSync(path.join(directory, name), { force: true });
  }
  const segments = files.flatMap((name) => toSegmentFile(name) ?? []);
  const plain = new Set(segments.filter((s) => !s.compressed).map((s) => s.name));
  for (const segment of segments) {
    if (!segment.compressed || !plain.has(segment.name)) continue;
    fs.rmSync(path.join(directory, compressedName(segment.name)), { force: true });
  }
  return segments
    .filter((s) => !s.compressed || !plain.has(s.name))
    .sort((a, b) => a.number - b.number);
}

interface OpenSegment {
  readonly cut: number;
  readonly sealer: SessionSealer;
  readonly parts: RecoveryParts;
}

/** Appends what the last open segment lacks: nothing, or a gap and the session's end. */
async function finishOpenSegment(file: string, open: OpenSegment): Promise<void> {
  const { tally, last } = await count(file, open.sealer);
  if (tally.end !== undefined) return;
  const gap =
    open.cut === 0 ? undefined : `an unfinished event of ${String(open.cut)} bytes was cut off`;
  append(file, last, { gap, end: interrupted(tally), parts: open.parts });
}

/** What the events so far and those of one more segment sum up to. */
async function count(
  file: string,
  sealer: SessionSealer,
): Promise<{ tally: Tally; last: LastEvent | undefined }> {
  const tally = new Tally(sealer.tally);
  const pace = new Pace();
  let last = sealer.last;
  const reader = new LeafReader({
    line: (_leaf, head) => {
      const event = readEventHead(head.toString('utf8'));
      if (event === undefined) return;
      last = event;
      tally.add(event);
    },
  });
  for await (const chunk of fs.createReadStream(file)) {
    reader.push(chunk as Buffer);
    await pace.rest();
  }
  return { tally, last };
}

/** A session whose last segment is compressed and has no end, or that has no segment at all. */
async function addEnd(
  directory: string,
  sealer: SessionSealer,
  parts: RecoveryParts,
): Promise<void> {
  const number = fs.readdirSync(directory).flatMap((n) => toSegmentFile(n) ?? []).length + 1;
  const file = path.join(directory, segmentName(number));
  fs.closeSync(fs.openSync(file, 'wx', 0o600));
  append(file, sealer.last, { gap: undefined, end: interrupted(sealer.tally), parts });
  await sealer.seal(segmentName(number), false);
}

function interrupted(tally: Tally): Payloads['session-end'] {
  return { phase: 'Interrupted', reason: INTERRUPTED, ...tally.counts() };
}

interface Ending {
  readonly gap: string | undefined;
  readonly end: Payloads['session-end'];
  readonly parts: RecoveryParts;
}

function append(file: string, last: LastEvent | undefined, ending: Ending): void {
  const session = path.basename(path.dirname(file)).toUpperCase();
  const from = last === undefined ? { seq: 0 } : { seq: last.seq + 1, time: last.time };
  const encoder = new EventEncoder(session, from).at(ending.parts.now(), 0);
  if (ending.gap !== undefined) encoder.encode('gap', { reason: ending.gap });
  encoder.encode('session-end', ending.end);
  const target = AppendFile.open(file, ending.parts.disk, 'existing');
  try {
    target.append(encoder.pending(), 0, encoder.pendingBytes);
    encoder.commit();
  } finally {
    target.close();
  }
}
