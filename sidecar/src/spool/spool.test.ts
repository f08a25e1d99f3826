import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { readManifest, readRegistry, rootOf, leafHash, digestText } from '@chaperone/core/record';
import { SidecarError } from '../errors.ts';
import { Spool } from './spool.ts';
import {
  aRegistration,
  anEnd,
  failWith,
  faultyDisk,
  newDirectory,
  optionsWith,
  readLines,
  recordCommand,
  removeDirectories,
} from './testing/fixture.ts';

afterAll(removeDirectories);

const open: Spool[] = [];

async function aSpool(...args: Parameters<typeof optionsWith>): Promise<Spool> {
  return reopen(newDirectory(), ...args);
}

async function reopen(data: string, ...args: Parameters<typeof optionsWith>): Promise<Spool> {
  const spool = await Spool.open(data, optionsWith(...args));
  open.push(spool);
  return spool;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof SidecarError ? error.code : String(error);
  }
  return 'no error';
}

afterEach(async () => {
  for (const spool of open.splice(0)) await spool.close();
});

describe('a session in the spool', () => {
  it('is registered before its first event', async () => {
    const spool = await aSpool();
    const registration = aRegistration();
    spool.openSession(registration, 'Buffered');
    const registry = readRegistry(fs.readFileSync(spool.layout.registry));
    expect(registry.breaks).toEqual([]);
    expect([...registry.sessions.keys()]).toEqual([registration.session]);
    const directory = spool.layout.session(registration.session);
    expect(fs.readdirSync(directory).sort()).toEqual(['000001.ndjson', 'session.json']);
    expect(fs.statSync(directory).mode & 0o777).toBe(0o700);
  });

  it('has each event on the disk when flush returns', async () => {
    const spool = await aSpool();
    const registration = aRegistration();
    const recorder = spool.openSession(registration, 'Buffered');
    recordCommand(recorder, 1);
    const file = path.join(spool.layout.session(registration.session), '000001.ndjson');
    expect(readLines(file).map((e) => e.type)).toEqual(['command', 'outcome']);
    expect(spool.counters).toMatchObject({ events: 2, errors: 0 });
    expect(recorder.durable()).toBeUndefined();
  });

  it('is sealed after its end: leaves, root and signature belong to its lines', async () => {
    const spool = await aSpool();
    const registration = aRegistration();
    const recorder = spool.openSession(registration, 'Buffered');
    recordCommand(recorder, 1);
    await recorder.close(anEnd);
    await spool.drained();
    const directory = spool.layout.session(registration.session);
    const lines = fs
      .readFileSync(path.join(directory, '000001.ndjson'), 'utf8')
      .trimEnd()
      .split('\n');
    const manifest = readManifest(fs.readFileSync(path.join(directory, 'manifest.jws')));
    const root = rootOf(lines.map((line) => leafHash(Buffer.from(line))));
    expect(manifest).toMatchObject({ phase: 'Completed', treeSize: 3, root: digestText(root) });
    expect(fs.statSync(path.join(directory, 'leaves.bin')).size).toBe(3 * 32);
    expect(fs.readdirSync(spool.layout.open)).toEqual([]);
    const registered = readRegistry(fs.readFileSync(spool.layout.registry));
    expect(registered.sessions.get(registration.session)?.manifest).toMatch(/^sha256:/);
  });

  it('goes on in a new segment, and a full one is compressed', async () => {
    const limits = { segmentBytes: 4_000, compressFromBytes: 1_000 };
    const spool = await aSpool({ limits });
    const registration = aRegistration();
    const recorder = spool.openSession(registration, 'Buffered');
    for (let i = 1; i <= 20; i += 1) recordCommand(recorder, i);
    await recorder.close(anEnd);
    await spool.drained();
    const directory = spool.layout.session(registration.session);
    const manifest = readManifest(fs.readFileSync(path.join(directory, 'manifest.jws')));
    expect(manifest.segments.length).toBeGreaterThan(2);
    expect(manifest.treeSize).toBe(41);
    const names = fs.readdirSync(directory).filter((n) => n.includes('ndjson'));
    expect(names).toHaveLength(manifest.segments.length);
    expect(names[0]).toBe('000001.ndjson.zst');
  });

  it('is refused beyond the number of open sessions, and admitted again when one closes', async () => {
    const spool = await aSpool({ limits: { openSessions: 1 } });
    const first = spool.openSession(aRegistration(), 'Buffered');
    expect(codeOf(() => spool.openSession(aRegistration(), 'Buffered'))).toBe('TOO_MANY_SESSIONS');
    await first.close(anEnd);
    spool.openSession(aRegistration(), 'Buffered');
    expect(spool.openSessions).toBe(1);
  });

  it('is refused when the data directory is full; what runs is still recorded', async () => {
    const spool = await aSpool({ limits: { dataBytes: 1_000, dataReserveBytes: 2_000 } });
    const recorder = spool.openSession(aRegistration(), 'Buffered');
    recordCommand(recorder, 1, 'x'.repeat(800));
    expect(
      codeOf(() => {
        recorder.admit();
      }),
    ).toBe('RECORDING_FULL');
    expect(codeOf(() => spool.openSession(aRegistration(), 'Buffered'))).toBe('RECORDING_FULL');
    recordCommand(recorder, 2);
    expect(
      codeOf(() => {
        recordCommand(recorder, 3, 'x'.repeat(3_000));
      }),
    ).toBe('RECORDING_FULL');
    await spool.close();
    const again = await reopen(spool.layout.data, { limits: { dataBytes: 1_000 } });
    expect(codeOf(() => again.openSession(aRegistration(), 'Buffered'))).toBe('RECORDING_FULL');
  });

  it('leaves nothing behind where it cannot be registered', async () => {
    const disk = faultyDisk();
    const spool = await aSpool({ disk });
    const { write } = disk;
    disk.write = (fd, buffer, offset, length) => {
      if (Buffer.from(buffer).includes('"registered"')) throw failWith('ENOSPC');
      return write(fd, buffer, offset, length);
    };
    expect(codeOf(() => spool.openSession(aRegistration(), 'Buffered'))).toBe(
      'RECORDING_UNAVAILABLE',
    );
    expect(fs.readdirSync(spool.layout.sessions)).toEqual([]);
    expect(fs.readdirSync(spool.layout.open)).toEqual([]);
    expect(spool.openSessions).toBe(0);
    disk.write = write;
    spool.openSession(aRegistration(), 'Buffered');
  });
});

