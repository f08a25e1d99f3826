import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chaperone, newDirectory, writeData } from './testing/run-cli.ts';

const FIRST = '01JD3Q0W2T4ZP6V8XK5M7N9R1S';
const SECOND = '01JD3Q0W2T4ZP6V8XK5M7N9R1T';
const ACTIVE = '01JD3Q5W2T4ZP6V8XK5M7N9R1V';
/** A title, a cursor jump, an eight-bit CSI, a direction override, an invisible tag and half a pair. */
const HOSTILE =
  'SELECT 1 /* \u001b]0;owned\u0007 \u001b[2J \u009b31m \u202e \u{e0041} \ud800 \r */';
const HOUR = 3_600_000;
const TIMEOUT_MS = 60_000;

const made: string[] = [];
let data: string;

const newData: typeof writeData = (...recordings) => {
  const directory = writeData(...recordings);
  made.push(directory);
  return directory;
};

beforeAll(() => {
  const now = Date.now();
  data = newData(
    { session: FIRST, startedAtMs: now - 30 * HOUR },
    {
      session: SECOND,
      startedAtMs: now - 2 * HOUR,
      serviceAccount: 'other',
      connection: 'stock-db',
      text: HOSTILE,
    },
    { session: ACTIVE, startedAtMs: now - HOUR, active: true },
  );
});

afterAll(() => {
  for (const directory of made) fs.rmSync(directory, { recursive: true });
});

const names = (out: string): string[] =>
  (JSON.parse(out) as { session: string }[]).map(({ session }) => session);

describe('chaperone sessions', () => {
  test(
    'lists them, oldest first',
    async () => {
      const { code, out, err } = await chaperone('sessions', '--data', data);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const lines = out.trimEnd().split('\n');
      expect(lines[0]).toMatch(/^SESSION +CONNECTION +AGENT +STARTED +ENDED +PHASE +EVENTS$/);
      expect(lines.slice(1).map((line) => line.split(/ +/)[0])).toEqual([FIRST, SECOND, ACTIVE]);
      expect(lines[3]).toMatch(/ - +Active +14$/);
    },
    TIMEOUT_MS,
  );

  test(
    'as JSON is what show prints, without the commands',
    async () => {
      const listed = JSON.parse(
        (await chaperone('sessions', '--data', data, '-o', 'json')).out,
      ) as unknown[];
      for (const [at, session] of [FIRST, SECOND, ACTIVE].entries()) {
        const shown = JSON.parse(
          (await chaperone('show', session, '--data', data, '-o', 'json')).out,
        ) as Record<string, unknown>;
        expect(Object.keys(shown)).toEqual([
          'session',
          'connection',
          'protocol',
          'agent',
          'startedAt',
          'endedAt',
          'phase',
          'tree',
          'commands',
          'notifications',
        ]);
        const { commands, notifications, ...summary } = shown;
        expect(commands).toHaveLength(4);
        expect(notifications).toEqual([]);
        expect(listed[at]).toEqual(summary);
      }
    },
    TIMEOUT_MS,
  );

  test.each([
    [['--agent', 'other'], [SECOND]],
    [
      ['--connection', 'orders-db'],
      [FIRST, ACTIVE],
    ],
    [
      ['--since', '1d'],
      [SECOND, ACTIVE],
    ],
    [['--since', '1d', '--until', '90m'], [SECOND]],
    [['--until', '2020-01-01T00:00:00Z'], []],
    [['--phase', 'Active'], [ACTIVE]],
  ])(
    'filters by %j',
    async (filter, expected) => {
      const { code, out } = await chaperone('sessions', '--data', data, '-o', 'json', ...filter);
      expect({ code, sessions: names(out) }).toEqual({ code: 0, sessions: expected });
    },
    TIMEOUT_MS,
  );

  test(
    'tells a session that it cannot read, lists the rest, and ends with 1',
    async () => {
      const broken = newData({ session: FIRST }, { session: SECOND });
      fs.writeFileSync(
        path.join(broken, 'sessions', FIRST.toLowerCase(), 'session.json'),
        '{"\u001b[2J',
      );
      const { code, out, err } = await chaperone('sessions', '--data', broken, '-o', 'json');
      expect({ code, sessions: names(out) }).toEqual({ code: 1, sessions: [SECOND] });
      expect(err).toContain(`run chaperone verify ${FIRST}`);
    },
    TIMEOUT_MS,
  );
});

