import { isSignerCode, RecordError } from '../errors.ts';
import { verifyCertified, type SignedManifest } from '../certified.ts';
import { manifestKid, verifyManifest, type Manifest } from '../manifest.ts';
import { readRegistration, registrationFile } from '../registration.ts';
import { LEAVES_FILE, MANIFEST_FILE, REGISTRATION_FILE } from '../segment.ts';
import { digestText, HASH_BYTES, leafHash, sha256Text } from '../tree-hash.ts';
import type { SessionPhase } from '../types.ts';
import { eachLine } from '../lines.ts';
import type { Finding, VerificationReport } from './findings.ts';
import { leafHashes, leavesOf, leavesProblem } from './leaves.ts';
import { localise } from './localise.ts';
import type { RecordingBytes } from './recording-bytes.ts';
import { scanSegments, type Scan, type SegmentScan } from './scan.ts';
import { MAX_FINDINGS } from './session-rules.ts';

/**
 * Verifies one recording, offline: registration, signature, segments, leaves, tree, order, form and the rules between
 * events. Reads the segments once, and a damaged one again to say what happened to which event. Memory: the longest line,
 * and of a damaged segment 200 bytes an event.
 */
export async function verifyRecording(recording: RecordingBytes): Promise<VerificationReport> {
  const registration = checkRegistration(recording);
  const { manifest, signer, findings: signature } = await checkManifest(recording);
  const scan = await scanSegments(recording, manifest);
  const leaves =
    manifest === undefined ? undefined : await leavesProblem(recording.leaves, manifest);
  const segments = await checkSegments({ recording, manifest, scan, leaves });
  const damage = [...registration, ...signature, ...segments];
  const tree = checkTree({ recording, manifest, scan, leaves }, segments);
  const located = leaves === undefined ? [] : [await locateLeaf(recording, leaves, segments)];
  const rules = segments.length > 0 ? [] : checkRules(manifest, scan);
  const findings = [...damage, ...located, ...tree, ...rules].slice(0, MAX_FINDINGS);
  return {
    ...report({ recording, manifest, scan }, findings),
    ...(signer !== undefined && { signer }),
  };
}

function report(
  { recording, manifest, scan }: Pick<Facts, 'recording' | 'manifest' | 'scan'>,
  findings: readonly Finding[],
): VerificationReport {
  const kid = recording.manifest === undefined ? undefined : manifestKid(recording.manifest);
  const phase: SessionPhase = manifest?.phase ?? scan.rules.end?.phase ?? 'Active';
  const intact = manifest === undefined ? 'open' : 'verified';
  return {
    session: recording.session.toUpperCase(),
    status: findings.length > 0 ? 'failed' : intact,
    phase,
    segments: scan.segments.length,
    events: scan.tree.size,
    commands: scan.rules.commands,
    tree: { size: scan.tree.size, root: digestText(scan.tree.root()) },
    ...(manifest === undefined || kid === undefined ? {} : { kid }),
    findings,
  };
}

interface Facts {
  readonly recording: RecordingBytes;
  readonly manifest: Manifest | undefined;
  readonly scan: Scan;
  /** What is wrong with `leaves.bin`. */
  readonly leaves: Finding | undefined;
}

function checkRegistration({ session, registration, registered }: RecordingBytes): Finding[] {
  const file = REGISTRATION_FILE;
  if (registration === undefined) {
    return [{ code: 'REGISTRATION_ALTERED', message: 'session.json is missing', file }];
  }
  const altered = (message: string): Finding[] => [{ code: 'REGISTRATION_ALTERED', message, file }];
  if (registered !== undefined && registered.registration !== sha256Text(registration)) {
    return altered('session.json is not the one that the registry names');
  }
  try {
    const read = readRegistration(registration);
    if (read.session !== session.toUpperCase()) {
      const message = `session.json is that of the session ${read.session}`;
      return [{ code: 'SESSION_MISMATCH', message, file, field: 'session' }];
    }
    if (registrationFile(read) !== registration.toString('utf8')) {
      return altered('session.json is not written as the recorder writes it');
    }
    return [];
  } catch (error) {
    return altered(error instanceof Error ? error.message : 'session.json cannot be read');
  }
}

async function checkManifest(
  recording: RecordingBytes,
): Promise<Partial<SignedManifest> & { findings: Finding[] }> {
  const at = { file: MANIFEST_FILE };
  if (recording.manifest === undefined) return { findings: missingManifest(recording) };
  const signed = await readSigned(recording.manifest, recording);
  if ('code' in signed) return { findings: [{ ...signed, ...at }] };
  const { manifest, ...whose } = signed;
  if (manifest.session !== recording.session.toUpperCase()) {
    const message = `the manifest is that of the session ${manifest.session}`;
    return { findings: [{ code: 'SESSION_MISMATCH', message, ...at, field: 'session' }] };
  }
  return {
    manifest,
    ...whose,
    findings: [...manifestFacts(recording, manifest)].map((f) => ({ ...f, ...at })),
  };
}

function missingManifest({ open, registered }: RecordingBytes): Finding[] {
  if (open && registered?.manifest === undefined) return [];
  const why = open
    ? 'the registry says that the session was closed'
    : 'no sidecar has the session open';
  const message = `the recording has no manifest, though ${why}`;
  return [{ code: 'MANIFEST_MISSING', message, file: MANIFEST_FILE }];
}

