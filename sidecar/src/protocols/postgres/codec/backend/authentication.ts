import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import { malformed, type Malformed } from '../malformed.ts';

/** Authentication* ('R'): one type, told apart by the number in front. */
export type Authentication =
  | { readonly kind: 'AuthenticationOk' }
  | { readonly kind: 'AuthenticationCleartextPassword' }
  | { readonly kind: 'AuthenticationMD5Password'; readonly salt: Buffer }
  | { readonly kind: 'AuthenticationSASL'; readonly mechanisms: readonly string[] }
  | { readonly kind: 'AuthenticationSASLContinue'; readonly data: Buffer }
  | { readonly kind: 'AuthenticationSASLFinal'; readonly data: Buffer }
  | { readonly kind: 'AuthenticationOther'; readonly method: string };

function readMechanisms(body: BodyReader): string[] {
  const mechanisms: string[] = [];
  for (let name = body.cstring(); name !== ''; name = body.cstring()) mechanisms.push(name);
  return mechanisms;
}

type Row = (body: BodyReader) => Authentication;

const other =
  (method: string): Row =>
  (body) => {
    body.rest();
    return { kind: 'AuthenticationOther', method };
  };

const rows: ReadonlyMap<number, Row> = new Map<number, Row>([
  [0, () => ({ kind: 'AuthenticationOk' })],
  [2, other('Kerberos V5')],
  [3, () => ({ kind: 'AuthenticationCleartextPassword' })],
  [5, (body) => ({ kind: 'AuthenticationMD5Password', salt: body.copy(body.take(4), 4) })],
  [6, other('SCM')],
  [7, other('GSSAPI')],
  [8, other('GSSAPI')],
  [9, other('SSPI')],
  [10, (body) => ({ kind: 'AuthenticationSASL', mechanisms: readMechanisms(body) })],
  [11, (body) => ({ kind: 'AuthenticationSASLContinue', data: body.rest() })],
  [12, (body) => ({ kind: 'AuthenticationSASLFinal', data: body.rest() })],
]);

export function decodeAuthentication(
  buf: Buffer,
  start: number,
  end: number,
): Authentication | Malformed {
  const body = new BodyReader(buf, start, end);
  const method = body.uint32();
  if (body.failed) return body.finish({ kind: 'AuthenticationOk' });
  const row = rows.get(method);
  if (row === undefined) return malformed('BAD_VALUE', `authentication ${String(method)}`);
  return body.finish(row(body));
}

export const encodeAuthenticationOk = (): Buffer => new BodyWriter().int32(0).frame('R');

export const encodeAuthenticationCleartextPassword = (): Buffer =>
  new BodyWriter().int32(3).frame('R');

export function encodeAuthenticationSasl(mechanisms: readonly string[]): Buffer {
  const body = new BodyWriter().int32(10);
  for (const mechanism of mechanisms) body.cstring(mechanism);
  return body.int8(0).frame('R');
}

export function encodeAuthenticationSaslData(step: 'continue' | 'final', data: Buffer): Buffer {
  return new BodyWriter()
    .int32(step === 'continue' ? 11 : 12)
    .bytes(data)
    .frame('R');
}