describe('a disk that fails under a session', () => {
  it('gets a gap that says what was lost before anything else, once it is back', async () => {
    const disk = faultyDisk();
    const spool = await aSpool({ disk });
    const registration = aRegistration();
    const recorder = spool.openSession(registration, 'Buffered');
    recordCommand(recorder, 1);
    const { write } = disk;
    disk.write = () => {
      throw failWith('ENOSPC');
    };
    for (const command of [2, 3]) {
      expect(
        codeOf(() => {
          recordCommand(recorder, command);
        }),
      ).toBe('RECORDING_UNAVAILABLE');
    }
    recorder.owe('the outcome of command 1');
    disk.write = write;
    recordCommand(recorder, 4);
    await recorder.close(anEnd);
    const file = path.join(spool.layout.session(registration.session), '000001.ndjson');
    const events = readLines(file);
    expect(events.map((e) => e.seq)).toEqual(events.map((_e, i) => i));
    expect(events.map((e) => e.type)).toEqual([
      'command',
      'outcome',
      'gap',
      'command',
      'outcome',
      'session-end',
    ]);
    expect(events[2]?.payload).toEqual({
      reason: '2 events could not be written (RECORDING_UNAVAILABLE); the outcome of command 1',
    });
    expect(spool.counters.errors).toBe(2);
  });

  it('does not lose the session whose end could not be written', async () => {
    const disk = faultyDisk();
    const spool = await aSpool({ disk });
    const registration = aRegistration();
    const recorder = spool.openSession(registration, 'Buffered');
    recordCommand(recorder, 1);
    const { write } = disk;
    disk.write = () => {
      throw failWith('EIO');
    };
    await recorder.close(anEnd);
    disk.write = write;
    spool.openSession(aRegistration(), 'Buffered');
    await spool.drained();
    const directory = spool.layout.session(registration.session);
    const manifest = readManifest(fs.readFileSync(path.join(directory, 'manifest.jws')));
    expect(manifest).toMatchObject({ phase: 'Interrupted', counts: { commands: { total: 1 } } });
  });
});

