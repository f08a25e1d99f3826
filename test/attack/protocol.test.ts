import { Buffer } from 'node:buffer';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CANCEL_REQUEST,
  bind,
  close,
  cstring,
  describe as describeMessage,
  execute,
  flush,
  frame,
  int16,
  int32,
  packet,
  parse,
  query,
  startup,
  sync,
} from '../harness/frames.ts';
import { RawAgent, codesOf, fieldsOf, rowsOf, type Message } from '../harness/raw-agent.ts';
import { Lab, leakIn } from './lab.ts';

const DENIED = "UPDATE notes SET body = 'changed' WHERE id = 1";
const MASKED = 'SELECT email FROM customers WHERE id = 1';
const PLAIN = 'SELECT body FROM notes WHERE id = 1';

const typesOf = (messages: readonly Message[]): string =>
  messages
    .map(({ type }) => type)
    .filter((type) => type !== 'S')
    .join('');

describe('the protocol as a way around', () => {
  let lab: Lab;
  let untouched: string;
  const opened: RawAgent[] = [];

  beforeAll(async () => {
    lab = await Lab.open();
    untouched = await lab.digest();
  });
  afterAll(async () => {
    for (const agent of opened) agent.destroy();
    await lab.close();
  });

  async function open(door: 'wide' | 'narrow' = 'wide'): Promise<RawAgent> {
    const agent = await lab.open(door);
    opened.push(agent);
    return agent;
  }

  /** No secret came, nothing changed, and the connection serves the next command, masked. */
  async function expectHarmless(agent: RawAgent): Promise<void> {
    if (agent.status !== 'I') await agent.query('ROLLBACK');
    const [[value] = []] = rowsOf(await agent.query(MASKED));
    expect(value).toMatch(/^\*+$|REDACTED|redacted/i);
    expect(rowsOf(await agent.query(PLAIN))).toEqual([['first']]);
    expect(leakIn(agent.received)).toBeUndefined();
    expect(await lab.digest()).toBe(untouched);
    expect(lab.textsAtTarget()).not.toContain(DENIED);
  }

  describe('start-up', () => {
    it.each<readonly [string, Readonly<Record<string, string>>]>([
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-c search_path=decoy' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-csearch_path=decoy' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '--search-path=decoy' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '--SEARCH_PATH=decoy' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-c\tsearch_path=decoy' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-c statement_timeout=1 -c role=narrow_rw' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-c \\search_path=decoy' }],
      [
        'UNSUPPORTED_STARTUP_PARAMETER',
        { options: '-c statement_timeout=1\\ -c role=x', role: 'x' },
      ],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-c standard_conforming_strings=off' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-c session_replication_role=replica' }],
      ['INVALID_STARTUP_PARAMETER', { options: '-c client_encoding=SJIS' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-O' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-P -d 5' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-W 60' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '-c' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: '--' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { options: 'search_path=decoy' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { search_path: 'decoy' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { Search_Path: 'decoy' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { role: 'narrow_rw' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { session_authorization: 'postgres' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { standard_conforming_strings: 'off' }],
      ['UNSUPPORTED_STARTUP_PARAMETER', { 'chaperone.x': '1' }],
      ['INVALID_STARTUP_PARAMETER', { client_encoding: 'SJIS' }],
      ['INVALID_STARTUP_PARAMETER', { client_encoding: 'SQL_ASCII' }],
      ['INVALID_STARTUP_PARAMETER', { client_encoding: 'UTF8', CLIENT_ENCODING: 'SJIS' }],
      ['UNSUPPORTED_REPLICATION', { replication: 'true' }],
      ['UNSUPPORTED_REPLICATION', { replication: 'database' }],
      ['UNSUPPORTED_REPLICATION', { replication: 'ON' }],
      ['UPSTREAM_REFUSED', { database: 'no such database' }],
      ['UPSTREAM_REFUSED', { statement_timeout: 'nonsense' }],
    ])('%s for %j', async (code, parameters) => {
      const agent = await lab.open('wide', parameters);
      const messages = await agent.untilClosed();
      const all = messages.length > 0 ? messages : [];
      expect(agent.closed).toBe(true);
      expect(agent.received.toString('utf8')).toContain(`"code":"${code}"`);
      expect(typesOf(all)).not.toContain('Z');
      expect(leakIn(agent.received)).toBeUndefined();
      expect(agent.received.toString('utf8')).not.toContain('wide_rw');
    });

    it('says nothing of the role at the target, whoever the agent says it is', async () => {
      for (const user of ['wide_rw', 'postgres', 'x'.repeat(200)]) {
        const agent = await lab.open('wide', { user });
        opened.push(agent);
        const text = agent.received.toString('latin1');
        expect(text).toContain(`session_authorization\0${user}\0`);
        expect(leakIn(agent.received)).toBeUndefined();
      }
    });

    it('takes no name that the target would read otherwise', async () => {
      const name = 'x\r\n\u0001\u001b]0;é';
      const agent = await lab.open('wide', { application_name: name });
      opened.push(agent);
      await agent.query(PLAIN);
      expect(leakIn(agent.received)).toBeUndefined();
    });

    it('lets nobody cancel without the key', async () => {
      const agent = await open('narrow');
      const key = agent.received.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
      const processId = agent.received.readInt32BE(key + 5);
      const secret = agent.received.readInt32BE(key + 9);
      const sleeping = agent.query('SELECT pg_sleep(3)');
      const wrong = [0, secret ^ 1, ~secret, processId];
      for (const guess of wrong) await cancel(processId, guess);
      await cancel(processId ^ 1, secret);
      expect(codesOf(await sleeping)).toEqual([]);
      const again = agent.query('SELECT pg_sleep(60)');
      while (!lab.textsAtTarget().includes('SELECT pg_sleep(60)')) await sleep(20);
      await cancel(processId, secret);
      expect(codesOf(await again)).toEqual(['57014']);
      await expectHarmless(agent);
    });

    async function cancel(processId: number, secret: number): Promise<void> {
      const one = await RawAgent.connect(lab.sidecar.port('narrow-db'));
      one.send(packet(CANCEL_REQUEST, int32(processId), int32(secret | 0)));
      await one.untilClosed();
      expect(one.received.length).toBe(0);
    }
  });

  describe('what is denied', () => {
    it.each<readonly [string, readonly Buffer[], string]>([
      ['a Query', [query(DENIED)], 'POLICY_DENIED'],
      ['a Query behind an allowed one', [query(`${PLAIN}; ${DENIED}`)], 'POLICY_DENIED'],
      ['a Query in front of an allowed one', [query(`${DENIED};${PLAIN}`)], 'POLICY_DENIED'],
      ['a Parse', [parse(DENIED), sync], 'POLICY_DENIED'],
      ['a named Parse', [parse(DENIED, 's'), flush, sync], 'POLICY_DENIED'],
      ['all of it', [parse(DENIED), bind(), execute(), sync], 'POLICY_DENIED'],
      [
        'behind an open portal',
        [parse(PLAIN), bind(), parse(DENIED), bind(), execute(), sync],
        'POLICY_DENIED',
      ],
      [
        'two in one Parse',
        [parse(`${PLAIN}; ${DENIED}`), bind(), execute(), sync],
        'POLICY_DENIED',
      ],
      ['Bind of nothing', [bind({ statement: 'none' }), execute(), sync], 'UNKNOWN_STATEMENT'],
      ['Execute of nothing', [execute('none'), sync], 'UNKNOWN_PORTAL'],
      ['Describe of nothing', [describeMessage('S', 'none'), sync], 'UNKNOWN_STATEMENT'],
      [
        'FunctionCall',
        [frame('F', int32(1), int16(0), int16(0), int16(0))],
        'UNSUPPORTED_FUNCTION_CALL',
      ],
      ['a large Query', [query(`${DENIED} --${'x'.repeat(2_000_000)}`)], 'COMMAND_TOO_LARGE'],
      [
        'a large Parse',
        [parse(`${DENIED} --${'x'.repeat(2_000_000)}`), bind(), execute(), sync],
        'COMMAND_TOO_LARGE',
      ],
      [
        'an overlong quote',
        [frame('Q', Buffer.from(`SELECT '\xc0\xa7; ${DENIED} --\0`, 'latin1'))],
        'MALFORMED_MESSAGE',
      ],
    ])('does not run as %s', async (_, messages, code) => {
      const agent = await open('narrow');
      const answer = await agent.ask(messages);
      expect(codesOf(answer)).toEqual([code]);
      if (code === 'MALFORMED_MESSAGE') {
        await agent.untilClosed();
        await expectHarmless(await open('narrow'));
      } else {
        await expectHarmless(agent);
      }
    });

    it('does not run in a transaction, which is over then', async () => {
      const agent = await open('narrow');
      await agent.query('BEGIN');
      expect(codesOf(await agent.query(DENIED))).toEqual(['POLICY_DENIED']);
      expect(agent.status).toBe('E');
      expect(codesOf(await agent.query(PLAIN))).toEqual(['25P02']);
      await agent.query('COMMIT');
      expect(agent.status).toBe('I');
      await expectHarmless(agent);
    });

    it('does not run in the shadow of an error', async () => {
      const agent = await open('narrow');
      const broken = parse('SELECT nothing FROM notes');
      const answer = await agent.ask(
        [
          ...[broken, parse(DENIED, 's'), bind({ statement: 's' }), execute(), sync],
          ...[bind({ statement: 's' }), execute(), sync],
        ],
        2,
      );
      expect(codesOf(answer)).toEqual(['42703', 'UNKNOWN_STATEMENT']);
      await expectHarmless(agent);
    });
  });

  describe('names of statements and portals', () => {
    const skipped = (messages: readonly Buffer[]): readonly Buffer[] => [
      parse('SELECT nothing FROM notes', 'broken'),
      ...messages,
      sync,
    ];

    it('are what they were where the target skipped the change', async () => {
      const agent = await open();
      await agent.ask([parse(MASKED, 's'), sync]);
      const change = [close('S', 's'), parse(PLAIN, 's')];
      expect(codesOf(await agent.ask(skipped(change)))).toEqual(['42703']);
      const rows = rowsOf(await agent.ask([bind({ statement: 's' }), execute(), sync]));
      expect(rows).toHaveLength(1);
      expect(rows).not.toEqual([['first']]);
      await expectHarmless(agent);
    });

    it('are what they were where the sidecar refused in front of the change', async () => {
      const agent = await open();
      await agent.ask([parse(MASKED, 's'), sync]);
      const refused = parse("SELECT 1 FROM customers WHERE email = 'x'", 'refused');
      const answer = await agent.ask([refused, close('S', 's'), parse(PLAIN, 's'), sync]);
      expect(codesOf(answer)).toEqual(['MASKED_PREDICATE']);
      const rows = rowsOf(await agent.ask([bind({ statement: 's' }), execute(), sync]));
      expect(rows).not.toEqual([['first']]);
      await expectHarmless(agent);
    });

    it('are masked alike where SQL executes them', async () => {
      const agent = await open();
      await agent.ask([parse('SELECT lower(email) FROM customers', 'made'), sync]);
      const rows = rowsOf(await agent.query('EXECUTE made'));
      expect(rows.length).toBeGreaterThan(0);
      for (const [cell] of rows) expect(cell).toBe('[redacted]');
      await expectHarmless(agent);
    });

    it('mean the new statement once it is there', async () => {
      const agent = await open();
      await agent.ask([parse(PLAIN, 's'), sync]);
      await agent.ask([bind({ statement: 's' }), describeMessage('P'), execute(), sync]);
      const messages = [
        close('S', 's'),
        parse(MASKED, 's'),
        bind({ statement: 's' }),
        execute(),
        sync,
      ];
      expect(typesOf(await agent.ask(messages))).toBe('312DCZ');
      await expectHarmless(agent);
    });

    it('cannot be taken twice', async () => {
      const agent = await open();
      await agent.ask([parse(MASKED, 's'), sync]);
      expect(codesOf(await agent.ask([parse(PLAIN, 's'), sync]))).toEqual(['42P05']);
      const rows = rowsOf(await agent.ask([bind({ statement: 's' }), execute(), sync]));
      expect(rows).not.toEqual([['first']]);
      await expectHarmless(agent);
    });

    it('of portals are those of the target', async () => {
      const agent = await open();
      await agent.query('BEGIN');
      await agent.ask([
        parse(MASKED, 'm'),
        parse(PLAIN, 'p'),
        bind({ statement: 'm', portal: 'x' }),
        sync,
      ]);
      expect(codesOf(await agent.ask([bind({ statement: 'p', portal: 'x' }), sync]))).toEqual([
        '42P03',
      ]);
      await agent.query('ROLLBACK');
      await agent.query('BEGIN');
      await agent.ask([bind({ statement: 'm', portal: 'x' }), sync]);
      expect(
        codesOf(await agent.ask(skipped([close('P', 'x'), bind({ statement: 'p', portal: 'x' })]))),
      ).toEqual(['42703']);
      await agent.query('ROLLBACK');
      expect(codesOf(await agent.ask([execute('x'), sync]))).toEqual(['UNKNOWN_PORTAL']);
      await expectHarmless(agent);
    });

    it('end with a rolled back savepoint or transaction', async () => {
      const agent = await open();
      await agent.ask([parse(MASKED, 'm'), sync]);
      for (const texts of [
        ['BEGIN', 'ROLLBACK'],
        ['BEGIN', 'COMMIT'],
        ['BEGIN; SAVEPOINT a', 'ROLLBACK TO a'],
      ]) {
        await agent.query(texts[0] ?? '');
        await agent.ask([bind({ statement: 'm', portal: 'x' }), execute('x', 1), sync]);
        await agent.query(texts[1] ?? '');
        const answer = await agent.ask([execute('x'), sync]);
        expect(codesOf(answer)).toHaveLength(1);
        await expectHarmless(agent);
      }
    });

    it('longer than any server keeps apart end the session', async () => {
      for (const name of ['n'.repeat(64), `${'n'.repeat(62)}é`]) {
        const agent = await open();
        agent.send(parse(PLAIN, name), parse(MASKED, `${name}2`), sync);
        expect(codesOf(await agent.untilClosed())).toEqual(['MALFORMED_MESSAGE']);
        expect(leakIn(agent.received)).toBeUndefined();
      }
      await expectHarmless(await open());
    });
  });

  describe('masked columns', () => {
    it.each<readonly [string, string]>([
      ['a column', MASKED],
      ['all columns', 'SELECT * FROM customers'],
      ['a function of the owner', 'SELECT peek(1)'],
      ['RETURNING', "UPDATE customers SET tier = 'x' WHERE id = 99 RETURNING ssn"],
    ])('are masked in binary: %s', async (_, text) => {
      const agent = await open();
      for (const statement of ['', 'named']) {
        const messages = [
          parse(text, statement),
          bind({ statement, resultFormat: 1 }),
          execute(),
          sync,
        ];
        expect(codesOf(await agent.ask(messages))).toEqual([]);
        await expectHarmless(agent);
      }
    });

    it('are masked where only some formats are binary', async () => {
      const agent = await open();
      const formats = Buffer.concat([int16(2), int16(0), int16(1)]);
      const half = frame('B', cstring(''), cstring(''), int16(0), int16(0), formats);
      const text = 'SELECT id, email FROM customers ORDER BY id';
      const answer = await agent.ask([parse(text), half, execute(), sync]);
      expect(rowsOf(answer)[0]).toEqual(['1', '[redacted]']);
      await expectHarmless(agent);
    });

    it('are masked without any Describe, in parts, again and again', async () => {
      const agent = await open();
      const all = 'SELECT email, ssn, card FROM customers ORDER BY id';
      await agent.ask([parse(all, 's'), sync]);
      await agent.query('BEGIN');
      const answer = await agent.ask([
        bind({ statement: 's', portal: 'p' }),
        ...[execute('p', 1), execute('p', 1), execute('p', 5)],
        ...[bind({ statement: 's' }), execute(), sync],
      ]);
      expect(rowsOf(answer)).toHaveLength(6);
      await expectHarmless(agent);
    });

    it('are masked where one pipeline mixes them with others', async () => {
      const agent = await open();
      const answer = await agent.ask([
        ...[parse(PLAIN, 'a'), parse(MASKED, 'b')],
        ...[bind({ statement: 'a', portal: 'a' }), bind({ statement: 'b', portal: 'b' })],
        ...[execute('b'), execute('a'), describeMessage('S', 'b'), describeMessage('S', 'a')],
        ...[bind({ statement: 'b' }), describeMessage('P'), execute(), sync],
      ]);
      const rows = rowsOf(answer);
      expect(rows[1]).toEqual(['first']);
      expect(rows).toHaveLength(3);
      await expectHarmless(agent);
    });

    it('are masked in a Query within an unfinished pipeline', async () => {
      const agent = await open();
      const answer = await agent.ask([parse(MASKED), bind(), execute(), query(MASKED), sync], 2);
      expect(rowsOf(answer).length).toBeGreaterThan(0);
      await expectHarmless(agent);
    });
  });

  describe('messages out of place', () => {
    it.each<readonly [string, Buffer]>([
      ['a password', frame('p', cstring('x'))],
      ['a second StartupMessage', startup({ user: 'agent' })],
      ['an SSLRequest', packet(80_877_103)],
      ['a text behind the text', frame('Q', cstring(PLAIN), cstring(DENIED))],
      ['a Query without end', frame('Q', Buffer.from(PLAIN))],
      ['bytes behind Sync', frame('S', Buffer.from([0]))],
      ['bytes behind a Bind', frame('B', bind().subarray(5), Buffer.from([0]))],
      ['a message of the server', frame('T', int16(0))],
    ])('%s ends the session', async (_, message) => {
      const agent = await open();
      agent.send(message, query(DENIED));
      expect(codesOf(await agent.untilClosed())).toEqual(['MALFORMED_MESSAGE']);
      expect(leakIn(agent.received)).toBeUndefined();
      await expectHarmless(await open());
    });

    it('copy messages outside of a copy are nothing', async () => {
      const agent = await open('narrow');
      agent.send(frame('d', Buffer.from(DENIED)), frame('c'), frame('f', cstring('why')));
      await expectHarmless(agent);
      const [answer] = await agent.query('COPY notes FROM STDIN');
      expect(answer === undefined ? '' : fieldsOf(answer)['C']).toBe('42501');
      agent.send(frame('d', Buffer.from('9\tx\n')), frame('c'));
      await expectHarmless(agent);
    });
  });

  describe('afterwards', () => {
    it('everything that reached the target is recorded, and nothing that was denied reached it', async () => {
      const recorded = new Map<string, number>();
      for (const text of await lab.recordedTexts())
        recorded.set(text, (recorded.get(text) ?? 0) + 1);
      const sent = lab.textsAtTarget();
      expect(sent.length).toBeGreaterThan(100);
      const missing = sent.filter((text) => {
        const left = recorded.get(text) ?? 0;
        recorded.set(text, left - 1);
        return left < 1;
      });
      expect(missing).toEqual([]);
      expect(sent.filter((text) => text.includes(DENIED))).toEqual([]);
    });

    it('neither recording nor log holds the credential or what was masked', async () => {
      const files = await lab.stored();
      expect(files.size).toBeGreaterThan(10);
      for (const [name, bytes] of files) expect([name, leakIn(bytes)]).toEqual([name, undefined]);
      expect(leakIn(Buffer.from(lab.sidecar.stderr()))).toBeUndefined();
    });
  });
});
