import type { Buffer } from 'node:buffer';
import { decodeAuthentication, type Authentication } from './backend/authentication.ts';
import { decodeBackendKeyData, type BackendKeyData } from './backend/backend-key-data.ts';
import { bareBackend, decodeBareBackend, type BareBackend } from './backend/bare.ts';
import { decodeCommandComplete, type CommandComplete } from './backend/command-complete.ts';
import {
  decodeCopyInResponse,
  decodeCopyOutResponse,
  type CopyResponse,
} from './backend/copy-response.ts';
import { decodeDataRow, type DataRow } from './backend/data-row.ts';
import {
  decodeErrorResponse,
  decodeNoticeResponse,
  type ErrorOrNotice,
} from './backend/error-fields.ts';
import {
  decodeNegotiateProtocolVersion,
  type NegotiateProtocolVersion,
} from './backend/negotiate-protocol-version.ts';
import {
  decodeNotificationResponse,
  type NotificationResponse,
} from './backend/notification-response.ts';
import {
  decodeParameterDescription,
  type ParameterDescription,
} from './backend/parameter-description.ts';
import { decodeParameterStatus, type ParameterStatus } from './backend/parameter-status.ts';
import { decodeReadyForQuery, type ReadyForQuery } from './backend/ready-for-query.ts';
import { decodeRowDescription, type RowDescription } from './backend/row-description.ts';
import { decodeCopyData, type CopyData } from './frontend/copy.ts';
import { malformed, type Malformed } from './malformed.ts';

/** What a target sends. */
export type BackendMessage =
  | Authentication
  | BackendKeyData
  | BareBackend
  | CommandComplete
  | CopyData
  | CopyResponse
  | DataRow
  | ErrorOrNotice
  | NegotiateProtocolVersion
  | NotificationResponse
  | ParameterDescription
  | ParameterStatus
  | ReadyForQuery
  | RowDescription;

type Decoder = (buf: Buffer, start: number, end: number) => BackendMessage | Malformed;

const bareKinds = Object.keys(bareBackend) as (keyof typeof bareBackend)[];

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ...bareKinds.map((kind) => [bareBackend[kind], decodeBareBackend(kind)] as const),
  ['A', decodeNotificationResponse],
  ['C', decodeCommandComplete],
  ['D', decodeDataRow],
  ['E', decodeErrorResponse],
  ['G', decodeCopyInResponse],
  ['H', decodeCopyOutResponse],
  ['K', decodeBackendKeyData],
  ['N', decodeNoticeResponse],
  ['R', decodeAuthentication],
  ['S', decodeParameterStatus],
  ['T', decodeRowDescription],
  ['Z', decodeReadyForQuery],
  ['d', decodeCopyData],
  ['t', decodeParameterDescription],
  ['v', decodeNegotiateProtocolVersion],
]);

/** Decodes the body `[start, end)` of a frame of type byte `type`. */
export function decodeBackend(
  type: number,
  buf: Buffer,
  start: number,
  end: number,
): BackendMessage | Malformed {
  const decode = decoders.get(String.fromCharCode(type));
  if (decode === undefined) return malformed('UNKNOWN_TYPE', `type ${String(type)}`);
  return decode(buf, start, end);
}
