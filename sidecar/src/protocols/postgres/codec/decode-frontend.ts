import type { Buffer } from 'node:buffer';
import { decodeCopyDone, decodeFlush, decodeSync, decodeTerminate } from './frontend/bare.ts';
import type { BareFrontend } from './frontend/bare.ts';
import { decodeBind, type Bind } from './frontend/bind.ts';
import { decodeClose, type Close } from './frontend/close.ts';
import { decodeCopyData, decodeCopyFail, type CopyData, type CopyFail } from './frontend/copy.ts';
import { decodeDescribe, type Describe } from './frontend/describe.ts';
import { decodeExecute, type Execute } from './frontend/execute.ts';
import { decodeFunctionCall, type FunctionCall } from './frontend/function-call.ts';
import { decodeParse, type Parse } from './frontend/parse.ts';
import { decodeSaslResponse, type SaslResponse } from './frontend/password.ts';
import { decodeQuery, type Query } from './frontend/query.ts';
import { malformed, type Malformed } from './malformed.ts';

/** What an agent sends behind its StartupMessage. */
export type FrontendMessage =
  | BareFrontend
  | Bind
  | Close
  | CopyData
  | CopyFail
  | Describe
  | Execute
  | FunctionCall
  | Parse
  | Query
  | SaslResponse;

type Decoder = (buf: Buffer, start: number, end: number) => FrontendMessage | Malformed;

/** 'p' is read as its loosest form: which of the three it is depends on what it answers. */
const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['B', decodeBind],
  ['C', decodeClose],
  ['D', decodeDescribe],
  ['E', decodeExecute],
  ['F', decodeFunctionCall],
  ['H', decodeFlush],
  ['P', decodeParse],
  ['Q', decodeQuery],
  ['S', decodeSync],
  ['X', decodeTerminate],
  ['c', decodeCopyDone],
  ['d', decodeCopyData],
  ['f', decodeCopyFail],
  ['p', decodeSaslResponse],
]);

/** Decodes the body `[start, end)` of a frame of type byte `type`. */
export function decodeFrontend(
  type: number,
  buf: Buffer,
  start: number,
  end: number,
): FrontendMessage | Malformed {
  const decode = decoders.get(String.fromCharCode(type));
  if (decode === undefined) return malformed('UNKNOWN_TYPE', `type ${String(type)}`);
  return decode(buf, start, end);
}
