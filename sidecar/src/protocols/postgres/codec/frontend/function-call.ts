import type { Buffer } from 'node:buffer';
import type { Malformed } from '../malformed.ts';

/** FunctionCall ('F'), a way to call a function by OID without SQL. It is refused, so its arguments are not read. */
export interface FunctionCall {
  readonly kind: 'FunctionCall';
}

export function decodeFunctionCall(
  _buf: Buffer,
  _start: number,
  _end: number,
): FunctionCall | Malformed {
  return { kind: 'FunctionCall' };
}
