import { splitLines } from '../lines.ts';
import { parseEvent } from '../parse-event.ts';
import { leafHashHex } from '../tree-hash.ts';
import { align, withoutRenumbered, type Alignment, type LineAndIndex } from './align.ts';
import type { Finding } from './findings.ts';
import type { SegmentScan } from './scan.ts';
import { MAX_FINDINGS } from './session-rules.ts';

/** What is known of the events that a damaged segment should hold. */
export interface Expectation {
  /** ULID, upper case. */
  readonly session: string;
  /** Leaf hashes of its events in hex, where the leaves follow from the signed root. */
  readonly leaves?: readonly string[];
}

interface Found {
  readonly offset: number;
  /** Offset of what follows it. */
  readonly end: number;
  readonly terminated: boolean;
  readonly leaf: string;
  readonly seq?: number;
  readonly session?: string;
  readonly time?: string;
  readonly problem?: { readonly reason: string; readonly field?: string };
}

/**
 * Says what happened to a segment that is not as it was recorded. With leaves, a line is an event if it has its hash;
 * without, if it carries its number.
 */
export async function localise(scan: SegmentScan, expectation: Expectation): Promise<Finding[]> {
  const found = await readLines(scan);
  const swapped = swappedSegment(scan, expectation, found);
  if (swapped !== undefined) return [swapped];
  const identities = identify(scan, expectation, found);
  const expected = scan.signed?.events ?? countByNumbers(identities, found);
  // Where numbers are all there is, a number that was taken for none of this segment's events claims nothing.
  const claims = found.map(({ seq, problem, session }) => {
    const believed =
      expectation.leaves !== undefined || problem !== undefined || session !== expectation.session;
    return seq === undefined || !believed ? undefined : seq - scan.firstSeq;
  });
  const alignment = align({ identities, claims, expected });
  return describe({ scan, expectation, found, alignment, expected }).slice(0, MAX_FINDINGS);
}

async function readLines(scan: SegmentScan): Promise<Found[]> {
  const found: Found[] = [];
  try {
    for await (const lines of splitLines(scan.segment.open())) {
      for (const { bytes, offset, terminated } of lines) {
        const end = offset + bytes.length + (terminated ? 1 : 0);
        found.push({ offset, end, terminated, leaf: leafHashHex(bytes), ...readFields(bytes) });
      }
    }
  } catch {
    // The scan has already said that it cannot be read to its end; what came before is still located.
  }
  return found;
}

function readFields(bytes: Buffer): Partial<Found> {
  const parsed = parseEvent(bytes);
  const from = parsed.kind === 'event' ? { ...parsed.event } : (parsed.partial ?? {});
  const { seq, session, time } = from as Record<string, unknown>;
  return {
    ...(Number.isSafeInteger(seq) ? { seq: Number(seq) } : {}),
    ...(typeof session === 'string' ? { session } : {}),
    ...(typeof time === 'string' ? { time } : {}),
    ...(parsed.kind === 'event'
      ? {}
      : {
          problem: {
            reason: parsed.reason,
            ...(parsed.field === undefined ? {} : { field: parsed.field }),
          },
        }),
  };
}

function identify(
  scan: SegmentScan,
  { leaves, session }: Expectation,
  found: readonly Found[],
): (number | undefined)[] {
  if (leaves === undefined) {
    const numbered = found.map((line) => {
      const index = (line.seq ?? -1) - scan.firstSeq;
      const usable = line.problem === undefined && line.session === session && index >= 0;
      // A number far beyond the lines that there are was edited, not counted to.
      return usable && index < found.length * 2 + 1 ? index : undefined;
    });
    return withoutRenumbered(numbered);
  }
  const indexes = new Map(leaves.map((leaf, index) => [leaf, index]));
  return found.map(({ leaf, terminated }) => (terminated ? indexes.get(leaf) : undefined));
}

/** Without a manifest: as many events as the last number says, and the lines after it. */
function countByNumbers(
  identities: readonly (number | undefined)[],
  found: readonly Found[],
): number {
  const lines = found.filter(({ terminated }) => terminated).length;
  const last = identities.findLastIndex((index) => index !== undefined);
  const most = identities.reduce<number>((top, index) => Math.max(top, (index ?? -1) + 1), 0);
  return most + Math.max(0, lines - 1 - last);
}

/** A segment whose lines are all another session's, or another segment's. */
function swappedSegment(
  scan: SegmentScan,
  { session }: Expectation,
  found: readonly Found[],
): Finding | undefined {
  const sound = found.filter(({ problem }) => problem === undefined);
  const [first] = sound;
  // One line alone is an edited event; and what is mostly unreadable belongs to nobody.
  if (first === undefined || found.length < 2 || sound.length < found.length / 2) return undefined;
  const swapped = (field: string, message: string): Finding => {
    const place = { file: scan.segment.name, seq: scan.firstSeq, offset: 0 };
    return { code: 'SEGMENT_SWAPPED', message, ...place, field };
  };
  const { session: other } = first;
  if (other !== session && sound.every((line) => line.session === other)) {
    return swapped('session', `it holds events of the session ${String(other)}`);
  }
  if (scan.signed === undefined || sound.some(({ seq }) => belongs(scan, seq))) return undefined;
  const range = `${String(first.seq)} to ${String(sound.at(-1)?.seq)}`;
  return swapped('seq', `it holds the events ${range}, which belong in another segment`);
}