describe('chaperone show', () => {
  test(
    'finds a session by the beginning of its name, in any case',
    async () => {
      const { code, out } = await chaperone('show', '01jd3q5', '--data', data);
      expect(code).toBe(0);
      expect(out).toContain(ACTIVE);
      expect(out).toContain('Deny  orders/whole-table-writes');
      expect(out).toContain('[masked]');
      expect(out).toContain('orders-db-x7k2p: Approved by ann (CHG-1)');
    },
    TIMEOUT_MS,
  );

  test(
    'as NDJSON is the events',
    async () => {
      const { out } = await chaperone('show', FIRST, '--data', data, '-o', 'ndjson');
      const events = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { seq: number });
      expect(events.map(({ seq }) => seq)).toEqual(
        Array.from({ length: 15 }, (_event, seq) => seq),
      );
    },
    TIMEOUT_MS,
  );

  test(
    'reads compressed segments',
    async () => {
      const compressed = newData({ session: FIRST });
      const segment = path.join(compressed, 'sessions', FIRST.toLowerCase(), '000001.ndjson');
      fs.writeFileSync(`${segment}.zst`, zstdCompressSync(fs.readFileSync(segment)));
      fs.rmSync(segment);
      const [shown, plain] = await Promise.all(
        [compressed, data].map(async (from) =>
          chaperone('show', FIRST, '--data', from, '-o', 'json'),
        ),
      );
      expect(shown?.code).toBe(0);
      expect(shown?.out.replaceAll(/At": "[^"]*"/g, '').length).toBe(
        plain?.out.replaceAll(/At": "[^"]*"/g, '').length,
      );
      expect((await chaperone('verify', '--all', '--data', compressed)).code).toBe(0);
      fs.writeFileSync(`${segment}.zst`, 'not compressed');
      const { code, out } = await chaperone('verify', '--all', '--data', compressed);
      expect({ code, found: out.includes('SEGMENT_UNREADABLE') }).toEqual({ code: 1, found: true });
    },
    TIMEOUT_MS,
  );
});

test(
  'replay steps through commands and responses',
  async () => {
    const { code, out } = await chaperone('replay', FIRST, '--speed', '0', '--data', data);
    expect(code).toBe(0);
    const order = [
      'SELECT id, email',
      'outcome     success, 2 rows',
      'DELETE FROM',
      'outcome     blocked POLICY_DENIED',
      'UPDATE public',
    ];
    const places = order.map((text) => out.indexOf(text));
    expect(places).toEqual(places.toSorted((x, y) => x - y));
    expect(places).not.toContain(-1);
  },
  TIMEOUT_MS,
);

describe('chaperone verify', () => {
  test(
    'proves what is untouched',
    async () => {
      const { code, out } = await chaperone('verify', '--all', '--data', data);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`${FIRST}  verified +Completed +15 +4 +[\\w-]{12} +sha256:`));
      expect(out).toMatch(new RegExp(`${ACTIVE}  open`));
    },
    TIMEOUT_MS,
  );

  test(
    'names a changed byte and ends with 1',
    async () => {
      const changed = newData({ session: FIRST }, { session: SECOND });
      const file = path.join(changed, 'sessions', FIRST.toLowerCase(), '000001.ndjson');
      const text = fs.readFileSync(file, 'utf8');
      fs.writeFileSync(file, text.replace('SELECT id, email', 'SELECT id, emails'));
      const { code, out } = await chaperone('verify', FIRST, '--data', changed);
      expect(code).toBe(1);
      expect(out).toMatch(/EVENT_EDITED {2}000001\.ndjson, event 1, byte \d+/);
      const json = await chaperone('verify', '--all', '--data', changed, '-o', 'json');
      expect(json.code).toBe(1);
      expect(JSON.parse(json.out)).toMatchObject({
        recordings: [
          { session: FIRST, status: 'failed', findings: [{ code: 'EVENT_EDITED', seq: 1 }] },
          { session: SECOND, status: 'verified' },
        ],
        registry: [],
      });
      expect((await chaperone('verify', SECOND, '--data', changed)).code).toBe(0);
    },
    TIMEOUT_MS,
  );

  test(
    'misses a deleted recording',
    async () => {
      const changed = newData({ session: FIRST }, { session: SECOND });
      fs.rmSync(path.join(changed, 'sessions', FIRST.toLowerCase()), { recursive: true });
      const { code, out } = await chaperone('verify', '--all', '--data', changed);
      expect(code).toBe(1);
      expect(out).toContain('RECORDING_MISSING');
      expect(out).toContain(FIRST);
    },
    TIMEOUT_MS,
  );
});

