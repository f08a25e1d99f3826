import { UnitError } from './errors.ts';

const FACTORS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
]);

const FORM = /^([0-9]{1,15})(Ki|Mi|Gi|Ti|k|M|G|T)?$/;

/**
 * The bytes of a quantity as manifests write it: `64Mi`, `1Gi`, `500k`, or a plain number. Whole numbers only, up to
 * 2^53 - 1.
 *
 * @throws UnitError BAD_QUANTITY
 */
export function parseQuantity(value: string | number): number {
  const text = String(value);
  const [, amount, unit = ''] = FORM.exec(text) ?? [];
  const bytes = Number(amount) * (FACTORS.get(unit) ?? Number.NaN);
  if (!Number.isSafeInteger(bytes))
    throw new UnitError(
      'BAD_QUANTITY',
      text,
      'write a size as 64Ki, 16Mi, 1Gi or a whole number of bytes',
    );
  return bytes;
}
