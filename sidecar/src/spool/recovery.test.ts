import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { digestText, leafHash, readManifest, rootOf, type Manifest } from '@chaperone/core/record';
import { Spool } from './spool.ts';
import {
  aRegistration,
  anEnd,
  listeningLog,
  newDirectory,
  optionsWith,
  readLines,
  recordCommand,
  removeDirectories,
} from './testing/fixture.ts';

afterAll(removeDirectories);

const flags = ['--disable-warning=ExperimentalWarning'];
const script = path.join(import.meta.dirname, 'testing', 'write-forever.ts');

/** Runs the writer until it has said `lines` lines, then kills it. */
async function killAfter(data: string, lines: number): Promise<readonly string[]> {
  const child: ChildProcess = spawn(process.execPath, [...flags, script, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > lines) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return said.trim().split('\n');
}

/** Every line of a sealed session, checked against the root that its manifest signs. */
function provenLines(directory: string): { readonly manifest: Manifest; readonly lines: string[] } {
  const manifest = readManifest(fs.readFileSync(path.join(directory, 'manifest.jws')));
  const lines = manifest.segments.flatMap(({ name }) => {
    const file = path.join(directory, name);
    const bytes = fs.existsSync(file)
      ? fs.readFileSync(file)
      : zstdDecompressSync(fs.readFileSync(`${file}.zst`));
    return bytes.toString('utf8').split('\n').slice(0, -1);
  });
  const root = rootOf(lines.map((line) => leafHash(Buffer.from(line))));
  expect(manifest.root).toBe(digestText(root));
  return { manifest, lines };
}

describe('after kill -9', () => {
  it.each([3, 150, 700])(
    'every command that was said to be recorded is in the proof (%d lines)',
    async (count) => {
      const data = newDirectory();
      const said = await killAfter(data, count);
      const session = said[0]?.split(' ')[1] ?? '';
      const last = Number(said.at(-1));
      const log = listeningLog();
      const spool = await Spool.open(data, optionsWith({ log }));
      await spool.drained();
      const { manifest, lines } = provenLines(spool.layout.session(session));
      expect(manifest.phase).toBe('Interrupted');
      const commands = lines.filter((l) => l.includes('"type":"command"')).length;
      expect(commands).toBeGreaterThanOrEqual(last);
      expect(manifest.counts.commands.total).toBe(commands);
      expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'session-end' });
      expect(lines.map((l) => (JSON.parse(l) as { seq: number }).seq)).toEqual(
        lines.map((_l, i) => i),
      );
      expect(fs.readdirSync(spool.layout.open)).toEqual([]);
      await spool.close();
    },
    30_000,
  );
});

/** A data directory that a dead process left behind with one open session of two commands. */
async function leftOpen(): Promise<{ data: string; directory: string; file: string }> {
  const data = newDirectory();
  const spool = await Spool.open(data, optionsWith());
  const registration = aRegistration();
  const recorder = spool.openSession(registration, 'Buffered');
  recordCommand(recorder, 1);
  recordCommand(recorder, 2);
  await spool.close();
  const directory = spool.layout.session(registration.session);
  return { data, directory, file: path.join(directory, '000001.ndjson') };
}

async function recover(data: string): Promise<void> {
  const spool = await Spool.open(data, optionsWith());
  await spool.drained();
  await spool.close();
}

describe('recovery', () => {
  it('cuts a torn last line, says so, and keeps every whole one', async () => {
    const { data, directory, file } = await leftOpen();
    const whole = fs.readFileSync(file);
    fs.appendFileSync(file, '{"seq":4,"time":"2026');
    await recover(data);
    const { manifest, lines } = provenLines(directory);
    expect(fs.readFileSync(file).subarray(0, whole.length).equals(whole)).toBe(true);
    expect(lines).toHaveLength(6);
    expect(JSON.parse(lines[4] ?? '')).toMatchObject({
      seq: 4,
      type: 'gap',
      payload: { reason: 'an unfinished event of 21 bytes was cut off' },
    });
    expect(manifest.counts).toEqual({
      commands: { total: 2, denied: 0, approved: 0, errors: 0 },
      rows: 2,
      bytes: 20,
    });
  });

  it('can be interrupted and run again: after the end, after compression, after the manifest', async () => {
    const { data, directory, file } = await leftOpen();
    const marker = path.join(data, 'open', path.basename(directory).toUpperCase());
    const digest = fs.readFileSync(marker);
    const registry = path.join(data, 'registry.ndjson');
    const registered = fs.readFileSync(registry);
    await recover(data);
    const once = provenLines(directory).lines;
    fs.rmSync(path.join(directory, 'manifest.jws'));
    fs.writeFileSync(`${file}.zst`, 'half of a compressed');
    fs.writeFileSync(`${file}.zst.tmp`, 'half');
    fs.writeFileSync(marker, digest);
    fs.writeFileSync(registry, registered);
    await recover(data);
    expect(provenLines(directory).lines).toEqual(once);
    expect(fs.readdirSync(directory).sort()).toEqual([
      '000001.ndjson',
      'leaves.bin',
      'manifest.jws',
      'session.json',
    ]);
  });

  it('drops a session that was never registered and has no event', async () => {
    const data = newDirectory();
    await recover(data);
    const session = aRegistration().session;
    fs.mkdirSync(path.join(data, 'sessions', session.toLowerCase()));
    fs.writeFileSync(path.join(data, 'open', session), '');
    await recover(data);
    expect(fs.readdirSync(path.join(data, 'sessions'))).toEqual([]);
    expect(fs.readdirSync(path.join(data, 'open'))).toEqual([]);
  });

  it('closes a session that has no event at all', async () => {
    const { data, directory, file } = await leftOpen();
    fs.truncateSync(file, 0);
    await recover(data);
    expect(provenLines(directory).manifest).toMatchObject({ phase: 'Interrupted', treeSize: 1 });
  });

  it('cuts a torn line of the registry and goes on with its chain', async () => {
    const { data } = await leftOpen();
    fs.appendFileSync(path.join(data, 'registry.ndjson'), '{"previous":"sha');
    const spool = await Spool.open(data, optionsWith());
    await spool.openSession(aRegistration(), 'Buffered').close(anEnd);
    await spool.close();
    const lines = readLines(path.join(data, 'registry.ndjson'));
    expect(lines).toHaveLength(4);
  });

  it('does not make start-up wait for more than its time', async () => {
    const { data } = await leftOpen();
    const before = performance.now();
    const spool = await Spool.open(data, optionsWith({ limits: { recoveryMs: 0 } }));
    expect(performance.now() - before).toBeLessThan(1_000);
    await spool.close();
  });
});