describe('wrong use ends with 2 and says what to do', () => {
  test.each([
    [['show', 'NOSUCH'], 'chaperone sessions lists them'],
    [['show', '01JD3Q'], 'give more of its name'],
    [['show', '../../etc/passwd'], 'chaperone sessions lists them'],
    [['show'], "missing required argument 'session'"],
    [['show', FIRST, '-o', 'yaml'], 'Allowed choices are text, json, ndjson'],
    [['sessions', '--since', 'yesterday'], 'as 15m, 2h or 7d'],
    [['sessions', '--phase', 'Done'], 'Allowed choices are Active, Completed, Interrupted'],
    [['replay', FIRST, '--speed', 'fast'], 'give a number'],
    [['verify'], 'name the sessions to verify, or give --all'],
    [['verify', FIRST, '--all'], 'name the sessions to verify, or give --all'],
    [['approvals'], 'no sidecar is running on'],
    [['nonsense'], "unknown command 'nonsense'"],
  ])(
    '%j',
    async (args, said) => {
      const own = args.includes('nonsense') ? [] : ['--data', data];
      const { code, out, err } = await chaperone(...args, ...own);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(said);
    },
    TIMEOUT_MS,
  );

  test(
    'a data directory that is not there',
    async () => {
      const { code, err } = await chaperone('sessions', '--data', '/nowhere/at/all');
      expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('--data DIR') });
    },
    TIMEOUT_MS,
  );

  test(
    'help is no mistake, and lists the sidecar',
    async () => {
      const { code, out } = await chaperone('--help');
      expect(code).toBe(0);
      for (const command of [
        'sidecar',
        'sessions',
        'show',
        'replay',
        'verify',
        'approvals',
        'approve',
        'deny',
        'revoke',
        'grant',
        'policy',
      ]) {
        expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
      }
    },
    TIMEOUT_MS,
  );
});

describe('hostile text reaches no terminal', () => {
  const acting = /(?!\n)[\p{Cc}\p{Cf}]/u;

  test.each([
    [['show', SECOND]],
    [['show', SECOND, '-o', 'json']],
    [['show', SECOND, '-o', 'ndjson']],
    [['replay', SECOND, '--speed', '0']],
  ])(
    'by %j',
    async (args) => {
      const { code, out } = await chaperone(...args, '--data', data);
      expect(code).toBe(0);
      expect(out).toContain('owned');
      expect(acting.test(out)).toBe(false);
    },
    TIMEOUT_MS,
  );

  test(
    'JSON has the same value',
    async () => {
      const { out } = await chaperone('show', SECOND, '-o', 'json', '--data', data);
      const { commands } = JSON.parse(out) as { commands: { text: string }[] };
      expect(commands[0]?.text).toBe(HOSTILE);
    },
    TIMEOUT_MS,
  );

  test(
    'nor do arguments',
    async () => {
      const { err } = await chaperone('show', '\u001b]0;x\u0007', '--data', data);
      expect(acting.test(err)).toBe(false);
    },
    TIMEOUT_MS,
  );
});

