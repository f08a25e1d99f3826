import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { compileDetectors } from '@chaperone/core/masking';
import { MaskedColumns } from '../catalog/masked-columns.ts';
import { decodeErrorResponse, decodeNoticeResponse, encodeErrorFields } from '../codec/index.ts';
import type { ErrorOrNotice } from '../codec/index.ts';
import { maskMessage } from './masking.ts';
import type { Masking, Quoting } from './masking.ts';

const HEADER = 5;
const key = Buffer.alloc(32);
const masking: Masking = {
  none: false,
  columns: MaskedColumns.none,
  detectors: compileDetectors([], key),
  key,
};

type Fields = ErrorOrNotice['fields'];

const failure: Fields = [
  ['S', 'ERROR'],
  ['V', 'ERROR'],
  ['C', '23514'],
  ['M', 'violates check'],
  ['D', 'Failing row contains (secret)'],
  ['H', 'hint'],
  ['q', 'SELECT secret'],
  ['W', 'context'],
  ['n', 'a_constraint'],
];

function masked(kind: ErrorOrNotice['kind'], fields: Fields, quoting: Quoting): Fields {
  const frame = encodeErrorFields({ kind, fields });
  const shown = maskMessage(frame, HEADER, frame.length, { quoting, masking }) ?? frame;
  const decode = kind === 'ErrorResponse' ? decodeErrorResponse : decodeNoticeResponse;
  const message = decode(shown, HEADER, shown.length);
  return message.kind === 'malformed' ? [] : message.fields;
}

const letters = (fields: Fields): string => fields.map(([letter]) => letter).join('');
const without = (...gone: readonly string[]): Fields =>
  failure.filter(([letter]) => !gone.includes(letter));

describe('errors and notices under masking', () => {
  it('keep everything where nothing is quoted', () => {
    expect(
      masked('ErrorResponse', failure, { details: false, messages: false, failures: false }),
    ).toEqual(failure);
  });

  it('lose the fields that print rows', () => {
    const shown = masked('ErrorResponse', failure, {
      details: true,
      messages: false,
      failures: false,
    });
    expect(letters(shown)).toBe('SVCMHn');
  });

  it('lose the message of a function, known by its context or its code', () => {
    const quoting = { details: true, messages: true, failures: false };
    for (const fields of [failure, [...without('W', 'q', 'C'), ['C', 'P0001'] as const]]) {
      const shown = masked('ErrorResponse', fields, quoting);
      expect(new Map(shown).get('M')).toContain('may quote masked values');
      expect(letters(shown)).not.toContain('H');
    }
    const notice = masked('NoticeResponse', without('W', 'q'), quoting);
    expect(new Map(notice).get('M')).toContain('may quote masked values');
  });

  it("keep the server's own message about a call", () => {
    const shown = masked('ErrorResponse', without('W', 'q'), {
      details: true,
      messages: true,
      failures: false,
    });
    expect(new Map(shown).get('M')).toBe('violates check');
  });

  it('show nothing of what cannot be read', () => {
    const frame = encodeErrorFields({ kind: 'ErrorResponse', fields: failure });
    const options = { quoting: { details: false, messages: false, failures: false }, masking };
    const shown = maskMessage(frame, HEADER, frame.length - 1, options);
    expect(shown?.toString('latin1')).toContain('cannot be read');
    expect(shown?.toString('latin1')).not.toContain('row contains');
  });
});
