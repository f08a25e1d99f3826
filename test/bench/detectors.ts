import {
  compileDetectors,
  compilePattern,
  detectorCellMask,
  detectorNames,
} from '@chaperone/core/masking';
import type { CellMask } from '@chaperone/core/masking';
import { show, table } from './report.ts';
import { spread } from './statistics.ts';

const TEXT = 25;
const ROUNDS = 5;
/** Bytes that each round looks through. */
const BYTES = 20_000_000;

/** Cells as tables have them: nearly all hold nothing to mask. */
const PLAIN: readonly string[] = [
  'Smith, John',
  '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  'The customer said that she would call again on Monday about order 4711, and asked for a copy of the receipt.',
  '{"id": 12345, "status": "active", "created": "2026-11-21T09:00:00Z", "total": 1234.56, "tags": ["a", "b"]}',
  '2026-11-21 09:00:00.123456+00 INFO [main] ShopService - order 12345 shipped from 192.168.100.200 in 123 ms',
];
const HIT = 'please write to ada@example.com; the card is 4111 1111 1111 1111';
/** One cell in so many holds something. */
const HIT_EVERY = 100;

const cells = Array.from({ length: 1_000 }, (_, i) =>
  Buffer.from(i % HIT_EVERY === 0 ? HIT : (PLAIN[i % PLAIN.length] ?? '')),
);
const cellBytes = cells.reduce((sum, cell) => sum + cell.length, 0);

/** Megabytes in a second of CPU. */
function rate(mask: CellMask): number {
  const before = process.cpuUsage();
  const passes = Math.ceil(BYTES / cellBytes);
  for (let pass = 0; pass < passes; pass++) for (const cell of cells) mask(cell);
  const { user, system } = process.cpuUsage(before);
  return (passes * cellBytes) / (user + system);
}

/** How fast detectors look through text cells; the project promises 100 MB/s. */
export function detectorTable(): string {
  const key = Buffer.alloc(32, 1);
  const method = { kind: 'Redact' } as const;
  const patterns = [compilePattern('EMP-[0-9]{6}')];
  const named = compileDetectors([{ detectors: detectorNames, method }], key);
  const more = compileDetectors([{ detectors: detectorNames, patterns, method }], key);
  const rows = [['all detectors', named] as const, ['and a pattern', more] as const].map(
    ([what, detectors]) => {
      const mask = detectorCellMask(detectors, TEXT);
      rate(mask);
      return [what, show(spread(Array.from({ length: ROUNDS }, () => rate(mask))), 0)];
    },
  );
  return `detectors over text cells, one in ${String(HIT_EVERY)} with a hit\n\n${table(['what', 'MB/s'], rows)}`;
}
