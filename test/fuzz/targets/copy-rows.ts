import { CopyWriter, COPY_MISSHAPEN, copyFormat, copyRows } from '@chaperone/core/masking';
import type { CopyColumn, CopyFormat, CopySink } from '@chaperone/core/masking';
import { Copyable } from '../../../sidecar/src/io/copy-bytes.ts';
import type { FuzzTarget } from '../target.ts';
import { must } from './expect.ts';

const MASKED = Buffer.from('[redacted]');
const pass: CopyColumn = { kind: 'pass' };
const redact: CopyColumn = { kind: 'constant', cell: MASKED, keepsNull: true };

const formats: readonly CopyFormat[] = [
  copyFormat({}),
  copyFormat({ format: 'csv' }),
  copyFormat({ format: 'binary' }),
  copyFormat({ delimiter: '[', null: 'x', header: 'true' }),
  copyFormat({ format: 'csv', quote: "'", escape: '[', force_quote: 'a', header: 'true' }),
];

/** Written bytes, in memory. */
class Memory implements CopySink {
  scratch: Copyable = new Copyable(Buffer.alloc(64));
  #length = 0;

  room(count: number): number {
    const larger = Buffer.alloc(this.#length + count + 64);
    this.scratch.bytes.copy(larger);
    this.scratch = new Copyable(larger);
    return this.#length;
  }

  grew(count: number): void {
    this.#length += count;
  }

  get written(): Buffer {
    return this.scratch.bytes.subarray(0, this.#length);
  }
}

interface Rewritten {
  readonly out: string;
  readonly rows: number;
  readonly misshapen: boolean;
}

/** What comes of the pieces, what is left of each coming again in front of the next. */
function rewrite(
  format: CopyFormat,
  columns: readonly CopyColumn[],
  pieces: readonly Buffer[],
): Rewritten {
  const named = columns.map((column, at) => ({ name: 'ab'.charAt(at), column }));
  const rows = copyRows(format, named);
  const sink = new Memory();
  let rest = Buffer.alloc(0);
  let misshapen = false;
  for (const piece of pieces) {
    const source = Buffer.concat([rest, piece]);
    const out = new CopyWriter(sink, 0);
    const done = rows.rewrite(new Copyable(source), 0, source.length, out);
    misshapen = done === COPY_MISSHAPEN;
    if (misshapen) break;
    must(done >= 0 && done <= source.length, 'more is rewritten than there is');
    out.finish();
    rest = Buffer.from(source.subarray(done));
  }
  return { out: sink.written.toString('latin1'), rows: rows.rows, misshapen };
}

/**
 * What a target sends of a COPY, of any format: however it is cut, the same comes of it, and where a masked column stands,
 * nothing else is read by whoever gets it.
 */
export const copyRowsTarget: FuzzTarget = {
  name: 'copy-rows',
  seeds: [
    Buffer.from('\x00\x09one\tsecret\n\\N\t\\N\na\\tb\tc\\\\d\n'),
    Buffer.from('\x01\x09one,secret\n"a,\n""b""",\n,"x"\n'),
    Buffer.from(
      '\x02\x16PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0\0\x02\0\0\0\x01a\0\0\0\x02bc\0\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
      'latin1',
    ),
    Buffer.from('\x03\x05a[b\none[secret\nx[x\n'),
    Buffer.from("\x04\x07a,b\n'o[ne',secret\n"),
  ],
  words: [
    '\t',
    '\n',
    '\r',
    ',',
    '"',
    "'",
    '[',
    '\\N',
    '\\.',
    '\\',
    'x',
    '\0\x02',
    '\xff\xff\xff\xff',
  ],
  run: (input) => {
    const format = formats[(input[0] ?? 0) % formats.length] ?? copyFormat({});
    const stream = input.subarray(2);
    const at = (input[1] ?? 0) % (stream.length + 1);
    const columns = [pass, redact];
    const whole = rewrite(format, columns, [stream]);
    const pieces = [stream.subarray(0, at), stream.subarray(at)];
    const cut = rewrite(format, columns, pieces);
    must(cut.misshapen === whole.misshapen, 'its form depends on how it is cut');
    if (whole.misshapen) return 'misshapen';
    must(cut.out === whole.out && cut.rows === whole.rows, 'what is sent depends on how it is cut');
    const spy: CopyColumn = {
      kind: 'mask',
      mask: (cell) => {
        must(MASKED.equals(cell), `a masked column shows ${Buffer.from(cell).toString()}`);
        return cell;
      },
    };
    const again = rewrite(format, [pass, spy], [Buffer.from(whole.out, 'latin1')]);
    must(!again.misshapen && again.rows === whole.rows, 'what is sent has other rows');
    return `${format.kind} ${String(Math.min(whole.rows, 3))}`;
  },
};
