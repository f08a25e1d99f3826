import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellMask, compileDetectors, detectorCellMask } from '@chaperone/core/masking';
import { decodeDataRow, encodeDataRow, isMalformed } from '../codec/index.ts';
import { Outgoing, ScratchPool } from './outgoing.ts';
import { ROW_MISSHAPEN, RowWriter, planOf } from './row-plan.ts';
import type { ColumnPlan, RowPlan } from './row-plan.ts';
import { sent } from './testing/sent.ts';

const key = Buffer.alloc(32, 7);
const text = 25;
const detectors = compileDetectors([{ detectors: ['Email'], method: { kind: 'Redact' } }], key);

const kinds: Readonly<Record<string, ColumnPlan>> = {
  pass: { kind: 'pass' },
  redact: { kind: 'constant', cell: Buffer.from('[redacted]'), keepsNull: true },
  null: { kind: 'constant', cell: null, keepsNull: true },
  partial: { kind: 'mask', mask: cellMask({ kind: 'Partial', keepLast: 2 }, text, key) },
  detect: { kind: 'detect', mask: detectorCellMask(detectors, text) },
};

/** What each kind makes of a cell, said again without any of the code under test. */
const expected: Readonly<Record<string, (cell: string) => string | null>> = {
  pass: (cell) => cell,
  redact: () => '[redacted]',
  null: () => null,
  partial: (cell) =>
    '*'.repeat(cell.length <= 2 ? cell.length : cell.length - 2) +
    (cell.length <= 2 ? '' : cell.slice(-2)),
  detect: (cell) => (cell === 'ann@example.com' ? '[redacted]' : cell),
};

function planFor(names: readonly string[]): RowPlan {
  const columns = names.map((name) => kinds[name] ?? { kind: 'pass' as const });
  return planOf(columns, names.includes('detect') ? detectors : undefined);
}

const cell = fc.option(
  fc.oneof(fc.stringMatching(/^[a-z0-9]{0,90}$/), fc.constant('ann@example.com')),
  { nil: null },
);
const column = fc.tuple(fc.constantFrom(...Object.keys(kinds)), cell);

function cellsOf(bytes: Buffer): (string | null)[][] {
  const rows: (string | null)[][] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    const row = decodeDataRow(bytes, at + 5, end);
    if (isMalformed(row)) throw new Error(row.detail);
    rows.push(row.cells.map((value) => value?.toString() ?? null));
    at = end;
  }
  return rows;
}

describe('RowWriter', () => {
  it('masks each cell as its column says and leaves the others as they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(column, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const frames = rows.map((row) =>
            encodeDataRow(row.map(([, value]) => (value === null ? null : Buffer.from(value)))),
          );
          const source = Buffer.concat(frames);
          // Small scratch memory, so that it has to grow in the middle of a row.
          const outgoing = new Outgoing(new ScratchPool(16));
          outgoing.begin(source, 0);
          const writer = new RowWriter(outgoing);
          let at = 0;
          rows.forEach((row, i) => {
            const end = at + (frames[i]?.length ?? 0);
            expect(
              writer.send(source, at, end, planFor(row.map(([name]) => name))),
            ).toBeGreaterThan(0);
            at = end;
          });
          const got = cellsOf(Buffer.from(sent(outgoing)));
          expect(got).toEqual(
            rows.map((row) =>
              row.map(([name, value]) =>
                value === null ? null : (expected[name]?.(value) ?? null),
              ),
            ),
          );
        },
      ),
    );
  });

  it('sends nothing of a row that is not what its description says', () => {
    const row = encodeDataRow([Buffer.from('secret'), Buffer.from('other')]);
    const plan = planFor(['redact', 'pass']);
    for (let at = 5; at < row.length; at++) {
      const bent = Buffer.from(row);
      bent[at] = (bent[at] ?? 0) ^ 0xff;
      const outgoing = new Outgoing(new ScratchPool(16));
      outgoing.begin(bent, 0);
      const size = new RowWriter(outgoing).send(bent, 0, bent.length, plan);
      if (size === ROW_MISSHAPEN) expect(sent(outgoing)).toHaveLength(0);
      else expect(sent(outgoing).includes('secret')).toBe(false);
    }
    const outgoing = new Outgoing(new ScratchPool(16));
    outgoing.begin(row, 0);
    expect(new RowWriter(outgoing).send(row, 0, row.length, planFor(['redact']))).toBe(
      ROW_MISSHAPEN,
    );
  });
});
