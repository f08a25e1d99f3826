import { createHash, type Hash } from 'node:crypto';
import { splitLines, type Line } from '../lines.ts';
import type { Manifest, ManifestSegment } from '../manifest.ts';
import { parseEvent } from '../parse-event.ts';
import { TreeBuilder } from '../tree.ts';
import { leafHash } from '../tree-hash.ts';
import type { Finding } from './findings.ts';
import type { RecordingBytes, SegmentBytes } from './recording-bytes.ts';
import { MAX_FINDINGS, SessionRules } from './session-rules.ts';

/** What one reading of a segment shows. */
export interface SegmentScan {
  readonly segment: SegmentBytes;
  /** The manifest's line on it, if there is one. */
  readonly signed?: ManifestSegment;
  /** First sequence number that it should hold. */
  readonly firstSeq: number;
  readonly events: number;
  /** What the next segment begins with, going by the events found. */
  readonly nextSeq: number;
  /** Its bytes are those of the manifest, or, without a manifest, it is in order. */
  readonly sound: boolean;
  /** Why its bytes could not be read to the end. */
  readonly unreadable?: string;
  readonly findings: readonly Finding[];
  /** The last line lacks its LF. */
  readonly torn: boolean;
}

export interface Scan {
  readonly segments: readonly SegmentScan[];
  readonly tree: TreeBuilder;
  readonly rules: SessionRules;
}

/** Reads every segment once, from the first to the last: digests, tree, order, form and the rules of a session. */
export async function scanSegments(
  recording: RecordingBytes,
  manifest: Manifest | undefined,
): Promise<Scan> {
  const scan = { tree: new TreeBuilder(), rules: new SessionRules() };
  const segments: SegmentScan[] = [];
  let nextSeq = 0;
  for (const segment of recording.segments) {
    const signed = manifest?.segments.find(({ name }) => name === segment.name);
    const reader = new SegmentReader(segment, recording.session.toUpperCase(), scan);
    const scanned = await reader.read(signed, signed?.firstSeq ?? nextSeq);
    nextSeq = signed === undefined ? scanned.nextSeq : signed.firstSeq + signed.events;
    segments.push(scanned);
  }
  return { segments, ...scan };
}

class SegmentReader {
  readonly #segment: SegmentBytes;
  readonly #session: string;
  readonly #scan: { tree: TreeBuilder; rules: SessionRules };
  readonly #findings: Finding[] = [];
  readonly #leaves: Hash = createHash('sha256');
  #events = 0;
  #lastSeq: number | undefined;
  #ordered = true;
  #torn = false;

  constructor(
    segment: SegmentBytes,
    session: string,
    scan: { tree: TreeBuilder; rules: SessionRules },
  ) {
    this.#segment = segment;
    this.#session = session;
    this.#scan = scan;
  }

  async read(signed: ManifestSegment | undefined, firstSeq: number): Promise<SegmentScan> {
    const unreadable = await failureOf(async () => {
      for await (const lines of splitLines(this.#segment.open())) {
        for (const line of lines) this.#line(line, firstSeq + this.#events);
      }
    });
    const same = signed === undefined || this.#isAsSigned(signed);
    return {
      segment: this.#segment,
      ...(signed === undefined ? {} : { signed }),
      firstSeq,
      events: this.#events,
      nextSeq: this.#lastSeq === undefined ? firstSeq + this.#events : this.#lastSeq + 1,
      sound: unreadable === undefined && same && (signed !== undefined || this.#ordered),
      ...(unreadable === undefined ? {} : { unreadable }),
      findings: this.#findings,
      torn: this.#torn,
    };
  }

  /** Its lines are those whose leaves were signed, and nothing stands behind them. */
  #isAsSigned({ leavesSha256 }: ManifestSegment): boolean {
    return !this.#torn && leavesSha256 === `sha256:${this.#leaves.digest('hex')}`;
  }

  #line(line: Line, seq: number): void {
    const place = { file: this.#segment.name, offset: line.offset };
    if (!line.terminated) {
      this.#torn = true;
      return;
    }
    this.#events += 1;
    const leaf = leafHash(line.bytes);
    this.#leaves.update(leaf);
    this.#scan.tree.append(leaf);
    const parsed = parseEvent(line.bytes);
    if (parsed.kind === 'malformed') {
      this.#ordered = false;
      this.#add({
        code: 'MALFORMED_EVENT',
        message: parsed.reason,
        ...place,
        seq,
        ...fieldOf(parsed),
      });
      return;
    }
    const { event } = parsed;
    if (event.seq !== seq || event.session !== this.#session) this.#ordered = false;
    // A number far ahead was edited; the ones after it tell where the session stands.
    if (Math.abs(event.seq - seq) <= this.#events) this.#lastSeq = event.seq;
    this.#scan.rules.see(event, place);
  }

  #add(finding: Finding): void {
    if (this.#findings.length < MAX_FINDINGS) this.#findings.push(finding);
  }
}

const fieldOf = ({ field }: { readonly field?: string }): { field?: string } =>
  field === undefined ? {} : { field };

async function failureOf(read: () => Promise<void>): Promise<string | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
