import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellMask } from '../cell.ts';
import { CopyFormatError, CopyWriter, COPY_MISSHAPEN, copyFormat, copyRows } from './index.ts';
import type { CopyBytes, CopyColumn, CopyFormat, CopyRows, CopySink } from './index.ts';

const key = Buffer.alloc(32, 7);
const redact = { kind: 'constant', cell: Buffer.from('[redacted]'), keepsNull: true } as const;
const nothing: CopyColumn = { kind: 'constant', cell: null, keepsNull: true };
const pass: CopyColumn = { kind: 'pass' };
const partial: CopyColumn = {
  kind: 'mask',
  mask: cellMask({ kind: 'Partial', keepLast: 2 }, 25, key),
};
const found: CopyColumn = {
  kind: 'detect',
  mask: (cell) => (Buffer.from(cell).toString() === 'find\tme,"' ? Buffer.from('found') : cell),
};

const copyable = (bytes: Buffer): CopyBytes => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  copyTo: (target, to, from, upTo) => to + bytes.copy(target.bytes, to, from, upTo),
});

class Memory implements CopySink {
  scratch: CopyBytes = copyable(Buffer.alloc(8));
  #length = 0;

  room(count: number): number {
    const larger = Buffer.alloc(this.#length + count);
    this.scratch.bytes.copy(larger);
    this.scratch = copyable(larger);
    return this.#length;
  }

  grew(count: number): void {
    this.#length += count;
  }

  get written(): Buffer {
    return this.scratch.bytes.subarray(0, this.#length);
  }
}

const rowsFor = (format: CopyFormat, columns: readonly CopyColumn[]): CopyRows =>
  copyRows(
    format,
    columns.map((column, at) => ({ name: `c${String(at)}`, column })),
  );

/** Everything that comes of pieces, what is left of each coming again in front of the next. */
function rewritten(rows: CopyRows, pieces: readonly Buffer[]): string {
  const sink = new Memory();
  let rest = Buffer.alloc(0);
  for (const piece of pieces) {
    const source = Buffer.concat([rest, piece]);
    const out = new CopyWriter(sink, 0);
    const done = rows.rewrite(copyable(source), 0, source.length, out);
    if (done === COPY_MISSHAPEN) return 'misshapen';
    out.finish();
    rest = source.subarray(done);
  }
  expect(rest).toHaveLength(0);
  return sink.written.toString('latin1');
}

const text = copyFormat({});
const csv = copyFormat({ format: 'csv' });
const binary = copyFormat({ format: 'binary' });

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};
const field = (value: string | null): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value === null ? -1 : value.length);
  return Buffer.concat([bytes, Buffer.from(value ?? '')]);
};
const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const inBinary = (rows: readonly (readonly (string | null)[])[]): Buffer =>
  Buffer.concat([
    signature,
    ...rows.flatMap((row) => [int16(row.length), ...row.map(field)]),
    int16(-1),
  ]);

const columns = [pass, redact, partial, found, nothing, pass];
const streams: Readonly<Record<string, readonly [CopyFormat, Buffer, Buffer]>> = {
  text: [
    text,
    Buffer.from('a\\tb\tse\\ncret\t1\\\\34\tfind\\tme,"\t5\tlast\n\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n'),
    Buffer.from('a\\tb\t[redacted]\t**34\tfound\t\\N\tlast\n\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n'),
  ],
  csv: [
    csv,
    Buffer.from('"a,\nb","se""cr\net","1,34","find\tme,""",5,"la""st"\n,,,,,\n'),
    Buffer.from('"a,\nb",[redacted],**34,found,,"la""st"\n,,,,,\n'),
  ],
  binary: [
    binary,
    inBinary([
      ['\0\x01', 'secret', '1234', 'find\tme,"', '5', ''],
      [null, null, null, null, null, null],
    ]),
    inBinary([
      ['\0\x01', '[redacted]', '**34', 'found', null, ''],
      [null, null, null, null, null, null],
    ]),
  ],
};

