import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { serveAdmin, type AdminServer, type ReadyCheck } from './admin-server.ts';
import { Counters } from './counters.ts';
import { createLogger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';

function metricsOf(counters: Counters): Metrics {
  return createMetrics({
    counters,
    spool: () => ({ bytes: 1_234, errors: 2, dataBytes: 9_999 }),
    certificates: () => ({ serving: 1_795_000_000 }),
    leases: () => 2,
    uploads: () => ({ waiting: 3, failures: 7 }),
    approvals: () => ({ Pending: 1, Consumed: 3 }),
    config: () => ({ generation: 7, problems: 0 }),
    process: () => ({ residentBytes: 60_000_000, cpuSeconds: 1.5, startedAt: 1_795_000_000 }),
  });
}

const servers: AdminServer[] = [];

async function admin(checks: readonly ReadyCheck[] = []): Promise<AdminServer> {
  const metrics = metricsOf(new Counters());
  const server = await serveAdmin({ host: '127.0.0.1', port: 0, metrics, checks: () => checks });
  servers.push(server);
  return server;
}

async function get(
  server: AdminServer,
  url: string,
  init?: RequestInit,
): Promise<[number, string]> {
  const response = await fetch(`http://127.0.0.1:${String(server.port)}${url}`, init);
  return [response.status, await response.text()];
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describe('metrics', () => {
  it('are read from the counters when they are asked for', async () => {
    const counters = new Counters();
    const metrics = metricsOf(counters);
    const orders = counters.connection('orders-db');
    orders.sessions = 2;
    orders.commands.Allow.success += 5;
    orders.commands.Deny.blocked += 1;
    counters.refused('RECORDING_FULL');
    const text = await metrics.text();
    for (const line of [
      'chaperone_sessions{connection="orders-db"} 2',
      'chaperone_commands_total{connection="orders-db",verdict="Allow",outcome="success"} 5',
      'chaperone_commands_total{connection="orders-db",verdict="Deny",outcome="blocked"} 1',
      'chaperone_command_refusals_total{code="RECORDING_FULL"} 1',
      'chaperone_spool_bytes_total 1234',
      'chaperone_spool_errors_total 2',
      'chaperone_approvals{phase="Pending"} 1',
      'chaperone_uploads_waiting 3',
      'chaperone_upload_failures_total 7',
      'chaperone_config_generation 7',
      'process_resident_memory_bytes 60000000',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    orders.commands.Allow.success += 1;
    expect(await metrics.text()).toContain('outcome="success"} 6');
  });
});

describe('the admin address', () => {
  it('answers liveness always and readiness by its checks', async () => {
    const ok = { name: 'listeners', ok: true, detail: '1 of 1' };
    const full = { name: 'spool', ok: false, detail: 'not writable' };
    expect(await get(await admin([ok]), '/livez')).toEqual([200, 'ok\n']);
    expect(await get(await admin([ok]), '/readyz')).toEqual([200, 'ok\n']);
    const server = await admin([ok, full]);
    expect(await get(server, '/readyz')).toEqual([503, 'not ready: spool\n']);
    const [status, body] = await get(server, '/readyz?verbose');
    expect([status, JSON.parse(body)]).toEqual([503, { ready: false, checks: [ok, full] }]);
  });

  it('serves metrics, and nothing else than what it names', async () => {
    const server = await admin();
    expect((await get(server, '/metrics'))[1]).toContain('# TYPE chaperone_sessions gauge');
    expect((await get(server, '/'))[0]).toBe(404);
    expect((await get(server, '/metrics', { method: 'POST' }))[0]).toBe(405);
  });

  it('refuses headers beyond its limit and what is no HTTP', async () => {
    const server = await admin();
    const say = async (bytes: string): Promise<string> => {
      const socket = net.connect(server.port, '127.0.0.1');
      socket.write(bytes);
      let said = '';
      for await (const chunk of socket) said += String(chunk);
      return said.split('\r\n')[0] ?? '';
    };
    expect(await say(`GET /livez HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).toContain('431');
    expect(await say('\x16\x03\x01 no HTTP\r\n\r\n')).toContain('400');
    expect((await get(server, '/livez'))[0]).toBe(200);
  });
});

describe('the log', () => {
  it('is a JSON line at once, without what is secret', () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'chaperone-log-')), 'log');
    const fd = fs.openSync(file, 'w');
    const log = createLogger('info', fd);
    log.debug({}, 'not this');
    log.info(
      { session: 'S', credential: { password: 'hunter2' }, target: { password: 'hunter2' } },
      'hello',
    );
    log.error({ err: new Error('broken') }, 'failed');
    const lines = fs.readFileSync(file, 'utf8').trim().split('\n');
    fs.closeSync(fd);
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', session: 'S', msg: 'hello' });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ err: { message: 'broken' } });
    expect(lines.join('')).not.toContain('hunter2');
  });
});
