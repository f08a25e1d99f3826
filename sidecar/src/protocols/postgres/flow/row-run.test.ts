import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decodeDataRow,
  encodeCommandComplete,
  encodeDataRow,
  isMalformed,
} from '../codec/index.ts';
import { Outgoing, ScratchPool } from './outgoing.ts';
import { RowWriter, planOf } from './row-plan.ts';
import type { ColumnPlan } from './row-plan.ts';
import { sent } from './testing/sent.ts';

const PASS: ColumnPlan = { kind: 'pass' };
const REDACT: ColumnPlan = { kind: 'constant', cell: Buffer.from('[redacted]'), keepsNull: true };
const plan = planOf([PASS, REDACT, PASS], undefined);

type Cells = readonly (string | null)[];
const cell = fc.option(fc.string({ maxLength: 40 }), { nil: null });
const rowOf = (cells: Cells): Buffer =>
  encodeDataRow(cells.map((value) => (value === null ? null : Buffer.from(value))));
const masked = ([a, b, c]: Cells): Cells => [
  a ?? null,
  b === null ? null : '[redacted]',
  c ?? null,
];

function cellsOf(frames: Buffer): Cells[] {
  const rows: Cells[] = [];
  for (let at = 0; at < frames.length;) {
    const end = at + 1 + frames.readUInt32BE(at + 1);
    const row = decodeDataRow(frames, at + 5, end);
    if (isMalformed(row)) throw new Error(row.detail);
    rows.push(row.cells.map((value) => value?.toString() ?? null));
    at = end;
  }
  return rows;
}

function run(
  source: Buffer,
  { maxRows = Infinity, of = plan, end = source.length } = {},
): { behind: number; rows: number; out: Buffer } {
  // Small scratch memory, so that it has to grow between rows.
  const outgoing = new Outgoing(new ScratchPool(16));
  outgoing.begin(source, 0);
  const writer = new RowWriter(outgoing);
  const behind = writer.sendRun(source, 0, end, { plan: of, maxRows });
  return { behind, rows: writer.ran, out: Buffer.from(sent(outgoing)) };
}

describe('a run of rows', () => {
  it('replaces the masked cells of each, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const source = Buffer.concat(rows.map(rowOf));
        const { behind, rows: count, out } = run(source);
        expect([behind, count]).toEqual([source.length, rows.length]);
        expect(cellsOf(out)).toEqual(rows.map(masked));
      }),
    );
  });

  it('ends before a row of which a part is there, wherever it is cut', () => {
    const [first, second] = [rowOf(['1', 'secret', 'a']), rowOf(['2', null, 'b'])];
    const source = Buffer.concat([first, second]);
    for (let end = 0; end <= source.length; end++) {
      const whole = end === source.length ? 2 : Number(end >= first.length);
      const expected = [masked(['1', 'secret', 'a']), masked(['2', null, 'b'])].slice(0, whole);
      const { behind, rows, out } = run(source, { end });
      expect([behind, rows]).toEqual([[0, first.length, source.length][whole], whole]);
      expect(cellsOf(out)).toEqual(expected);
    }
  });

  it('ends before what is no row, and after as many rows as it may send', () => {
    const row = rowOf(['1', 'secret', 'a']);
    const source = Buffer.concat([row, row, encodeCommandComplete('SELECT 2')]);
    expect(run(source)).toMatchObject({ behind: 2 * row.length, rows: 2 });
    expect(run(source, { maxRows: 1 })).toMatchObject({ behind: row.length, rows: 1 });
    expect(run(source, { maxRows: 0 })).toMatchObject({ behind: 0, rows: 0 });
  });

  it('sends nothing of a row that has another shape, with any byte of it changed', () => {
    const row = rowOf(['1', 'secret', 'a']);
    for (let at = 0; at < row.length; at++) {
      const bent = Buffer.from(row);
      bent[at] = (bent[at] ?? 0) ^ 0xff;
      const { behind, out } = run(bent);
      expect(out.includes('secret')).toBe(false);
      expect(behind === 0 ? out.length === 0 : behind === bent.length).toBe(true);
    }
    expect(run(rowOf(['1', 'secret']))).toMatchObject({ behind: 0, rows: 0 });
  });

  it('passes whole rows as they are where nothing is masked', () => {
    const source = Buffer.concat([rowOf(['1']), rowOf(['2']), Buffer.from('D')]);
    const { behind, rows, out } = run(source, { of: planOf([], undefined) });
    expect([behind, rows]).toEqual([source.length - 1, 2]);
    expect(out.equals(source.subarray(0, -1))).toBe(true);
  });
});
