import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as codec from './index.ts';
import { decodeFrame, directions, surrounded, type Direction } from './testing/samples.ts';

const [frontend, backend] = directions as readonly [Direction, Direction];

const text = fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\0', ''));
const name = fc.string({ unit: 'grapheme', maxLength: 10 }).map((s) => s.replaceAll('\0', ''));
const shortName = name.filter((s) => Buffer.byteLength(s) <= codec.MAX_NAME_BYTES);
const oid = fc.integer({ min: 0, max: 0xffffffff });
const int16 = fc.integer({ min: -32768, max: 32767 });
const int32 = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const format = fc.integer({ min: 0, max: 1 });
const bytes = fc.uint8Array({ maxLength: 40 }).map((b) => Buffer.from(b));
const cell = fc.option(bytes, { nil: null });
const key = fc.uint8Array({ minLength: 4, maxLength: 256 }).map((b) => Buffer.from(b));

describe('accept(encode(x)) = x, frontend', () => {
  it('Parse', () => {
    fc.assert(
      fc.property(shortName, text, fc.array(oid), (statement, sql, parameterTypes) => {
        const frame = codec.encodeParse(statement, sql, parameterTypes);
        const parse = { kind: 'Parse', statement, text: sql, parameterTypes };
        expect(decodeFrame(frontend, frame)).toEqual(parse);
      }),
    );
  });

  it('Bind', () => {
    const content = fc.record({
      portal: shortName,
      statement: shortName,
      values: fc.array(cell),
      resultFormats: fc.array(format),
      each: fc.boolean(),
    });
    fc.assert(
      fc.property(content, ({ each, ...given }) => {
        const formats = each ? given.values.map((_, i) => i % 2) : [1];
        const frame = codec.encodeBind({ ...given, formats });
        const { starts, lengths, ...rest } = decodeFrame(frontend, frame) as codec.Bind;
        expect(rest).toEqual({
          kind: 'Bind',
          portal: given.portal,
          statement: given.statement,
          formats,
          resultFormats: given.resultFormats,
        });
        const values = lengths.map((length, i) =>
          length < 0 ? null : frame.subarray(starts[i], (starts[i] ?? 0) + length),
        );
        expect(values).toEqual(given.values);
      }),
    );
  });

  it('Describe, Close, Execute, Query', () => {
    const of = fc.constantFrom('statement', 'portal');
    fc.assert(
      fc.property(of, shortName, int32, text, (kind, target, maxRows, sql) => {
        const named = { of: kind, name: target };
        const check = (frame: Buffer, message: object): void => {
          expect(decodeFrame(frontend, frame)).toEqual(message);
        };
        check(codec.encodeDescribe(named), { kind: 'Describe', ...named });
        check(codec.encodeClose(named), { kind: 'Close', ...named });
        const rows = Math.max(0, maxRows);
        check(codec.encodeExecute(target, rows), {
          kind: 'Execute',
          portal: target,
          maxRows: rows,
        });
        check(codec.encodeQuery(sql), { kind: 'Query', text: sql });
      }),
    );
  });

  it('StartupMessage and CancelRequest', () => {
    const parameters = fc.array(
      fc.tuple(
        name.filter((n) => n !== ''),
        text,
      ),
    );
    fc.assert(
      fc.property(parameters, fc.nat(65535), int32, key, (pairs, minor, processId, secretKey) => {
        const startup = codec.encodeStartupMessage(pairs, minor);
        expect(codec.decodeStartupPacket(startup, 4, startup.length)).toEqual({
          kind: 'StartupMessage',
          major: 3,
          minor,
          parameters: pairs,
        });
        const cancel = codec.encodeCancelRequest(processId, secretKey);
        expect(codec.decodeStartupPacket(cancel, 4, cancel.length)).toEqual({
          kind: 'CancelRequest',
          processId,
          secretKey,
        });
      }),
    );
  });

  it('SASL messages', () => {
    fc.assert(
      fc.property(name, cell, bytes, (mechanism, data, response) => {
        const first = codec.encodeSaslInitialResponse(mechanism, data);
        expect(codec.decodeSaslInitialResponse(first, 5, first.length)).toEqual({
          kind: 'SASLInitialResponse',
          mechanism,
          data,
        });
        expect(decodeFrame(frontend, codec.encodeSaslResponse(response))).toEqual({
          kind: 'SASLResponse',
          data: response,
        });
      }),
    );
  });
});

