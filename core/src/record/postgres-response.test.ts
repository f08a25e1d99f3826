import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ResponseDecoder, type PostgresResponse } from './postgres-response.ts';
import { backend } from './testing/index.ts';

const decode = (...parts: readonly Buffer[]): PostgresResponse => {
  const decoder = new ResponseDecoder();
  for (const part of parts) decoder.push(part);
  return decoder.finish();
};

const whole = Buffer.concat([
  backend.rowDescription(['id', 'naïve']),
  backend.notice('mind the gap'),
  backend.dataRow(['1', null]),
  backend.dataRow(['2', 'ü']),
  backend.commandComplete('SELECT 2'),
  backend.ready(),
]);

describe('a response', () => {
  test('is columns, rows, notices and tag', () => {
    expect(decode(whole)).toEqual({
      columns: [
        { name: 'id', type: 23 },
        { name: 'naïve', type: 23 },
      ],
      rows: [
        ['1', null],
        ['2', 'ü'],
      ],
      notices: [{ severity: 'NOTICE', code: '00000', message: 'mind the gap' }],
      tag: 'SELECT 2',
    });
  });

  test('is the same however it is cut', () => {
    for (let at = 0; at <= whole.length; at += 1) {
      expect(decode(whole.subarray(0, at), whole.subarray(at))).toEqual(decode(whole));
    }
  });

  test('that ends too early says so', () => {
    expect(decode(whole.subarray(0, -8)).truncated).toBe(true);
  });

  test('with an error shows it', () => {
    expect(decode(backend.error('42501', 'denied'))).toMatchObject({
      error: { code: '42501', message: 'denied' },
      rows: [],
    });
  });

  test('takes columns from an earlier description, and shows binary values as hex', () => {
    const decoder = new ResponseDecoder();
    decoder.push(backend.dataRow([Buffer.from([0, 0, 0, 42]), Buffer.from([0xff])]));
    const columns = [{ name: 'id', type: 23 }];
    expect(decoder.finish(columns)).toEqual({ columns, rows: [['\\x0000002a', '\\xff']] });
  });
});

describe('malformed', () => {
  test.each([
    ['a length below its floor', Buffer.from([0x44, 0, 0, 0, 3])],
    ['a length beyond its ceiling', Buffer.from([0x44, 0xff, 0xff, 0xff, 0xff])],
    ['an unknown message', backend.message('!', Buffer.alloc(0))],
    ['a row description without its count', backend.message('T', Buffer.alloc(1))],
    [
      'a row description that ends in a column',
      backend.message('T', Buffer.from([0, 1, 0x61, 0, 0])),
    ],
    ['a row description with too many columns', backend.message('T', Buffer.from([0xff, 0xff]))],
    ['a row that is longer than its columns', backend.message('D', Buffer.from([0, 0, 1]))],
    ['a value beyond its row', backend.message('D', Buffer.from([0, 1, 0, 0, 0, 9, 1]))],
    [
      'a value of negative length',
      backend.message('D', Buffer.from([0, 1, 0xff, 0xff, 0xff, 0xfe])),
    ],
    ['an error without its end', backend.message('E', Buffer.from('Sx'))],
  ])('%s is told', (_name, bytes) => {
    expect(decode(bytes, whole).undecodable).toEqual(expect.any(String));
  });

  test('any bytes at all are read without an exception', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('T', 'D', 'C', 'E', 'N', 's', 'I'),
        fc.uint8Array({ maxLength: 60 }),
        (type, body) => {
          expect(decode(backend.message(type, Buffer.from(body))).rows.length).toBeLessThan(2);
        },
      ),
    );
  });
});