describe('approvals', () => {
  let directory: string;
  let server: http.Server;
  const asked: string[] = [];
  const approval = {
    metadata: { name: 'orders-db-x7k2p', uid: '7f3c' },
    spec: {
      connectionRef: { name: 'orders-db' },
      policyRef: { name: 'orders', rule: 'customer-changes' },
      request: {
        session: FIRST,
        agent: { serviceAccount: 'report-bot' },
        command: 'UPDATE \u001b[2Jx',
        parameters: ['gold'],
        effects: [{ command: 'UPDATE', object: 'public.customers' }],
        digest: 'sha256:00',
      },
      approvers: { groups: ['dba'] },
      required: 1,
      expiresAt: '2026-11-21T09:15:00Z',
      decisions: [],
    },
    status: { phase: 'Pending', estimatedRows: 42 },
  };

  beforeAll(async () => {
    directory = newDirectory();
    made.push(directory);
    server = http.createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(`${String(request.method)} ${String(request.url)} ${body}`);
        const [status, answer] = answerTo(request.url ?? '');
        response.writeHead(status).end(JSON.stringify(answer));
      });
    });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    server.listen(path.join(directory, 'approvals.sock'), () => {
      resolve(undefined);
    });
    await promise;
  });

  afterAll(() => {
    server.close();
  });

  const answerTo = (url: string): [number, object] => {
    if (url === '/v1/approvals') return [200, { items: [approval] }];
    if (url === '/v1/grants') return [200, { ...approval, metadata: { name: 'grant-1' } }];
    if (url.includes('settled'))
      return [409, { code: 'ALREADY_SETTLED', message: 'It is settled already.' }];
    if (!url.includes('orders-db-x7k2p')) return [404, { code: 'NOT_FOUND', message: 'no' }];
    return [200, { ...approval, status: { phase: 'Approved' } }];
  };

  test(
    'are listed',
    async () => {
      const { code, out } = await chaperone('approvals', '--data', directory);
      expect(code).toBe(0);
      expect(out).toContain('orders/customer-changes');
      expect(out).toContain('UPDATE \\x1b[2Jx  ["gold"]');
      const json = await chaperone('approvals', '--data', directory, '-o', 'json');
      expect(JSON.parse(json.out)).toEqual([approval]);
    },
    TIMEOUT_MS,
  );

  test(
    'are shown with all that an approver has to know',
    async () => {
      const { code, out } = await chaperone('approvals', 'orders-db-x7k2p', '--data', directory);
      expect(code).toBe(0);
      expect(out).toContain('UPDATE public.customers');
      expect(out).toContain('UPDATE \\x1b[2Jx');
      expect(out).toMatch(/rows, about +42\n/);
      expect(out).toContain('1 of group dba');
      expect(await chaperone('approvals', 'nobody', '--data', directory)).toMatchObject({
        code: 2,
      });
    },
    TIMEOUT_MS,
  );

  test(
    'are asked for in advance',
    async () => {
      const { code, out } = await chaperone(
        ...['grant', '--connection', 'orders-db', '--policy', 'orders', '--rule', 'r'],
        ...['--agent', 'bot', '--for', '1h', '--justification', 'CHG-1', '--data', directory],
      );
      expect([code, out]).toEqual([0, 'grant-1: Pending, 0 of 1 approvals given\n']);
      expect(asked.at(-1)).toBe(
        'POST /v1/grants {"connection":"orders-db","policy":"orders","rule":"r","grant":{"subject":{"serviceAccount":"bot"},"duration":"1h","justification":"CHG-1"}}',
      );
      expect(await chaperone('grant', '--data', directory)).toMatchObject({ code: 2 });
    },
    TIMEOUT_MS,
  );

  test(
    'are decided, with a reason',
    async () => {
      const { code, out } = await chaperone(
        'approve',
        'orders-db-x7k2p',
        '--reason',
        'CHG-1',
        '--data',
        directory,
      );
      expect({ code, out }).toEqual({ code: 0, out: 'orders-db-x7k2p: Approved\n' });
      expect(asked).toContain(
        'POST /v1/approvals/orders-db-x7k2p/decision {"decision":"Approved","reason":"CHG-1"}',
      );
      await chaperone('deny', 'orders-db-x7k2p', '--data', directory);
      expect(asked.at(-1)).toContain('"decision":"Denied"');
    },
    TIMEOUT_MS,
  );

  test(
    'that are not there end with 2, settled ones with 1',
    async () => {
      expect(await chaperone('deny', 'nobody', '--data', directory)).toMatchObject({
        code: 2,
        err: expect.stringContaining('there is no approval nobody'),
      });
      expect(await chaperone('deny', 'settled', '--data', directory)).toMatchObject({
        code: 1,
        err: expect.stringContaining('It is settled already'),
      });
    },
    TIMEOUT_MS,
  );
});

describe('policies', () => {
  const examples = path.join(import.meta.dirname, '../../examples/postgres');

  test(
    'are explained: effects, rules, verdict',
    async () => {
      const ask = [
        'policy',
        'explain',
        '--config',
        examples,
        '--connection',
        'orders-db',
        '--agent',
        'report-bot',
      ];
      const denied = await chaperone(...ask, 'DELETE FROM orders');
      expect(denied.code).toBe(0);
      expect(denied.out).toContain('DELETE public.orders (every row)');
      expect(denied.out).toMatch(/verdict +Deny +orders\/whole-table-writes/);
      const held = await chaperone(
        ...ask,
        '-o',
        'json',
        'UPDATE customers SET tier = 1 WHERE id = 2',
      );
      expect(JSON.parse(held.out)).toMatchObject({
        verdict: { effect: 'RequireApproval' },
        policies: ['orders'],
      });
      expect(await chaperone(...ask, 'SELEC 1')).toMatchObject({
        code: 1,
        err: expect.stringContaining('SQL_SYNTAX'),
      });
      const unknown = await chaperone(
        'policy',
        'explain',
        '--config',
        examples,
        '--connection',
        'x',
        'SELECT 1',
      );
      expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('orders-db') });
    },
    TIMEOUT_MS,
  );

  test(
    'are checked, with file, line and field',
    async () => {
      const directory = newDirectory();
      made.push(directory);
      const text = fs.readFileSync(path.join(examples, 'policy.yaml'), 'utf8');
      const file = path.join(directory, 'policy.yaml');
      fs.writeFileSync(file, text.replace('unbounded: true', 'unbound: true'));
      const { code, out } = await chaperone('policy', 'check', file);
      expect(code).toBe(1);
      expect(out).toMatch(/policy\.yaml:\d+: error: spec\.rules\[3\]/);
      expect((await chaperone('policy', 'check', '/nowhere.yaml')).code).toBe(2);
    },
    TIMEOUT_MS,
  );
});
