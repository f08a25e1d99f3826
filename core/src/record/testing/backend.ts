/** Backend messages of PostgreSQL's protocol, for recordings that tests make up. */
const INT4 = 23;

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

const cstring = (text: string): Buffer => Buffer.from(`${text}\0`);

interface Backend {
  readonly rowDescription: (names: readonly string[], type?: number) => Buffer;
  readonly dataRow: (values: readonly (string | Buffer | null)[]) => Buffer;
  readonly commandComplete: (tag: string) => Buffer;
  readonly error: (code: string, text: string) => Buffer;
  readonly notice: (text: string) => Buffer;
  readonly ready: () => Buffer;
  readonly message: (type: string, body: Buffer) => Buffer;
}

export const backend: Backend = {
  rowDescription: (names: readonly string[], type = INT4): Buffer =>
    message(
      'T',
      Buffer.concat([
        int16(names.length),
        ...names.flatMap((name) => [
          cstring(name),
          int32(0),
          int16(0),
          int32(type),
          int16(4),
          int32(-1),
          int16(0),
        ]),
      ]),
    ),
  dataRow: (values: readonly (string | Buffer | null)[]): Buffer =>
    message(
      'D',
      Buffer.concat([
        int16(values.length),
        ...values.flatMap((value) => {
          if (value === null) return [int32(-1)];
          const bytes = Buffer.from(value);
          return [int32(bytes.length), bytes];
        }),
      ]),
    ),
  commandComplete: (tag: string): Buffer => message('C', cstring(tag)),
  error: (code: string, text: string): Buffer =>
    message('E', Buffer.from(`SERROR\0VERROR\0C${code}\0M${text}\0\0`)),
  notice: (text: string): Buffer =>
    message('N', Buffer.from(`SNOTICE\0VNOTICE\0C00000\0M${text}\0\0`)),
  ready: (): Buffer => message('Z', Buffer.from('I')),
  message,
};