function belongs({ firstSeq, signed }: SegmentScan, seq: number | undefined): boolean {
  return seq !== undefined && seq >= firstSeq && seq < firstSeq + (signed?.events ?? 0);
}

interface Case {
  readonly scan: SegmentScan;
  readonly expectation: Expectation;
  readonly found: readonly Found[];
  readonly alignment: Alignment;
  readonly expected: number;
}

function describe(input: Case): Finding[] {
  const { scan, found, alignment } = input;
  const place = (line: number, index?: number): Pick<Finding, 'file' | 'seq' | 'offset'> => ({
    file: scan.segment.name,
    ...(index === undefined ? {} : { seq: scan.firstSeq + index }),
    offset: found[line]?.offset ?? 0,
  });
  const torn = found.at(-1)?.terminated === false ? found.length - 1 : -1;
  const findings: Finding[] = [
    ...alignment.edited
      .filter(({ line }) => line !== torn)
      .map(({ line, index }) => ({ ...place(line, index), ...editOf(input, { line, index }) })),
    ...alignment.moved.map(({ line, index }) => ({
      code: 'EVENT_REORDERED' as const,
      message: `event ${String(scan.firstSeq + index)} stands in another place than it was recorded in`,
      ...place(line, index),
    })),
    ...alignment.repeated.map(({ line, index }) => ({
      code: 'EVENT_DUPLICATED' as const,
      message: `event ${String(scan.firstSeq + index)} stands here once more`,
      ...place(line, index),
    })),
    ...alignment.inserted
      .filter((line) => line !== torn)
      .map((line) => ({
        code: 'EVENT_INSERTED' as const,
        message: 'this event was never recorded',
        ...place(line),
      })),
  ];
  return [...findings, ...missingEvents(input, torn)].sort(
    (a, b) => (a.offset ?? 0) - (b.offset ?? 0),
  );
}

/** Which field of an edited event can be told to have changed. */
function editOf(
  { scan, expectation, found }: Case,
  { line, index }: LineAndIndex,
): Pick<Finding, 'code' | 'message' | 'field'> {
  const seq = scan.firstSeq + index;
  const edited = found[line];
  const problem = edited?.problem ?? envelopeProblem(found, line, { seq, ...expectation });
  return {
    code: 'EVENT_EDITED',
    message: `event ${String(seq)} was changed: ${problem.reason}`,
    ...(problem.field === undefined ? {} : { field: problem.field }),
  };
}

function envelopeProblem(
  found: readonly Found[],
  line: number,
  expected: { readonly seq: number; readonly session: string },
): { readonly reason: string; readonly field?: string } {
  const [before, edited, after] = [found[line - 1], found[line], found[line + 1]];
  if (edited?.seq !== expected.seq) {
    return { field: 'seq', reason: `it calls itself ${String(edited?.seq)}` };
  }
  if (edited.session !== expected.session) {
    return { field: 'session', reason: `it names the session ${String(edited.session)}` };
  }
  const times = [before?.time, edited.time, after?.time].filter((time) => time !== undefined);
  if (times.some((time, at) => time < (times[at - 1] ?? ''))) {
    return { field: 'time', reason: 'its time is not between those of its neighbours' };
  }
  return { reason: 'it does not have the hash that was recorded' };
}

function missingEvents({ scan, found, alignment, expected }: Case, torn: number): Finding[] {
  const tornIndex = alignment.edited.find(({ line }) => line === torn)?.index;
  const missing = tornIndex === undefined ? alignment.missing : [...alignment.missing, tornIndex];
  const runs = toRuns([...missing].sort((a, b) => a - b));
  const end = torn >= 0 ? (found[torn]?.offset ?? 0) : (found.at(-1)?.end ?? 0);
  const findings = runs.map(([from, to]): Finding => {
    const cut = to === expected - 1 && scan.signed !== undefined;
    const range = { seq: scan.firstSeq + from, events: to - from + 1, file: scan.segment.name };
    const names =
      from === to
        ? `event ${String(range.seq)} is`
        : `events ${String(range.seq)} to ${String(scan.firstSeq + to)} are`;
    return cut
      ? {
          code: 'TRUNCATED',
          message: `the segment is cut off: ${names} missing at its end`,
          ...range,
          offset: end,
        }
      : {
          code: 'EVENT_DELETED',
          message: `${names} missing`,
          ...range,
          offset: offsetOf(found, scan.firstSeq + to + 1),
        };
  });
  if (torn >= 0 && !findings.some(({ code }) => code === 'TRUNCATED')) {
    const message = 'the last line has no end';
    findings.push({ code: 'TRUNCATED', message, file: scan.segment.name, offset: end });
  }
  return findings;
}

const offsetOf = (found: readonly Found[], seq: number): number =>
  found.find((line) => line.seq === seq)?.offset ?? found.at(-1)?.end ?? 0;

function toRuns(indexes: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run?.[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}
