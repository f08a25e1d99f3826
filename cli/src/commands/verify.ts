import {
  verifyRecording,
  verifyRegistry,
  type Finding,
  type VerificationReport,
} from '@chaperone/core/record';
import type { Io } from '../io.ts';
import { toJson } from '../output/json.ts';
import { painter, toneOf } from '../output/style.ts';
import { table } from '../output/table.ts';
import { visible } from '../output/visible.ts';
import type { Store } from '../store/store.ts';

/** A session that is being closed while it is read is read again, so often and after so long. */
const ATTEMPTS = 3;
const PAUSE_MS = 300;
/** Enough to compare by eye; -o json has all of it. */
const KID_SHOWN = 12;

export interface VerifyOptions {
  readonly io: Io;
  readonly output: 'table' | 'json';
  /** Compare the registry with the directories, too. */
  readonly registry: boolean;
  /** PEM: only keys count that these certified; absent: the data directory's own. */
  readonly authorities?: string;
}

/** Verifies sessions. Answers whether nothing was found. */
export async function verifySessions(
  store: Store,
  sessions: readonly string[],
  options: VerifyOptions,
): Promise<boolean> {
  const { io, output } = options;
  const registry =
    options.registry && store.hasRegistry ? verifyRegistry(store.registryFacts()) : [];
  const recordings: VerificationReport[] = [];
  for (const session of sessions) recordings.push(await verifySettled(store, session, options));
  await io.out(
    output === 'json' ? toJson({ recordings, registry }) : reportText(recordings, registry, io),
  );
  return registry.length === 0 && recordings.every(({ status }) => status !== 'failed');
}

async function verifySettled(
  store: Store,
  session: string,
  { io, authorities }: VerifyOptions,
): Promise<VerificationReport> {
  for (let attempt = 1; ; attempt += 1) {
    const recording = store.recording(session);
    const trusted = authorities === undefined ? recording : { ...recording, authorities };
    const report = await verifyRecording(trusted);
    const mayMove = recording.open || recording.manifest === undefined;
    if (report.status !== 'failed' || !mayMove || attempt === ATTEMPTS) return report;
    await io.sleep(PAUSE_MS);
    store.refresh();
  }
}

function reportText(
  reports: readonly VerificationReport[],
  registry: readonly Finding[],
  io: Io,
): string {
  const paint = painter(io.colour);
  const summary = table({
    head: ['SESSION', 'STATUS', 'PHASE', 'EVENTS', 'COMMANDS', 'KEY', 'ROOT'],
    rows: reports.map(({ session, status, phase, events, commands, kid, tree }) => [
      session,
      { text: status, tone: toneOf(status) },
      phase,
      String(events),
      String(commands),
      kid?.slice(0, KID_SHOWN) ?? '-',
      tree.root,
    ]),
    paint,
    empty: 'No sessions.',
  });
  const parts = reports
    .filter(({ findings }) => findings.length > 0)
    .map(({ session, findings }) => `\n${session}\n${findings.map(findingText).join('')}`);
  const ofRegistry =
    registry.length === 0 ? [] : [`\nregistry\n${registry.map(findingText).join('')}`];
  const open = reports.filter(({ status }) => status === 'open').length;
  const note =
    open === 0
      ? []
      : [
          `\n${String(open)} open: nothing is signed until a session ends; order and form were checked.\n`,
        ];
  return [summary, ...signersText(reports), ...parts, ...ofRegistry, ...note].join('');
}

/** Whose keys signed, each once. */
function signersText(reports: readonly VerificationReport[]): readonly string[] {
  const signers = new Set(reports.flatMap(({ signer }) => signer ?? []));
  return [...signers].map((signer) => `\nsigned by ${visible(signer)}\n`);
}

function findingText({ code, message, file, seq, offset, field }: Finding): string {
  const place = [
    ...(file === undefined ? [] : [file]),
    ...(seq === undefined ? [] : [`event ${String(seq)}`]),
    ...(offset === undefined ? [] : [`byte ${String(offset)}`]),
    ...(field === undefined ? [] : [field]),
  ];
  return `  ${code}  ${visible(place.join(', '))}\n      ${visible(message)}\n`;
}
