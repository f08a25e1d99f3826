import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { splitLines } from './lines.ts';
import { readSession, readSummary } from './read-session.ts';
import { aDataDirectory, backend, recordingOf } from './testing/index.ts';

const SESSION = '01JD3Q0W2T4ZP6V8XK5M7N9R1S';

test('a session is its commands with verdict, approval, outcome and response', async () => {
  const view = await readSession(recordingOf(aDataDirectory([{ session: SESSION }]), SESSION));
  expect(view).toMatchObject({
    session: SESSION,
    connection: 'orders-db',
    protocol: 'Postgres',
    agent: { serviceAccount: 'report-bot' },
    startedAt: '2026-11-21T09:00:00.000000000Z',
    endedAt: '2026-11-21T09:01:00.000000000Z',
    phase: 'Completed',
    tree: { size: 15, root: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
  });
  const [first, second, third, fourth] = view.commands;
  expect(view.commands).toHaveLength(4);
  const bytes = Buffer.concat([
    backend.dataRow(['42', '[masked]']),
    backend.dataRow(['43', null]),
    backend.commandComplete('SELECT 2'),
  ]);
  expect(first).toEqual({
    seq: 3,
    receivedAt: '2026-11-21T09:00:00.003703701Z',
    text: 'SELECT id, email FROM public.customers WHERE id = $1',
    parameters: ['0', null, { binary: 'AAAAKg==' }],
    effects: [{ command: 'SELECT', kind: 'relation', object: 'public.customers' }],
    verdict: { effect: 'Allow', policy: 'orders', rule: 'read', reason: 'read allows it' },
    approval: null,
    outcome: {
      status: 'success',
      code: null,
      rows: 2,
      bytes: bytes.length,
      digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      durationMs: 1.25,
    },
    response: {
      columns: [
        { name: 'id', type: 23 },
        { name: 'email', type: 23 },
      ],
      rows: [
        ['42', '[masked]'],
        ['43', null],
      ],
      tag: 'SELECT 2',
    },
  });
  expect(second?.response?.columns).toEqual([{ name: 'id', type: 23 }]);
  expect(third).toMatchObject({
    verdict: { effect: 'Deny' },
    outcome: { status: 'blocked', code: 'POLICY_DENIED' },
  });
  expect(fourth).toMatchObject({
    approval: { name: 'orders-db-x7k2p', decision: 'Approved', deciders: [{ username: 'ann' }] },
    response: { notices: [{ message: 'tier is deprecated' }], tag: 'UPDATE 1', truncated: true },
  });
});

test('an active session has no end, and commands without an outcome', async () => {
  const files = aDataDirectory([{ session: SESSION, active: true, perSegment: 4 }]);
  files.delete(`sessions/${SESSION.toLowerCase()}/000002.ndjson`);
  files.delete(`sessions/${SESSION.toLowerCase()}/000003.ndjson`);
  files.delete(`sessions/${SESSION.toLowerCase()}/000004.ndjson`);
  const view = await readSession(recordingOf(files, SESSION));
  expect(view).toMatchObject({ phase: 'Active', endedAt: null, tree: { size: 4 } });
  expect(view.commands).toMatchObject([{ outcome: null, response: null }]);
});

test('an altered event is an error that says where', async () => {
  const files = aDataDirectory([{ session: SESSION, active: true }]);
  const path = `sessions/${SESSION.toLowerCase()}/000001.ndjson`;
  files.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), Buffer.from('{}\n')]));
  await expect(readSummary(recordingOf(files, SESSION))).rejects.toMatchObject({
    code: 'MALFORMED_EVENT',
    segment: '000001.ndjson',
    offset: expect.any(Number),
  });
});

test('lines are the same however the bytes are cut, and bounded', async () => {
  const bytes = Buffer.from('one\n\ntwo\nrest');
  for (let at = 0; at <= bytes.length; at += 1) {
    const lines: [string, number, boolean][] = [];
    for await (const batch of splitLines(inTwo(bytes, at))) {
      for (const line of batch) lines.push([line.bytes.toString(), line.offset, line.terminated]);
    }
    expect(lines).toEqual([
      ['one', 0, true],
      ['', 4, true],
      ['two', 5, true],
      ['rest', 9, false],
    ]);
  }
  const read = async (): Promise<void> => {
    const lines = splitLines(inTwo(Buffer.alloc(100), 60), 50);
    while ((await lines.next()).done !== true);
  };
  await expect(read()).rejects.toMatchObject({ code: 'LINE_TOO_LONG' });
});

async function* inTwo(bytes: Buffer, at: number): AsyncGenerator<Buffer, void, undefined> {
  yield await Promise.resolve(bytes.subarray(0, at));
  yield await Promise.resolve(bytes.subarray(at));
}
