import fs from 'node:fs';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  readRegistry,
  toSegmentFile,
  verifyRecording,
  verifyRegistry,
  type VerificationReport,
} from '@chaperone/core/record';
import type { SessionRecorder } from './session-recorder.ts';
import { Spool } from './spool.ts';
import {
  aRegistration,
  anEnd,
  failWith,
  faultyDisk,
  newDirectory,
  optionsWith,
  recordCommand,
  START_MS,
  removeDirectories,
} from './testing/fixture.ts';

afterAll(removeDirectories);

async function* bytesOf(content: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(content);
}

/** The verdict of the verifier that auditors run on what the spool left on the disk. */
async function verify(spool: Spool, session: string): Promise<VerificationReport> {
  const { layout } = spool;
  const directory = layout.session(session);
  const registry = readRegistry(fs.readFileSync(layout.registry));
  const directories = new Map(
    fs.readdirSync(layout.sessions).map((name) => [name.toUpperCase(), { empty: false }]),
  );
  expect(verifyRegistry({ registry, present: true, directories })).toEqual([]);
  const read = (name: string): Buffer | undefined => {
    const file = path.join(directory, name);
    return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
  };
  const segments = fs
    .readdirSync(directory)
    .sort()
    .flatMap((file) => {
      const segment = toSegmentFile(file);
      if (segment === undefined) return [];
      const content = fs.readFileSync(path.join(directory, file));
      const plain = segment.compressed ? zstdDecompressSync(content) : content;
      return [{ name: segment.name, open: () => bytesOf(plain) }];
    });
  const keys = new Map(
    fs
      .readdirSync(layout.keys)
      .filter((name) => name.endsWith('.pub.jwk'))
      .map((name) => [name.slice(0, -8), fs.readFileSync(path.join(layout.keys, name))]),
  );
  const [registration, leaves, manifest] = ['session.json', 'leaves.bin', 'manifest.jws'].map(read);
  const registered = registry.sessions.get(session);
  return verifyRecording({
    session,
    segments,
    keys,
    open: fs.existsSync(layout.marker(session)),
    ...(registration && { registration }),
    ...(leaves && { leaves: () => bytesOf(leaves) }),
    ...(manifest && { manifest }),
    ...(registered && { registered }),
  });
}

function start(recorder: SessionRecorder): void {
  const { connection, namespace, protocol, agent } = aRegistration();
  recorder.encoder.at(START_MS, 0).encode('session-start', {
    connection,
    namespace,
    protocol,
    agent,
    target: { host: '127.0.0.1', port: 5432 },
    client: { user: 'agent' },
    recorder: { version: '0.1.0' },
  });
  recorder.flush();
}

describe('what the verifier says of a recording', () => {
  it('is verified: several segments, compressed and not', async () => {
    const limits = { segmentBytes: 4_000, compressFromBytes: 1_000 };
    const spool = await Spool.open(newDirectory(), optionsWith({ limits }));
    const registration = aRegistration();
    const recorder = spool.openSession(registration, 'Fsync');
    start(recorder);
    for (let i = 1; i <= 29; i += 1) recordCommand(recorder, i);
    // Longer than what is read at a time.
    recordCommand(recorder, 30, 'x'.repeat(300_000));
    await recorder.durable();
    await spool.drained();
    expect(await verify(spool, registration.session)).toMatchObject({
      status: 'open',
      findings: [],
    });
    await recorder.close(anEnd);
    await spool.drained();
    expect(await verify(spool, registration.session)).toMatchObject({
      status: 'verified',
      findings: [],
      phase: 'Completed',
      commands: 30,
      events: 62,
    });
    await spool.close();
  });

  it('is verified after each kind of fault', async () => {
    const disk = faultyDisk();
    const spool = await Spool.open(newDirectory(), optionsWith({ disk }));
    const registration = aRegistration();
    const recorder = spool.openSession(registration, 'Fsync');
    start(recorder);
    recordCommand(recorder, 1);
    const { write, sync } = disk;
    disk.write = () => {
      throw failWith('ENOSPC');
    };
    expect(() => {
      recordCommand(recorder, 2);
    }).toThrow('no space');
    disk.write = write;
    recordCommand(recorder, 3);
    disk.sync = (_fd, done) => {
      setImmediate(done, failWith('EIO'));
    };
    await expect(recorder.durable()).rejects.toThrow('did not confirm');
    disk.sync = sync;
    recordCommand(recorder, 4);
    await recorder.close(anEnd);
    await spool.drained();
    const report = await verify(spool, registration.session);
    expect(report).toMatchObject({ status: 'verified', findings: [], commands: 3, segments: 2 });
    await spool.close();
  });

  it('is verified as Interrupted after recovery, and recovery leaves what is closed alone', async () => {
    const data = newDirectory();
    const first = await Spool.open(data, optionsWith());
    const registration = aRegistration();
    const recorder = first.openSession(registration, 'Buffered');
    start(recorder);
    recordCommand(recorder, 1);
    await first.close();
    const file = path.join(first.layout.session(registration.session), '000001.ndjson');
    fs.appendFileSync(file, '{"seq":3,"ti');
    const second = await Spool.open(data, optionsWith());
    await second.drained();
    const report = await verify(second, registration.session);
    expect(report).toMatchObject({ status: 'verified', findings: [], phase: 'Interrupted' });
    await second.close();
    const manifest = path.join(first.layout.session(registration.session), 'manifest.jws');
    const before = fs.readFileSync(manifest);
    fs.writeFileSync(first.layout.marker(registration.session), '');
    const third = await Spool.open(data, optionsWith());
    await third.drained();
    expect(fs.readFileSync(manifest).equals(before)).toBe(true);
    expect(await verify(third, registration.session)).toMatchObject({ status: 'verified' });
    await third.close();
  });
});
