/** The ustar format (POSIX.1-1988, pax(1)) as far as a layer needs it: files, directories, symbolic links. */
export interface TarEntry {
  /** Without a leading slash. */
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly kind: 'file' | 'directory' | 'link';
  readonly content: Buffer;
  /** Of a link. */
  readonly target: string;
}

const BLOCK = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;
const FLAGS = { file: '0', link: '2', directory: '5' } as const;

const octal = (value: number, width: number): string =>
  `${value.toString(8).padStart(width - 1, '0')}\0`;

/** A long path in its two fields. Throws where it does not fit them. */
function split(path: string): { readonly name: string; readonly prefix: string } {
  if (path.length <= NAME_BYTES) return { name: path, prefix: '' };
  const slash = path.indexOf('/', path.length - NAME_BYTES - 1);
  const [prefix, name] = [path.slice(0, slash), path.slice(slash + 1)];
  if (slash > 0 && prefix.length <= PREFIX_BYTES && name !== '') return { name, prefix };
  throw new RangeError(`path too long for tar: ${path}`);
}

/** Nothing of it depends on when or where it is written. */
function header({ path, mode, uid, kind, content, target }: TarEntry): Buffer {
  if (target.length > NAME_BYTES) throw new RangeError(`link too long for tar: ${target}`);
  const { name, prefix } = split(kind === 'directory' ? `${path}/` : path);
  const block = Buffer.alloc(BLOCK);
  const put = (at: number, text: string): number => block.write(text, at, 'utf8');
  put(0, name);
  put(100, octal(mode, 8));
  put(108, octal(uid, 8));
  put(116, octal(uid, 8));
  put(124, octal(content.length, 12));
  put(136, octal(0, 12));
  put(148, ' '.repeat(8));
  put(156, FLAGS[kind]);
  put(157, target);
  put(257, 'ustar\x0000');
  put(345, prefix);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}

/** An archive of the entries in this order. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const padding = Buffer.alloc((BLOCK - (entry.content.length % BLOCK)) % BLOCK);
    return [header(entry), entry.content, padding];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}