function* manifestFacts(
  { registered, registration, manifest: bytes }: RecordingBytes,
  manifest: Manifest,
): Generator<Finding> {
  const mismatch = (field: string, message: string): Finding => ({
    code: 'MANIFEST_MISMATCH',
    message,
    field,
  });
  if (registration !== undefined && sha256Text(registration) !== manifest.registration) {
    yield mismatch('registration', 'the manifest was signed for another session.json');
  }
  if (registered !== undefined && registered.line !== manifest.registered) {
    const message = 'the registry is not the one in which this session was registered';
    yield { code: 'REGISTRY_BROKEN', message, field: 'registered' };
  }
  if (registered?.manifest !== undefined && sha256Text(bytes ?? '') !== registered.manifest) {
    yield mismatch('manifest', 'the manifest is not the one that the registry names');
  }
}

async function readSigned(
  jws: Buffer,
  { keys, authorities }: Pick<RecordingBytes, 'keys' | 'authorities'>,
): Promise<SignedManifest | Pick<Finding, 'code' | 'message'>> {
  try {
    if (authorities !== undefined) return await verifyCertified(jws, authorities);
    return { manifest: await verifyManifest(jws, keys) };
  } catch (error) {
    if (error instanceof RecordError && isSignerCode(error.code))
      return { code: error.code, message: error.message };
    const why = error instanceof RecordError ? error.message : 'its signature is wrong';
    return { code: 'MANIFEST_SIGNATURE', message: `the manifest proves nothing: ${why}` };
  }
}

async function checkSegments(facts: Facts): Promise<Finding[]> {
  const { manifest, scan } = facts;
  const findings: Finding[] = [];
  for (const segment of manifest?.segments ?? []) {
    if (scan.segments.some((found) => found.segment.name === segment.name)) continue;
    const last = segment.firstSeq + segment.events - 1;
    const message = `the segment with the events ${String(segment.firstSeq)} to ${String(last)} is missing`;
    findings.push({
      code: 'SEGMENT_MISSING',
      message,
      file: segment.name,
      seq: segment.firstSeq,
      events: segment.events,
    });
  }
  for (const [index, segment] of scan.segments.entries()) {
    findings.push(...(await checkSegment(facts, segment, index === scan.segments.length - 1)));
  }
  return findings;
}

async function checkSegment(facts: Facts, scan: SegmentScan, last: boolean): Promise<Finding[]> {
  const file = scan.segment.name;
  if (facts.manifest !== undefined && scan.signed === undefined) {
    return [{ code: 'SEGMENT_INSERTED', message: 'the manifest knows no such segment', file }];
  }
  // The last line of an open recording may be in the middle of being written.
  const mayBeTorn = scan.signed === undefined && last;
  if (scan.sound && (mayBeTorn || scan.signed !== undefined || !scan.torn))
    return [...scan.findings];
  const located = await locate(facts, scan);
  const findings = mayBeTorn ? located.filter(({ code }) => code !== 'TRUNCATED') : located;
  const all = [...unreadable(scan), ...(findings.length > 0 ? findings : scan.findings)];
  if (all.length > 0) return all;
  return [{ code: 'SEGMENT_ALTERED', message: 'its bytes are not those that were recorded', file }];
}

function unreadable({ segment, unreadable: why }: SegmentScan): Finding[] {
  if (why === undefined) return [];
  const message = `the segment cannot be read: ${why}`;
  return [{ code: 'SEGMENT_UNREADABLE', message, file: segment.name }];
}

async function locate(
  { recording, leaves: problem }: Facts,
  scan: SegmentScan,
): Promise<Finding[]> {
  const session = recording.session.toUpperCase();
  const { leaves } = recording;
  if (problem !== undefined || scan.signed === undefined || leaves === undefined) {
    return localise(scan, { session });
  }
  return localise(scan, { session, leaves: await leavesOf(leaves, scan.signed) });
}

function checkTree({ manifest, scan, leaves }: Facts, segments: readonly Finding[]): Finding[] {
  if (manifest === undefined || segments.length > 0) return [];
  const root = digestText(scan.tree.root());
  if (root === manifest.root && scan.tree.size === manifest.treeSize) return [];
  const found = `${String(scan.tree.size)} events with the root ${root}`;
  const message = `the segments hold ${found}, which the manifest does not sign`;
  return [
    { code: 'ROOT_MISMATCH', message, file: leaves === undefined ? MANIFEST_FILE : LEAVES_FILE },
  ];
}

/** Names the first hash of `leaves.bin` that is not the event's, where the events themselves are sound. */
async function locateLeaf(
  { leaves, segments }: RecordingBytes,
  problem: Finding,
  damage: readonly Finding[],
): Promise<Finding> {
  if (problem.code !== 'LEAVES_ALTERED' || damage.length > 0 || leaves === undefined)
    return problem;
  const hashes = leafHashes(leaves);
  let seq = 0;
  for (const segment of segments) {
    for await (const line of eachLine(segment.open)) {
      const hash = await hashes.next();
      const same = hash.done !== true && hash.value.equals(leafHash(line.bytes));
      if (!same) return { ...problem, seq, offset: seq * HASH_BYTES };
      seq += 1;
    }
  }
  return problem;
}

function checkRules(manifest: Manifest | undefined, { rules }: Scan): Finding[] {
  return manifest === undefined ? rules.findings : rules.finish(manifest.phase);
}
