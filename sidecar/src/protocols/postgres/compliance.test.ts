import { Buffer } from 'node:buffer';
import type { BackendMessage } from 'pg-protocol/dist/messages.js';
import { Parser } from 'pg-protocol/dist/parser.js';
import { describeCompliance } from '../compliance/compliance.ts';
import type { ComplianceSlot, Conversation } from '../compliance/compliance.ts';
import {
  encodeBareBackend,
  encodeBind,
  encodeCommandComplete,
  encodeCopyData,
  encodeCopyDone,
  encodeCopyResponse,
  encodeDataRow,
  encodeDescribe,
  encodeErrorResponse,
  encodeExecute,
  encodeParse,
  encodeQuery,
  encodeReadyForQuery,
  encodeRowDescription,
  encodeSync,
} from './codec/index.ts';
import { SUBSTITUTE_PARSE, SUBSTITUTE_QUERY } from './flow/refusals.ts';
import { aSessionBetween } from './flow/testing/a-session.ts';

const field = {
  name: 'id',
  tableOid: 16384,
  attribute: 1,
  typeOid: 23,
  typeSize: 4,
  typeModifier: -1,
  format: 0,
};
const row = encodeDataRow([Buffer.from('42')]);
const rows = Buffer.concat([
  encodeRowDescription([field]),
  row,
  encodeDataRow([null]),
  encodeCommandComplete('SELECT 2'),
]);

const simple: Conversation = {
  name: 'a query of the simple protocol',
  agent: encodeQuery('SELECT id FROM orders'),
  target: Buffer.concat([rows, encodeReadyForQuery('I')]),
  response: row,
  commands: 1,
};

const extended: Conversation = {
  name: 'a statement of the extended protocol',
  agent: Buffer.concat([
    encodeParse('', 'SELECT id FROM orders WHERE id = $1'),
    encodeBind({ values: [Buffer.from('42')] }),
    encodeDescribe({ of: 'portal', name: '' }),
    encodeExecute(),
    encodeSync(),
  ]),
  target: Buffer.concat([
    encodeBareBackend('ParseComplete'),
    encodeBareBackend('BindComplete'),
    rows,
    encodeReadyForQuery('I'),
  ]),
  response: row,
  commands: 1,
};

const pipelined: Conversation = {
  name: 'two executions of a named statement before one Sync',
  agent: Buffer.concat([
    encodeParse('s1', 'SELECT id FROM orders'),
    encodeBind({ statement: 's1' }),
    encodeDescribe({ of: 'portal', name: '' }),
    encodeExecute(),
    encodeBind({ statement: 's1', portal: 'p2' }),
    encodeDescribe({ of: 'portal', name: 'p2' }),
    encodeExecute('p2'),
    encodeSync(),
  ]),
  target: Buffer.concat([
    encodeBareBackend('ParseComplete'),
    encodeBareBackend('BindComplete'),
    rows,
    encodeBareBackend('BindComplete'),
    rows,
    encodeReadyForQuery('I'),
  ]),
  response: row,
  commands: 2,
};

const lines = [encodeCopyData(Buffer.from('1\tone\n')), encodeCopyData(Buffer.from('2\t\\N\n'))];

const copyOut: Conversation = {
  name: 'a copy out',
  agent: encodeQuery('COPY orders TO STDOUT'),
  target: Buffer.concat([
    encodeCopyResponse({ kind: 'CopyOutResponse', format: 0, columnFormats: [0, 0] }),
    ...lines,
    encodeCopyDone(),
    encodeCommandComplete('COPY 2'),
    encodeReadyForQuery('I'),
  ]),
  response: lines[0] ?? row,
  commands: 1,
};

const copyIn: Conversation = {
  name: 'a copy in',
  agent: Buffer.concat([encodeQuery('COPY orders FROM STDIN'), ...lines, encodeCopyDone()]),
  first: {
    behind: encodeQuery('COPY orders FROM STDIN').length,
    target: encodeCopyResponse({ kind: 'CopyInResponse', format: 0, columnFormats: [0, 0] }),
  },
  target: Buffer.concat([encodeCommandComplete('COPY 2'), encodeReadyForQuery('I')]),
  response: encodeCommandComplete('COPY 2'),
  commands: 1,
};

const extendedCopyIn: Conversation = {
  ...copyIn,
  name: 'a copy in of the extended protocol',
  agent: Buffer.concat([
    encodeParse('', 'COPY orders FROM STDIN'),
    encodeBind({}),
    encodeExecute(),
    ...lines,
    encodeCopyDone(),
    encodeSync(),
  ]),
  first: {
    behind: Buffer.concat([
      encodeParse('', 'COPY orders FROM STDIN'),
      encodeBind({}),
      encodeExecute(),
    ]).length,
    target: Buffer.concat([
      encodeBareBackend('ParseComplete'),
      encodeBareBackend('BindComplete'),
      encodeCopyResponse({ kind: 'CopyInResponse', format: 0, columnFormats: [0, 0] }),
    ]),
  },
};

