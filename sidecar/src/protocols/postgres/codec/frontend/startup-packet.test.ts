import { describe, expect, it } from '@jest/globals';
import { bytes, decoded } from '../testing/bytes.ts';
import { encodeCancelRequest } from './cancel-request.ts';
import { decodeStartupPacket, encodeStartupMessage } from './startup-packet.ts';

const V3 = [0, 3, 0, 0];
const CANCEL = [0x04, 0xd2, 0x16, 0x2e];
const SSL = [0x04, 0xd2, 0x16, 0x2f];

describe('what opens a connection', () => {
  it('keeps names and values as sent, twice the same name too', () => {
    expect(decoded(decodeStartupPacket, ...V3, 'user\0a\0user\0b\0\0')).toMatchObject({
      parameters: [
        ['user', 'a'],
        ['user', 'b'],
      ],
    });
  });

  it('reads only the version of another major version', () => {
    expect(decoded(decodeStartupPacket, 0, 2, 0, 1, 'whatever')).toMatchObject({
      kind: 'StartupMessage',
      major: 2,
      minor: 1,
    });
  });

  it.each([
    ['no end of the parameters', 'MISSING_NUL', [...V3, 'user\0a\0']],
    ['a name without value', 'MISSING_NUL', [...V3, 'user\0']],
    ['bytes behind the end', 'LEFTOVER_BYTES', [...V3, 'user\0a\0\0x\0']],
    ['a user that is no UTF-8', 'INVALID_UTF8', [...V3, 'user\0', 0xff, '\0\0']],
    ['an SSLRequest with a body', 'LEFTOVER_BYTES', [...SSL, 0]],
    ['a cancel key of 3 bytes', 'BAD_LENGTH', [...CANCEL, 0, 0, 0, 1, 1, 2, 3]],
    ['a cancel without key', 'BAD_LENGTH', [...CANCEL, 0, 0, 0, 1]],
    ['a cancel key of 257 bytes', 'BAD_LENGTH', [...CANCEL, 0, 0, 0, 1, 'k'.repeat(257)]],
    ['half a version', 'TRUNCATED', [0, 3]],
  ])('refuses %s', (_case, code, body) => {
    expect(decoded(decodeStartupPacket, ...body)).toMatchObject({ kind: 'malformed', code });
  });

  it('writes a cancel with a long key', () => {
    const packet = encodeCancelRequest(1, bytes('k'.repeat(32)));
    expect(packet.readUInt32BE(0)).toBe(12 + 32);
    expect(decodeStartupPacket(packet, 4, packet.length)).toMatchObject({ processId: 1 });
  });

  it('cannot be made to write another parameter', () => {
    expect(() => encodeStartupMessage([['user', 'a\0replication\0on']])).toThrow(TypeError);
    expect(() => encodeStartupMessage([['', 'x']])).toThrow(TypeError);
  });
});
