import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copyFormat, copyRows } from '@chaperone/core/masking';
import type { CopyRows } from '@chaperone/core/masking';
import type { Allowance } from '../../../protocol.ts';
import { RecordingPath } from '../../../compliance/recording-path.ts';
import { Outgoing, ScratchPool } from '../outgoing.ts';
import type { SessionState } from '../state.ts';
import { sent } from '../testing/sent.ts';
import { copyRun } from './copy-run.ts';
import { copyOutData } from './copy.ts';
import type { CopyOut } from './copy.ts';
import { Reply } from './reply.ts';
import { Spending } from './spending.ts';
import type { TargetSide } from './target-side.ts';

const message = (payload: Buffer): Buffer => {
  const head = Buffer.from('d\0\0\0\0');
  head.writeUInt32BE(payload.length + 4, 1);
  return Buffer.concat([head, payload]);
};

function payloads(frames: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < frames.length && frames[at] === 0x64;) {
    const end = at + 1 + frames.readUInt32BE(at + 1);
    found.push(frames.subarray(at + 5, end));
    at = end;
  }
  return found;
}

const masking = (): CopyRows =>
  copyRows(copyFormat({}), [
    { name: 'id', column: { kind: 'pass' } },
    {
      name: 'secret',
      column: { kind: 'constant', cell: Buffer.from('[redacted]'), keepsNull: true },
    },
  ]);

interface Ran {
  readonly rows: number;
  readonly sent: Buffer;
  readonly cancelled: boolean;
  readonly runs: number;
}

/** One read of these messages, each dealt with in a run where that is possible. */
function read(source: Buffer, rows: CopyRows | undefined, rowsPerCommand = Infinity): Ran {
  const outgoing = new Outgoing(new ScratchPool(64));
  let cancelled = false;
  const path = new RecordingPath();
  const state = {
    path,
    activeAt: 0,
    cancelTarget: () => (cancelled = true),
  } as unknown as SessionState;
  const running = { command: 1, rows: 0, bytes: 0, classification: { mayQuoteMasked: false } };
  const allowance: Allowance = {
    ...path.allowance,
    look: () => rowsPerCommand < Infinity,
    rowsPerCommand,
  };
  const copyOut = { running, rows, header: false, rest: undefined } as unknown as CopyOut;
  const reply = new Reply(state, outgoing);
  const spending = new Spending(allowance);
  const side = { state, outgoing, reply, spending, copyOut } as unknown as TargetSide;
  spending.begin();
  outgoing.begin(source, 0);
  let runs = 0;
  for (let at = 0; at < source.length;) {
    const behind = copyRun(side, source, at, source.length);
    if (behind > at) runs++;
    const next = behind > at ? behind : at + 1 + source.readUInt32BE(at + 1);
    if (behind === at) copyOutData(side, source, at, next);
    at = next;
  }
  return { rows: running.rows, sent: Buffer.from(sent(outgoing)), cancelled, runs };
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '\\\\', '\\t', ' '), maxLength: 8 });
const stream = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
const textOf = (rows: readonly (readonly [string, string])[]): Buffer =>
  Buffer.from(rows.map(([id, secret]) => `${id}\t${secret}\n`).join(''));

describe('a run of CopyData', () => {
  it('is what its messages would be one by one, wherever they end', () => {
    const cuts = fc.array(fc.nat(400), { maxLength: 8 });
    fc.assert(
      fc.property(stream, cuts, (rows, at) => {
        const bytes = textOf(rows);
        const ends = [...new Set([0, ...at.map((one) => one % bytes.length), bytes.length])];
        const pieces = ends
          .sort((a, b) => a - b)
          .slice(1)
          .map((end, i) => message(bytes.subarray(ends[i], end)));
        const ran = read(Buffer.concat(pieces), masking());
        const expected = textOf(rows.map(([id]) => [id, '[redacted]']));
        expect(Buffer.concat(payloads(ran.sent)).equals(expected)).toBe(true);
        expect(ran.rows).toBe(rows.length);
      }),
    );
  });

  it('is one for rows that have a message each', () => {
    const source = Buffer.concat(
      ['1\ta\n', '2\t\\N\n', '3\tb\n'].map((row) => message(Buffer.from(row))),
    );
    expect(read(source, masking())).toMatchObject({ rows: 3, runs: 1 });
    const untouched = read(source, undefined);
    expect([untouched.runs, untouched.rows, untouched.sent.equals(source)]).toEqual([1, 3, true]);
  });

  it.each([undefined, masking])('ends at the row that is one too many', (rows) => {
    const lines = Array.from({ length: 5 }, (_, n) => message(Buffer.from(`${String(n)}\tx\n`)));
    const ran = read(Buffer.concat(lines), rows?.(), 3);
    expect(payloads(ran.sent)).toHaveLength(3);
    expect(ran.cancelled).toBe(true);
    expect(ran.sent.includes('LIMIT_ROWS')).toBe(true);
  });

  it('does not send a message with more rows in it than are left', () => {
    const messages = [message(Buffer.from('1\tx\n')), message(Buffer.from('2\tx\n3\tx\n4\tx\n'))];
    const ran = read(Buffer.concat(messages), masking(), 2);
    expect(payloads(ran.sent).map(String)).toEqual(['1\t[redacted]\n']);
    expect(ran.sent.includes('LIMIT_ROWS')).toBe(true);
  });
});