const noRelation = encodeErrorResponse({
  severity: 'ERROR',
  sqlstate: '42P01',
  message: 'no such relation',
});

const failing: Conversation = {
  name: 'a query that the target fails',
  agent: encodeQuery('SELECT id FROM nowhere'),
  target: Buffer.concat([noRelation, encodeReadyForQuery('E')]),
  response: noRelation,
  commands: 1,
};

/** All messages, by node-postgres' own decoder. */
function messagesIn(received: Buffer): BackendMessage[] {
  const messages: BackendMessage[] = [];
  new Parser().parse(received, (message) => messages.push(message));
  return messages;
}

function codeOf(message: BackendMessage): string | undefined {
  if (message.name !== 'error') return undefined;
  const { detail } = message as BackendMessage & { readonly detail?: string };
  return detail === undefined ? undefined : (JSON.parse(detail) as { code: string }).code;
}

const frame = (type: string, length: number, body: string): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeInt32BE(length, 1);
  return Buffer.concat([head, Buffer.from(body)]);
};

const malformed = (types: readonly string[]): ComplianceSlot['malformed'] => [
  ...types.flatMap((type) =>
    [0, 3, -1, 0x7fffffff].map((length) => ({
      name: `${type} with length ${String(length)}`,
      bytes: frame(type, length, 'abcdefgh'),
    })),
  ),
  { name: 'an unknown type', bytes: frame('\x01', 4, '') },
];

const syncs = (received: Buffer): number =>
  received.toString('latin1').split('S\0\0\0\x04').length - 1;

const slot: ComplianceSlot = {
  name: 'Postgres',
  start: (agent, target, path) => aSessionBetween({ agent, target, path }),
  conversations: [simple, extended, pipelined, failing, copyOut, copyIn, extendedCopyIn],
  malformed: [
    ...malformed(['Q', 'P', 'B', 'D', 'E', 'C', 'S', 'H', 'X', 'F']),
    { name: 'a Query without its NUL', bytes: frame('Q', 7, 'abc') },
    { name: 'a Query with bytes behind its NUL', bytes: frame('Q', 8, 'ab\0c') },
    { name: 'a Query that is no UTF-8', bytes: Buffer.from('5100000007ff8000', 'hex') },
    { name: 'a Bind with more values than bytes', bytes: frame('B', 12, '\0\0\0\0\xff\0\0\0') },
    { name: 'a Describe of neither kind', bytes: frame('D', 6, 'X\0') },
    { name: 'a Sync with a body', bytes: frame('S', 5, 'x') },
  ],
  malformedTarget: [
    ...malformed(['T', 'Z', '1', 'C']),
    { name: 'a message that is not owed', bytes: encodeBareBackend('CloseComplete') },
    { name: 'a second readiness', bytes: Buffer.concat([simple.target, encodeReadyForQuery('I')]) },
    { name: 'a copy that nothing asked for', bytes: frame('G', 7, '\0\0\0') },
    { name: 'an authentication request', bytes: frame('R', 8, '\0\0\0\x03') },
  ],
  refusals: (received) => messagesIn(received).flatMap((message) => codeOf(message) ?? []),
  isHarmless: (received) => {
    const harmless = [SUBSTITUTE_PARSE, SUBSTITUTE_QUERY, encodeSync()];
    const rest = harmless.reduce(
      (text, bytes) => text.replaceAll(bytes.toString('latin1'), ''),
      received.toString('latin1'),
    );
    // A Parse runs nothing; it goes ahead of a Bind that is refused or waits. So does the farewell.
    const isParse = rest.startsWith('P') && rest.includes('orders');
    const farewell = 'X\0\0\0\x04';
    return (
      rest === '' || rest === farewell || (isParse && rest.replace(farewell, '').endsWith('\0\0\0'))
    );
  },
  answerRefused: (received) => {
    const text = received.toString('latin1');
    const error = encodeErrorResponse({ severity: 'ERROR', sqlstate: '42601', message: 'syntax' });
    const ready = encodeReadyForQuery('I');
    if (text.includes(SUBSTITUTE_QUERY.toString('latin1'))) return Buffer.concat([error, ready]);
    if (!text.includes(SUBSTITUTE_PARSE.toString('latin1')) || syncs(received) === 0)
      return Buffer.alloc(0);
    const parsed = text.includes('orders') ? [encodeBareBackend('ParseComplete')] : [];
    return Buffer.concat([...parsed, error, ready]);
  },
};

describeCompliance(slot);