describe('Fsync', () => {
  it('shares a round among all sessions that wait', async () => {
    const disk = faultyDisk();
    const waiting: (() => void)[] = [];
    disk.sync = (_fd, done) => {
      waiting.push(() => {
        done(null);
      });
    };
    const spool = await aSpool({ disk });
    const recorders = [1, 2, 3].map(() => spool.openSession(aRegistration(), 'Fsync'));
    for (const recorder of recorders) recordCommand(recorder, 1);
    let done = 0;
    const all = recorders.map(async (recorder) => {
      await recorder.durable();
      done += 1;
    });
    // The three sessions and the registry, which they share.
    for (let turn = 0; turn < 50 && waiting.length < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(waiting.length).toBeLessThanOrEqual(4);
    expect(done).toBe(0);
    while (done < 3) {
      for (const answer of waiting.splice(0)) answer();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(all);
    expect(spool.syncRounds).toBeLessThanOrEqual(2);
  });

  it('refuses where the disk does not confirm, and goes on in a new segment with a gap', async () => {
    const disk = faultyDisk();
    const spool = await aSpool({ disk });
    const registration = aRegistration();
    const recorder = spool.openSession(registration, 'Fsync');
    recordCommand(recorder, 1);
    await recorder.durable();
    const { sync } = disk;
    disk.sync = (_fd, done) => {
      setImmediate(done, failWith('EIO'));
    };
    recordCommand(recorder, 2);
    await expect(recorder.durable()).rejects.toMatchObject({ code: 'RECORDING_UNAVAILABLE' });
    disk.sync = sync;
    recordCommand(recorder, 3);
    await recorder.durable();
    const second = path.join(spool.layout.session(registration.session), '000002.ndjson');
    expect(readLines(second).map((e) => e.type)).toEqual(['gap', 'command', 'outcome']);
    await recorder.close(anEnd);
    await spool.drained();
    const manifest = readManifest(
      fs.readFileSync(path.join(spool.layout.session(registration.session), 'manifest.jws')),
    );
    expect(manifest.treeSize).toBe(8);
  });
});

describe('the data directory', () => {
  it('is held by one spool at a time', async () => {
    const spool = await aSpool();
    await expect(Spool.open(spool.layout.data, optionsWith())).rejects.toMatchObject({
      code: 'DATA_IN_USE',
    });
  });

  it('is refused while others can look into it', async () => {
    const data = newDirectory();
    fs.chmodSync(data, 0o755);
    await expect(Spool.open(data, optionsWith())).rejects.toMatchObject({ code: 'DATA_UNUSABLE' });
  });

  it('keeps one key over restarts and no other may read it', async () => {
    const spool = await aSpool();
    const names = fs.readdirSync(spool.layout.keys).sort();
    expect(names).toHaveLength(2);
    await spool.close();
    await reopen(spool.layout.data);
    expect(fs.readdirSync(spool.layout.keys).sort()).toEqual(names);
    const secret = path.join(spool.layout.keys, 'recorder.pem');
    expect(fs.statSync(secret).mode & 0o777).toBe(0o600);
    await open.pop()?.close();
    fs.chmodSync(secret, 0o644);
    await expect(Spool.open(spool.layout.data, optionsWith())).rejects.toMatchObject({
      code: 'DATA_UNUSABLE',
    });
  });
});
