import {
  compileDetectors,
  compilePattern,
  detectorCellMask,
  detectorNames,
} from '@chaperone/core/masking';
import type { FuzzTarget } from '../target.ts';
import { must } from './expect.ts';

const key = Buffer.from('a key for tests');
const patterns = [compilePattern('EMP-[0-9]{6}')];
const named = compileDetectors([{ detectors: detectorNames, method: { kind: 'Redact' } }], key);
const own = compileDetectors([{ detectors: [], patterns, method: { kind: 'Hash' } }], key);
const JSONB = 3802;

/** Values that stand alone, which a detector may not miss. */
const VALUES = ['ada@example.com', '4111 1111 1111 1111', 'AKIAIOSFODNN7EXAMPLE', '123-45-6789'];

/** Cells of any bytes: what the prefilter lets pass has nothing in it, and what is masked leaves no value behind. */
export const detectorTarget: FuzzTarget = {
  name: 'detectors',
  seeds: [
    ...VALUES.map((value) => Buffer.from(`to ${value} and more`)),
    Buffer.from('{"mail": "a@b.cz", "card": 4111111111111111}'),
    Buffer.from('-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----'),
    Buffer.from('DE89370400440532013000 eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln EMP-123456'),
    Buffer.from('SecretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"'),
  ],
  words: [
    ...VALUES,
    '@',
    '.',
    '-',
    ' ',
    '-----BEGIN ',
    'PRIVATE KEY',
    'eyJ',
    'AKIA',
    'secret',
    'é',
  ],
  run: (input) => {
    const text = input.toString();
    const bytes = Buffer.from(text);
    const masked = named.maskText(text);
    const found = masked !== text;
    must(!found || named.mayMatch(bytes, 0, bytes.length), 'the prefilter hides a value');
    must(own.maskText(text) === text || own.mayMatch(bytes, 0, bytes.length), 'it hides a pattern');
    const padded = ` ${text}\n ${VALUES.join(' ; ')} `;
    for (const value of VALUES) {
      must(!named.maskText(padded).endsWith(` ${value} `), `${value} is left`);
    }
    const cell = detectorCellMask(named, JSONB)(bytes);
    if (cell !== null && cell !== bytes) JSON.parse(Buffer.from(cell).toString());
    return `${String(found)} ${String(cell === null)} ${String(masked.split('[redacted]').length)}`;
  },
};
