import { mkdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { prepare, writeManifests } from '../attack/ground.ts';
import { query } from '../harness/frames.ts';
import { RawAgent, codesOf, fieldsOf, rowsOf, type Message } from '../harness/raw-agent.ts';
import { run, runChaperone } from '../harness/run.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { atTarget } from '../harness/standalone.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';

const MIB = 1024 * 1024;
const LARGE = 256 * MIB;
/** Of the responses that do not fit. */
const ROOM = 3 * MIB;
const PLAIN = 'SELECT body FROM notes WHERE id = 1';
const insert = (id: number): string => `INSERT INTO notes VALUES (${String(id)}, 'written')`;
/** Who may mount has a file system without room; who may not has the process's own limit on files. */
const mayMount = process.getuid?.() === 0;

/** A place that can be made full, and free again. */
interface Place {
  readonly data: string;
  /** All but `room` bytes, where that can be told. */
  readonly fill: (sidecar: Sidecar, room?: number) => Promise<void>;
  readonly free: (sidecar: Sidecar) => Promise<void>;
  readonly remove: () => Promise<void>;
}

async function must(program: string, ...args: readonly string[]): Promise<void> {
  const { status, stderr } = await run(program, args);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
}

/** A file system that is made as large as it may be. */
async function smallDisk(dir: string): Promise<Place> {
  await mkdir(dir, { recursive: true });
  await must('mount', '-t', 'tmpfs', '-o', `size=${String(LARGE)},mode=0700`, 'tmpfs', dir);
  const resize = async (bytes: number): Promise<void> =>
    must('mount', '-o', `remount,size=${String(bytes)}`, dir);
  return {
    data: path.join(dir, 'data'),
    fill: async (_, room = 0) => {
      const { blocks, bfree, bsize } = await statfs(dir);
      await resize((blocks - bfree) * bsize + room);
    },
    free: async () => resize(LARGE),
    remove: async () => must('umount', dir),
  };
}

/** RLIMIT_FSIZE: no file of the sidecar grows any more. */
function smallFiles(dir: string): Place {
  const limit = async ({ pid }: Sidecar, bytes: string): Promise<void> =>
    must('prlimit', '--pid', String(pid), `--fsize=${bytes}:unlimited`);
  return {
    data: path.join(dir, 'data'),
    fill: async (sidecar) => limit(sidecar, '1'),
    free: async (sidecar) => limit(sidecar, 'unlimited'),
    remove: async () => Promise.resolve(),
  };
}

const kinds = mayMount
  ? (['a full disk', 'a limit on files'] as const)
  : (['a limit on files'] as const);

describe.each(kinds)('%s', (kind) => {
  let server: Postgres;
  let dir: TempDir;
  let place: Place;
  let sidecar: Sidecar;
  let agent: RawAgent;
  let nextId = 100;

  const open = async (): Promise<RawAgent> =>
    RawAgent.open(sidecar.port('wide-db'), { user: 'agent', database: 'postgres' });
  const written = async (): Promise<number> => {
    const sql = "SELECT count(*)::int AS count FROM notes WHERE body = 'written'";
    const [found] = await atTarget<{ count: number }>(server, sql);
    return found?.count ?? -1;
  };

  beforeAll(async () => {
    server = await startPostgres();
    await prepare(server);
    dir = await makeTempDir('disk');
    const disk = path.join(dir.path, 'disk');
    place = kind === 'a full disk' ? await smallDisk(disk) : smallFiles(disk);
    await mkdir(disk, { recursive: true });
    const config = path.join(dir.path, 'config');
    await writeManifests(config, server.port);
    sidecar = await startSidecar({
      config,
      connections: ['wide-db', 'narrow-db'],
      data: place.data,
    });
    agent = await open();
  });
  afterEach(async () => {
    await place.free(sidecar);
    if (agent.status !== 'I') await agent.query('ROLLBACK');
    expect(rowsOf(await agent.query(PLAIN))).toEqual([['first']]);
  });
  afterAll(async () => {
    agent.destroy();
    await sidecar.stop();
    await place.remove();
    await server.stop();
    await dir.remove();
  });

  /**
   * Sends until a command is kept from the target, and answers how many ran before: what is left of a page takes a few
   * more events, and the last to run may be one whose outcome found no room.
   */
  async function untilRefused(send: (id: number) => Promise<readonly Message[]>): Promise<number> {
    for (let ran = 0; ran < 200; ran++) {
      const answer = await send(nextId++);
      const [failure] = answer.filter(({ type }) => type === 'E');
      if (failure === undefined) continue;
      expect(codesOf(answer)).toEqual(['RECORDING_UNAVAILABLE']);
      if (fieldsOf(failure)['M']?.includes('the command ran') !== true) return ran;
    }
    throw new Error('nothing was refused');
  }

  it('keeps commands from the target, and lets them pass again when there is room', async () => {
    await place.fill(sidecar);
    let passed = await untilRefused(async (id) => agent.query(insert(id)));
    passed += await untilRefused(async (id) => agent.extended(insert(id)));
    expect(agent.status).toBe('I');
    expect(await written()).toBe(passed);
    await place.free(sidecar);
    expect(codesOf(await agent.query(insert(nextId++)))).toEqual([]);
    expect(await written()).toBe(passed + 1);
  });

  it('fails the transaction that it happens in', async () => {
    const before = await written();
    await agent.query('BEGIN');
    expect(codesOf(await agent.query(insert(nextId++)))).toEqual([]);
    await place.fill(sidecar);
    await untilRefused(async (id) => agent.query(insert(id)));
    expect(agent.status).toBe('E');
    await place.free(sidecar);
    await agent.query('COMMIT');
    expect(await written()).toBe(before);
  });

  it('does not let new sessions in, and says why', async () => {
    await place.fill(sidecar);
    const refused = await open();
    await refused.untilClosed();
    expect(refused.received.toString('utf8')).toContain('"code":"RECORDING_UNAVAILABLE"');
    expect(refused.count('Z')).toBe(0);
    await place.free(sidecar);
    const welcome = await open();
    expect(rowsOf(await welcome.query(PLAIN))).toEqual([['first']]);
    welcome.destroy();
  });

  const manyRows = (width: number): string =>
    `SELECT repeat('x', ${String(width)}) FROM generate_series(1, ${String((20 * MIB) / width)})`;

  it('withholds the rest of a response that it cannot record', async () => {
    await place.fill(sidecar, ROOM);
    const answer = await agent.query(manyRows(1_000));
    expect(codesOf(answer)).toEqual(['RECORDING_UNAVAILABLE']);
    expect(rowsOf(answer).length).toBeLessThan(20_000);
    expect(agent.status).toBe('I');
  });

  it('says nothing in the middle of a row that it cannot record: it tells before it, or goes', async () => {
    for (let i = 0; i < 5; i++) {
      const other = await open();
      await place.fill(sidecar, ROOM);
      other.send(query(manyRows(1_000_000)));
      await other.until(() => other.count('Z') > 1);
      const codes = codesOf(other.take());
      expect(codes).toEqual(other.closed ? [] : ['RECORDING_UNAVAILABLE']);
      await place.free(sidecar);
      other.destroy();
    }
  });

  it('leaves a recording that can be verified', async () => {
    agent.destroy();
    await sidecar.stop();
    const { status, stdout, stderr } = await runChaperone('verify', '--all', '--data', place.data);
    expect([status, stdout + stderr]).toEqual([0, expect.anything()]);
    sidecar = await startSidecar({
      config: path.join(dir.path, 'config'),
      connections: ['wide-db', 'narrow-db'],
      data: place.data,
    });
    agent = await open();
  });
});

describe('a disk that is read-only', () => {
  it('keeps the sidecar from starting, and it says why', async () => {
    const dir = await makeTempDir('read-only');
    const config = path.join(dir.path, 'config');
    await writeManifests(config, 5432);
    const disk = path.join(dir.path, 'disk');
    await mkdir(disk, { mode: 0o700 });
    if (mayMount) await must('mount', '-t', 'tmpfs', '-o', 'ro,mode=0700', 'tmpfs', disk);
    // Where nobody may create anything, whoever it is.
    const places = ['/proc/sys/chaperone', ...(mayMount ? [disk, path.join(disk, 'data')] : [])];
    for (const data of places) {
      const starting = startSidecar({ config, connections: ['wide-db'], data });
      await expect(starting).rejects.toThrow(/DATA_UNUSABLE/);
    }
    if (mayMount) await must('umount', disk);
    await dir.remove();
  });
});
