import { binaryCellMask, cellMask } from '@chaperone/core/masking';
import type { FuzzTarget } from '../target.ts';
import { must } from './expect.ts';

const key = Buffer.from('a key for tests');
const [TEXTS, JSONS] = [1009, 199];
const masks = [TEXTS, JSONS].flatMap((type) => [
  cellMask({ kind: 'Hash' }, type, key),
  binaryCellMask({ kind: 'Hash' }, type, key),
]);

/** A hash, NULL, and what an array is written with. */
const MASKED_TEXT = /^(?:[{},]|hash:[0-9a-f]{32}|NULL)*$/;
const MASKED_ELEMENTS = /^(?:\0\0\0%hash:[0-9a-f]{32}|\xff{4})*$/;

/** Three words, and two for each dimension, stand in front of the elements. */
function isMasked(shown: Buffer): boolean {
  const dimensions = shown.readInt32BE(0);
  return MASKED_ELEMENTS.test(shown.toString('latin1', 12 + 8 * dimensions));
}

/** What a column of arrays may hold, by an honest target or another: nothing of it is left, and what comes can be masked again. */
export const arrayTarget: FuzzTarget = {
  name: 'arrays',
  seeds: [
    Buffer.from('\x00{secret,"a \\"b\\\\",NULL,{x}}'),
    Buffer.from('\x00[2:3][0:0]={{a},{b}}'),
    Buffer.from(
      '\x01\0\0\0\x01\0\0\0\x01\0\0\0\x19\0\0\0\x02\0\0\0\x01\0\0\0\x02ab\xff\xff\xff\xff',
      'latin1',
    ),
    Buffer.from('\x01\0\0\0\0\0\0\0\0\0\0\0\x19'),
  ],
  words: ['{', '}', '","', '\\', 'NULL', '[1:2]=', '\0\0\0\x19', '\xff\xff\xff\xff', '\0\0\0\x01'],
  run: (input) => {
    const choice = (input[0] ?? 0) % masks.length;
    const mask = masks[choice] ?? (() => null);
    const masked = mask(input.subarray(1));
    if (masked === null) return `${String(choice)} null`;
    const shown = Buffer.from(masked).toString('latin1');
    const good = choice % 2 === 0 ? MASKED_TEXT.test(shown) : isMasked(Buffer.from(masked));
    must(good, `it shows ${shown}`);
    must(mask(masked) !== null, 'what is masked is no array');
    return `${String(choice)} ${String(Math.min(shown.split('hash:').length, 4))}`;
  },
};
