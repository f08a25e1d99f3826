import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRecordedCommands, recordedSessions } from './recording.ts';
import { makeTempDir, type TempDir } from './temp.ts';

/** The judge of `kill -9`: what it must not take for recorded. */
describe('what counts as recorded', () => {
  let dir: TempDir;
  const line = (type: string, payload: object): string => `${JSON.stringify({ type, payload })}\n`;
  const command = (number: number, effect: string): string =>
    line('command', { command: number, text: `n-${String(number)}`, verdict: { effect } });
  const outcome = (number: number): string =>
    line('outcome', { command: number, status: 'success' });

  beforeAll(async () => {
    dir = await makeTempDir('judge');
    const session = path.join(dir.path, 'sessions', 'one');
    await mkdir(session, { recursive: true });
    const sealed = command(1, 'Allow') + outcome(1) + command(2, 'Deny');
    const open = command(3, 'Allow') + command(4, 'Allow').slice(0, -1);
    await writeFile(path.join(session, '000001.ndjson.zst'), zstdCompressSync(sealed));
    await writeFile(path.join(session, '000002.ndjson'), open);
  });
  afterAll(async () => {
    await dir.remove();
  });

  it('reads sealed and open segments, without the line that a crash cut off', async () => {
    expect(await recordedSessions(dir.path)).toEqual(['one']);
    expect(await readRecordedCommands(dir.path, 'one')).toEqual([
      { text: 'n-1', parameters: [], verdict: 'Allow', outcome: 'success' },
      { text: 'n-2', parameters: [], verdict: 'Deny' },
      { text: 'n-3', parameters: [], verdict: 'Allow' },
    ]);
  });

  it('finds nothing where nothing is', async () => {
    expect(await recordedSessions(path.join(dir.path, 'none'))).toEqual([]);
  });
});