describe.each(Object.entries(streams))('rows in %s', (_name, [format, stream, expected]) => {
  it('are rewritten the same, split at every byte', () => {
    for (let at = 0; at <= stream.length; at++) {
      const rows = rowsFor(format, columns);
      const pieces = [stream.subarray(0, at), stream.subarray(at)];
      expect(rewritten(rows, pieces)).toBe(expected.toString('latin1'));
      expect(rows.rows).toBe(2);
    }
    const bytes = Array.from(stream, (byte) => Buffer.of(byte));
    expect(rewritten(rowsFor(format, columns), bytes)).toBe(expected.toString('latin1'));
  });

  it('pass unchanged where nothing is masked', () => {
    const unmasked = rowsFor(
      format,
      Array.from(columns, () => pass),
    );
    expect(rewritten(unmasked, [stream])).toBe(stream.toString('latin1'));
  });

  it('are never let through where they have not the columns that they should have', () => {
    expect(rewritten(rowsFor(format, [...columns, redact]), [stream])).toBe('misshapen');
  });
});

it.each([
  ['text', text, '\\N\ta\n', '[redacted]\t[redacted]\n'],
  ['csv', csv, ',a\n', '[redacted],[redacted]\n'],
])(
  'a NULL is replaced too where it may tell something, in %s',
  (_name, format, stream, expected) => {
    const always: CopyColumn = { ...redact, keepsNull: false };
    expect(rewritten(rowsFor(format, [always, always]), [Buffer.from(stream)])).toBe(expected);
  },
);

it('a NULL is replaced too where it may tell something, in binary', () => {
  const always: CopyColumn = { ...redact, keepsNull: false };
  const rows = rowsFor(binary, [always, redact]);
  expect(rewritten(rows, [inBinary([[null, null]])])).toBe(
    inBinary([['[redacted]', null]]).toString('latin1'),
  );
});

describe('text', () => {
  it('escapes what stands for a value', () => {
    const odd = copyFormat({ delimiter: '[', null: 'x', header: 'true' });
    expect(rewritten(rowsFor(odd, [redact, nothing]), [Buffer.from('c0[c1\nx[x\n')])).toBe(
      'c0[c1\n\\[redacted][x\n',
    );
  });

  it('takes no NULL string of the agent for NULL, since it may be a value', () => {
    for (const guess of ['secret', '']) {
      const rows = rowsFor(copyFormat({ null: guess }), [redact]);
      expect(rewritten(rows, [Buffer.from('secret\n\nother\n')])).toBe('[redacted]\n'.repeat(3));
    }
  });
});

describe('csv', () => {
  it('quotes for what stands there, not for what stood there', () => {
    const plain = rowsFor(csv, [redact]);
    expect(rewritten(plain, [Buffer.from('"a,b"\nab\n""\n')])).toBe('[redacted]\n'.repeat(3));
    const odd = { format: 'csv', quote: "'", escape: '[', force_quote: 'c0' };
    expect(rewritten(rowsFor(copyFormat(odd), [redact, redact]), [Buffer.from('a,b\n')])).toBe(
      "'[[redacted]',[redacted]\n",
    );
  });

  it('reads back what PostgreSQL would write, whatever the characters', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', "'", 'x', ' '),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), (rows) => {
        const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
        const stream = rows.map(([a, b]) => `${quoted(a)},${quoted(b)}\n`).join('');
        const seen: string[] = [];
        const spy: CopyColumn = {
          kind: 'mask',
          mask: (cell) => {
            seen.push(Buffer.from(cell).toString());
            return Buffer.from('-');
          },
        };
        const out = rewritten(rowsFor(csv, [pass, spy]), [Buffer.from(stream)]);
        expect(seen).toEqual(rows.map(([, b]) => b));
        expect(out).toBe(rows.map(([a]) => `${quoted(a)},-\n`).join(''));
      }),
    );
  });
});

describe('copyFormat', () => {
  it.each([
    { encoding: 'SJIS' },
    { encoding: 'LATIN1' },
    { format: 'json' },
    { format: 'CSV' },
    { compression: 'on' },
    { delimiter: '::' },
    { format: 'csv', quote: 'é' },
    { header: 'perhaps' },
  ])('does not know %j', (options) => {
    expect(() => copyFormat(options)).toThrow(CopyFormatError);
  });

  it('reads what is usual', () => {
    expect(copyFormat({ encoding: 'utf-8', freeze: '' })).toEqual({
      kind: 'text',
      delimiter: 9,
      nullText: '\\N',
      header: false,
    });
    expect(copyFormat({ format: 'csv', header: '', force_quote: 'a,b' })).toMatchObject({
      kind: 'csv',
      delimiter: 44,
      quote: 34,
      escape: 34,
      nullText: '',
      header: true,
      forceQuote: new Set(['a', 'b']),
    });
  });
});
