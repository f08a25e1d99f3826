import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCertificateAnswer, decodeRefusal, decodeStreamMessage } from './decode.ts';
import type { StreamMessage } from './messages.ts';

const text = fc.string({ maxLength: 12 });
const record = fc.dictionary(text, text, { maxKeys: 3 });
const message: fc.Arbitrary<StreamMessage> = fc.oneof(
  fc.constant({ type: 'ping' as const }),
  fc.record(
    {
      type: fc.constant('run' as const),
      agent: fc.record({
        ...{ serviceAccount: text, namespace: text },
        pod: fc.record({ name: text, uid: text }),
        labels: record,
      }),
      authorities: text,
      hosts: fc.array(text, { maxLength: 3 }),
    },
    { requiredKeys: ['type', 'agent'] },
  ),
  fc.record({
    type: fc.constant('manifests' as const),
    manifests: fc.array(record, { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('decisions' as const),
    approval: text,
    decisions: fc.array(
      fc.record({
        ...{ username: text, groups: fc.array(text, { maxLength: 2 }), reason: text },
        decision: fc.constantFrom('Approved' as const, 'Denied' as const),
        decidedAt: fc.constant('2026-11-21T09:00:00Z'),
      }),
      { maxLength: 3 },
    ),
  }),
);

describe('a line of the stream', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(message, (written) => {
        expect(decodeStreamMessage(JSON.stringify(written))).toEqual(written);
      }),
    );
  });

  it('is none, whatever else it is', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (line) => {
        expect(decodeStreamMessage(line)).toBeUndefined();
      }),
    );
  });

  it.each([
    '{"type":"decisions","approval":"a","decisions":[{"username":"u","groups":[],"reason":"","decision":"Perhaps"}]}',
    '{"type":"decisions","approval":"a","decisions":[{"username":"u","groups":[],"reason":"","decision":"Denied","decidedAt":"soon"}]}',
    '{"type":"decisions","approval":"a","decisions":{}}',
    '{"type":"decisions","decisions":[]}',
    '{"type":"manifests","manifests":[1]}',
    '{"type":"run","agent":{"serviceAccount":"a","namespace":"n"}}',
    '{"type":"run","agent":{"serviceAccount":"a","namespace":"n","pod":{"name":"p","uid":7}}}',
    '{"type":"run","agent":{"serviceAccount":"a","namespace":"n","pod":{"name":"p","uid":"u"}},"authorities":1}',
    '{"type":"run","agent":{"serviceAccount":"a","namespace":"n","pod":{"name":"p","uid":"u"}},"hosts":[1]}',
    '{"type":"toString"}',
    '[{"type":"ping"}]',
  ])('is none where a part of it is none: %s', (line) => {
    expect(decodeStreamMessage(line)).toBeUndefined();
  });
});

describe('a certificate', () => {
  it('is a text', () => {
    expect(decodeCertificateAnswer('{"certificate":"pem"}')).toEqual({ certificate: 'pem' });
    expect(decodeCertificateAnswer('{"certificate":1}')).toBeUndefined();
    expect(decodeCertificateAnswer('[]')).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('has a code and a message', () => {
    const body = '{"code":"NOT_ENTITLED","message":"no"}';
    expect(decodeRefusal(body)).toEqual({ code: 'NOT_ENTITLED', message: 'no' });
    expect(decodeRefusal('<html>')).toBeUndefined();
    expect(decodeRefusal('{"code":1,"message":"no"}')).toBeUndefined();
  });
});
