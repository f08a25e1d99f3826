import type { Buffer } from 'node:buffer';
import { sidecarErrors, type SidecarError } from '../../../errors.ts';
import { encodeErrorResponse } from '../codec/backend/error-fields.ts';

/** The ErrorResponse that ends a start-up: our code as JSON in DETAIL, for programs; the remedy in HINT. */
export function fatalResponse(error: SidecarError): Buffer {
  return encodeErrorResponse({
    severity: 'FATAL',
    sqlstate: error.sqlstate,
    message: error.message,
    detail: JSON.stringify({ code: error.code }),
    hint: sidecarErrors[error.code].whatToDo,
  });
}
