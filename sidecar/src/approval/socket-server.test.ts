import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Approvals } from './approvals.ts';
import { localDecider } from './people.ts';
import { serveApprovals, type ApprovalServer } from './socket-server.ts';
import { openApprovalStore } from './store.ts';
import {
  aCommand,
  FakeClock,
  newDirectory,
  somebody,
  someRules,
  someTerms,
  START_MS,
  removeDirectories,
} from './testing/fixture.ts';

afterAll(removeDirectories);

const servers: ApprovalServer[] = [];

async function scene(): Promise<{ server: ApprovalServer; approvals: Approvals; data: string }> {
  const data = newDirectory();
  const store = openApprovalStore(path.join(data, 'approvals'), START_MS);
  const approvals = new Approvals({ clock: new FakeClock(), store, grantable: someRules() });
  const server = await serveApprovals(data, approvals, localDecider());
  servers.push(server);
  return { server, approvals, data };
}

async function ask(
  server: ApprovalServer,
  method: string,
  url: string,
  body = '',
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const request = http.request(
    { socketPath: server.path, method, path: url, agent: false },
    resolve,
  );
  request.on('error', reject);
  request.end(body);
  const response = await promise;
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown> };
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describe('the approvals socket', () => {
  it('lists what is pending and takes a decision, under the name of its owner', async () => {
    const { server, approvals } = await scene();
    const held = approvals.request(aCommand(), [someTerms()]);
    const [name = ''] = held.names;
    const listed = await ask(server, 'GET', '/v1/approvals');
    expect(listed).toMatchObject({ status: 200, body: { items: [{ metadata: { name } }] } });
    const word = JSON.stringify({ decision: 'Approved', reason: 'CHG-1' });
    const url = `/v1/approvals/${name}/decision`;
    const decided = await ask(server, 'POST', url, word);
    const { username } = localDecider();
    expect(decided).toMatchObject({
      status: 200,
      body: { spec: { decisions: [{ username, decision: 'Approved', reason: 'CHG-1' }] } },
    });
    expect(username).toMatch(/^local:./);
    expect((await held.settled).decision).toBe('Approved');
    const again = await ask(server, 'POST', url, word);
    expect(again).toMatchObject({ status: 409, body: { code: 'ALREADY_SETTLED' } });
  });

  it('cannot be opened by others', async () => {
    const { server, data } = await scene();
    expect(fs.statSync(server.path).mode & 0o777).toBe(0o600);
    await server.close();
    fs.chmodSync(data, 0o750);
    const approvals = new Approvals({
      clock: new FakeClock(),
      grantable: someRules(),
      store: openApprovalStore(path.join(data, 'approvals'), START_MS),
    });
    await expect(serveApprovals(data, approvals, localDecider())).rejects.toMatchObject({
      code: 'DATA_UNUSABLE',
    });
  });

  it('replaces a dead socket file', async () => {
    const { server, approvals, data } = await scene();
    await server.close();
    fs.writeFileSync(path.join(data, 'approvals.sock'), '');
    servers.push(await serveApprovals(data, approvals, localDecider()));
    expect((await ask(servers[1] ?? server, 'GET', '/v1/approvals')).status).toBe(200);
  });

  it('says so where the path is too long for a socket', async () => {
    const data = path.join(newDirectory(), 'x'.repeat(100));
    fs.mkdirSync(data, { mode: 0o700 });
    const store = openApprovalStore(path.join(data, 'approvals'), START_MS);
    const approvals = new Approvals({ clock: new FakeClock(), store, grantable: someRules() });
    await expect(serveApprovals(data, approvals, localDecider())).rejects.toThrow('107 bytes');
  });

  it.each([
    ['GET', '/', '', 404],
    ['GET', '/v1/approvals/x/decision', '', 405],
    ['POST', '/v1/approvals', '', 405],
    ['POST', '/v1/approvals/unknown-abcde/decision', '{"decision":"Approved"}', 404],
    ['POST', '/v1/approvals/../secret/decision', '{"decision":"Approved"}', 404],
    ['POST', '/v1/approvals/x/decision', '{"decision":"Maybe"}', 400],
    ['POST', '/v1/approvals/x/decision', '{"decision":["Approved"]}', 400],
    ['POST', '/v1/approvals/x/decision', 'not JSON', 400],
    ['POST', '/v1/approvals/x/decision', 'null', 400],
    [
      'POST',
      '/v1/approvals/x/decision',
      `{"decision":"Denied","reason":"${'x'.repeat(2_000)}"}`,
      400,
    ],
    ['POST', '/v1/approvals/x/decision', 'x'.repeat(40_000), 413],
  ])('refuses %s %s %.30s', async (method, url, body, status) => {
    const { server } = await scene();
    const answer = await ask(server, method, url, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect((await ask(server, 'GET', '/v1/approvals')).status).toBe(200);
  });

  it('survives bytes that are no HTTP', async () => {
    const { server } = await scene();
    const socket = net.connect(server.path);
    socket.write('\0\x01garbage\r\n\r\n');
    let said = '';
    for await (const chunk of socket) said += String(chunk);
    expect(said).toContain('400');
    expect((await ask(server, 'GET', '/v1/approvals')).status).toBe(200);
  });
});

describe('after a restart', () => {
  it('what was open is shown as withdrawn or expired, and cannot be approved', async () => {
    const { server, approvals, data } = await scene();
    const brief = approvals.request(aCommand(), [someTerms({ timeoutMs: 1_000 })]);
    const long = approvals.request(aCommand(), [someTerms()]);
    await server.close();
    fs.writeFileSync(path.join(data, 'approvals', 'broken.json'), '{');
    const store = openApprovalStore(path.join(data, 'approvals'), START_MS + 2_000);
    const clock = new FakeClock();
    const next = new Approvals({ clock, store, grantable: someRules() });
    const shown = new Map(
      next.list().map((a) => [a.metadata.name, a.status.conditions[0]?.reason]),
    );
    expect(shown).toEqual(
      new Map([
        [brief.names[0], 'Expired'],
        [long.names[0], 'Withdrawn'],
      ]),
    );
    expect(next.decide(long.names[0] ?? '', ...somebody)).toBe('ALREADY_SETTLED');
    expect(next.count().Expired).toBe(2);
  });
});