describe('accept(encode(x)) = x, backend', () => {
  const check = (frame: Buffer, message: object): void => {
    expect(decodeFrame(backend, frame)).toEqual(message);
  };

  it('RowDescription', () => {
    const field = fc.record({
      name: text,
      tableOid: oid,
      attribute: int16,
      typeOid: oid,
      typeSize: int16,
      typeModifier: int32,
      format,
    });
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        check(codec.encodeRowDescription(fields), { kind: 'RowDescription', fields });
      }),
    );
  });

  it('DataRow', () => {
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        check(codec.encodeDataRow(cells), { kind: 'DataRow', cells });
      }),
    );
  });

  it('ErrorResponse and NoticeResponse', () => {
    const letter = fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code));
    const fields = fc.array(fc.tuple(letter, text));
    const kind = fc.constantFrom('ErrorResponse', 'NoticeResponse');
    fc.assert(
      fc.property(kind, fields, (which, pairs) => {
        const message = { kind: which, fields: pairs };
        check(codec.encodeErrorFields(message), message);
      }),
    );
  });

  it('ParameterStatus, BackendKeyData, CommandComplete, NotificationResponse', () => {
    fc.assert(
      fc.property(text, text, int32, key, (a, b, processId, secretKey) => {
        check(codec.encodeParameterStatus(a, b), { kind: 'ParameterStatus', name: a, value: b });
        check(codec.encodeBackendKeyData(processId, secretKey), {
          kind: 'BackendKeyData',
          processId,
          secretKey,
        });
        check(codec.encodeCommandComplete(a), { kind: 'CommandComplete', tag: a });
        const note = { processId, channel: a, payload: b };
        check(codec.encodeNotificationResponse(note), { kind: 'NotificationResponse', ...note });
      }),
    );
  });

  it('NegotiateProtocolVersion, ParameterDescription', () => {
    fc.assert(
      fc.property(fc.nat(65535), fc.array(text), fc.array(oid), (minor, options, typeOids) => {
        check(codec.encodeNegotiateProtocolVersion(minor, options), {
          kind: 'NegotiateProtocolVersion',
          major: 3,
          minor,
          unknownOptions: options,
        });
        check(codec.encodeParameterDescription(typeOids), {
          kind: 'ParameterDescription',
          typeOids,
        });
      }),
    );
  });
});

describe('any bytes at all', () => {
  const types = (direction: Direction): fc.Arbitrary<number> =>
    fc.constantFrom(...direction.samples.map((frame) => frame[0] ?? 0));

  it.each(directions)(
    '$name: a decoder never throws and never looks behind its frame',
    (direction) => {
      const body = fc.oneof(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(fc.constantFrom(0, 0, 0, 1, 2, 4, 65, 83, 80, 255), { maxLength: 60 }),
      );
      fc.assert(
        fc.property(types(direction), body, (type, content) => {
          const answers = [0x00, 0x41, 0xff].map((poison) => {
            const { buf, start } = surrounded(Buffer.from(content), poison);
            return JSON.stringify(direction.decode(type, buf, start, start + content.length));
          });
          expect(new Set(answers).size).toBe(1);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('start-up: a decoder never throws and never looks behind its packet', () => {
    const version = fc.constantFrom([0, 3, 0, 0], [4, 210, 22, 46], [4, 210, 22, 47], [9, 9, 9, 9]);
    fc.assert(
      fc.property(version, fc.uint8Array({ maxLength: 60 }), (head, tail) => {
        const content = Buffer.concat([Buffer.from(head), tail]);
        const answers = [0x00, 0x41, 0xff].map((poison) => {
          const { buf, start } = surrounded(content, poison);
          return JSON.stringify(codec.decodeStartupPacket(buf, start, start + content.length));
        });
        expect(new Set(answers).size).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });
});
