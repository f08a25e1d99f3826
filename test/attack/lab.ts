import { Buffer } from 'node:buffer';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import pg from 'pg';
import { RawAgent } from '../harness/raw-agent.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { makeTempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';
import { openTap, type Tap } from '../postgres/tap.ts';
import { digestOf, logins, prepare, secrets, writeManifests } from './ground.ts';

const WINDOW = 6;
/** By this name an agent's session is told from the sidecar's own at the target. */
const AGENT = 'an-attacker';
/** What the target gets in place of a refused command: docs/adr/0006. */
const SUBSTITUTE = 'chaperone: a command was refused here';

/** Parts of secrets, in the forms that built-in functions give them; lower case. */
const needles: readonly string[] = secrets.flatMap((secret) => {
  const core = secret.replace('!hidden', '');
  const windows = Array.from({ length: core.length - WINDOW + 1 }, (_, at) =>
    core.slice(at, at + WINDOW),
  );
  const reversed = windows.map((part) => part.split(/(?:)/).reverse().join(''));
  const bytes = Buffer.from(core.slice(0, WINDOW));
  return [...windows, ...reversed, bytes.toString('hex'), bytes.toString('base64').toLowerCase()];
});

/** Digits that nobody chose: times to the nanosecond, durations, digests. In enough of them six digits of a card stand by chance. */
const BY_CHANCE = /"(?:time|\w+at)":"?[\d:.tz-]+"?|"durationms":[\d.]+|sha256:[0-9a-f]{64}/g;

/** The part of a masked value, or of a credential's password, that stands in these bytes. */
export function leakIn(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1').toLowerCase().replace(BY_CHANCE, '');
  const passwords = Object.values(logins).map(({ password }) => password.toLowerCase());
  return [...needles, ...passwords].find((needle) => text.includes(needle));
}

export type Door = keyof typeof logins;

/** One PostgreSQL, one sidecar with two connections to it, and a tap between the two. */
export class Lab {
  readonly server: Postgres;
  readonly sidecar: Sidecar;
  readonly tap: Tap;
  readonly #eye: pg.Client;
  readonly #agents = new Map<Door, RawAgent>();
  readonly #ends: readonly (() => Promise<unknown>)[];

  private constructor(
    parts: { server: Postgres; sidecar: Sidecar; tap: Tap; eye: pg.Client },
    ends: readonly (() => Promise<unknown>)[],
  ) {
    this.server = parts.server;
    this.sidecar = parts.sidecar;
    this.tap = parts.tap;
    this.#eye = parts.eye;
    this.#ends = ends;
  }

  static async open(): Promise<Lab> {
    const server = await startPostgres();
    const dir = await makeTempDir('attack');
    await prepare(server);
    const tap = await openTap(server);
    const config = path.join(dir.path, 'config');
    await writeManifests(config, tap.port);
    const connections = ['wide-db', 'narrow-db', 'asking-db'];
    const sidecar = await startSidecar({ config, connections, data: path.join(dir.path, 'data') });
    const eye = new pg.Client({ connectionString: server.url });
    await eye.connect();
    const ends = [
      async () => eye.end(),
      async () => sidecar.stop(),
      async () => {
        tap.close();
        await server.stop();
      },
      async () => dir.remove(),
    ];
    return new Lab({ server, sidecar, tap, eye }, ends);
  }

  /** A session of its own through the sidecar. */
  async open(door: Door, parameters: Readonly<Record<string, string>> = {}): Promise<RawAgent> {
    return RawAgent.open(this.sidecar.port(`${door}-db`), {
      user: 'agent',
      database: 'postgres',
      application_name: AGENT,
      ...parameters,
    });
  }

  /** A session through the sidecar that is outside of any transaction; the same one as long as it lives. */
  async agent(door: Door): Promise<RawAgent> {
    const known = this.#agents.get(door);
    if (known?.closed === false) {
      if (known.status !== 'I') await known.query('ROLLBACK');
      return known;
    }
    const fresh = await this.open(door);
    this.#agents.set(door, fresh);
    return fresh;
  }

  /** Past the sidecar, as the same role; without password, over the server's Unix socket. */
  async direct(door: Door): Promise<RawAgent> {
    const file = path.join(this.server.socketDir, `.s.PGSQL.${String(this.server.port)}`);
    return RawAgent.openAt(file, { user: logins[door].user, database: 'postgres' });
  }

  async digest(): Promise<string> {
    return digestOf(this.#eye);
  }

  /** Texts of Query and Parse messages that the target got in agents' sessions, substitutes left out. */
  textsAtTarget(): readonly string[] {
    return this.tap
      .conversations()
      .filter(({ toServer }) => toServer.subarray(0, 1_000).includes(AGENT))
      .flatMap(({ toServer }) => textsOf(toServer))
      .filter((text) => text !== SUBSTITUTE);
  }

  /** What the data directory holds, segments decompressed, by the files' names. */
  async stored(): Promise<ReadonlyMap<string, Buffer>> {
    const { data } = this.sidecar;
    const entries = await readdir(data, { recursive: true, withFileTypes: true });
    const files = new Map<string, Buffer>();
    for (const entry of entries.filter((one) => one.isFile())) {
      const name = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(name);
      files.set(
        path.relative(data, name),
        name.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes,
      );
    }
    return files;
  }

  /** Texts of all recorded commands and preparations. */
  async recordedTexts(): Promise<readonly string[]> {
    const files = [...(await this.stored())].filter(([name]) => /^sessions.*\.ndjson/.test(name));
    return files.flatMap(([, bytes]) =>
      bytes
        .toString('utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => (JSON.parse(line) as { payload: { text?: string } }).payload.text)
        .filter((text) => text !== undefined),
    );
  }

  async close(): Promise<void> {
    for (const agent of this.#agents.values()) agent.destroy();
    for (const end of this.#ends) await end();
  }
}

/** What the sidecar has described for a copy: it runs nothing, and the copy's text holds it. */
const isOwn = (statement = ''): boolean => statement.startsWith('chaperone.copy.');

function textsOf(bytes: Buffer): readonly string[] {
  const texts: string[] = [];
  let at = bytes.length < 4 ? bytes.length : bytes.readUInt32BE(0);
  while (bytes.length - at >= 5) {
    const end = at + 1 + bytes.readUInt32BE(at + 1);
    const type = bytes.toString('latin1', at, at + 1);
    const parts = bytes.toString('utf8', at + 5, end).split('\0');
    if (type === 'Q') texts.push(parts[0] ?? '');
    if (type === 'P' && !isOwn(parts[0])) texts.push(parts[1] ?? '');
    at = end;
  }
  return texts;
}
