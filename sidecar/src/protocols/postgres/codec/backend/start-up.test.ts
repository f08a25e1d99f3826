import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { decoded } from '../testing/bytes.ts';
import { decodeBackendKeyData, encodeBackendKeyData } from './backend-key-data.ts';
import { decodeNegotiateProtocolVersion } from './negotiate-protocol-version.ts';
import { decodeReadyForQuery } from './ready-for-query.ts';

describe('BackendKeyData', () => {
  it('takes keys of 4 to 256 bytes', () => {
    for (const length of [4, 32, 256]) {
      const frame = encodeBackendKeyData(1, Buffer.alloc(length, 7));
      expect(decodeBackendKeyData(frame, 5, frame.length)).toMatchObject({ processId: 1 });
    }
    for (const length of [0, 3, 257]) {
      expect(() => encodeBackendKeyData(1, Buffer.alloc(length))).toThrow(TypeError);
      expect(decoded(decodeBackendKeyData, 0, 0, 0, 1, 'k'.repeat(length))).toMatchObject({
        code: 'BAD_LENGTH',
      });
    }
  });
});

describe('ReadyForQuery', () => {
  it.each(['I', 'T', 'E'])('knows %s', (status) => {
    expect(decoded(decodeReadyForQuery, status)).toEqual({ kind: 'ReadyForQuery', status });
  });

  it('knows no other status', () => {
    expect(decoded(decodeReadyForQuery, 'X')).toMatchObject({ code: 'BAD_VALUE' });
    expect(decoded(decodeReadyForQuery)).toMatchObject({ code: 'TRUNCATED' });
    expect(decoded(decodeReadyForQuery, 'II')).toMatchObject({ code: 'LEFTOVER_BYTES' });
  });
});

describe('NegotiateProtocolVersion', () => {
  it('bounds the options by the body', () => {
    const body = [0, 3, 0, 0, 0xff, 0xff, 0xff, 0xff, '_pq_.x\0'];
    expect(decoded(decodeNegotiateProtocolVersion, ...body)).toMatchObject({ code: 'BAD_COUNT' });
    const fewer = [0, 3, 0, 0, 0, 0, 0, 2, '_pq_.x\0'];
    expect(decoded(decodeNegotiateProtocolVersion, ...fewer)).toMatchObject({
      code: 'MISSING_NUL',
    });
  });
});
