import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { connect } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdmissionAnswer, AdmissionRequest } from './review.ts';
import { startAdmissionServer, type AdmissionServer, type ServerIdentity } from './server.ts';

let server: AdmissionServer;
let first: ServerIdentity;
let second: ServerIdentity;
const defects: unknown[] = [];

function identity(): ServerIdentity {
  const dir = mkdtempSync(join(tmpdir(), 'chaperone-admission-'));
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  const name = ['-subj', '/CN=localhost', '-days', '1', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  execFileSync('openssl', ['req', '-x509', ...made, '-keyout', key, '-out', cert, ...name], {
    stdio: 'ignore',
  });
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(dir, { recursive: true });
  return pair;
}

beforeAll(async () => {
  first = identity();
  second = identity();
  server = await startAdmissionServer({
    host: '127.0.0.1',
    port: 0,
    identity: first,
    handlers: new Map<string, (asked: AdmissionRequest) => AdmissionAnswer>([
      ['/yes', () => ({ kind: 'admitted', patch: [{ op: 'add' }], warnings: ['look'] })],
      ['/no', () => ({ kind: 'refused', message: 'because', warnings: [] })],
      [
        '/broken',
        () => {
          throw new TypeError('a defect');
        },
      ],
    ]),
    onDefect: (error) => defects.push(error),
  });
});
afterAll(async () => server.stop());

const review = (change: object = {}): string =>
  JSON.stringify({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: {
      uid: 'u-1',
      operation: 'CREATE',
      userInfo: { username: 'a' },
      object: {},
      oldObject: null,
      ...change,
    },
  });

interface Reply {
  readonly status: number;
  readonly text: string;
}

async function ask(
  path: string,
  body: string | Buffer,
  options: RequestOptions = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const url = `https://localhost:${String(server.port)}${path}`;
    const asked = request(
      url,
      { method: 'POST', ca: first.cert, agent: false, family: 4, ...options },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('the admission server', () => {
  test('answers a review with a patch', async () => {
    const { status, text } = await ask('/yes?timeout=10s', review());
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      apiVersion: 'admission.k8s.io/v1',
      kind: 'AdmissionReview',
      response: {
        uid: 'u-1',
        allowed: true,
        patchType: 'JSONPatch',
        patch: 'W3sib3AiOiJhZGQifV0=',
        warnings: ['look'],
      },
    });
  });

  test('answers a review with a refusal', async () => {
    const { text } = await ask('/no', review());
    expect(JSON.parse(text)).toMatchObject({
      response: { allowed: false, status: { code: 403, message: 'because' } },
    });
  });

  test.each([
    ['no JSON', '{', 400, 'not JSON'],
    ['no review', '{}', 400, 'no AdmissionReview'],
    ['a list', '[]', 400, 'no object'],
    ['no object', review({ object: null }), 400, 'request.object is no object'],
    ['no user', review({ userInfo: {} }), 400, 'request.userInfo.username is no text'],
    [
      'groups that are none',
      review({ userInfo: { username: 'a', groups: [1] } }),
      400,
      'groups is no text',
    ],
    ['an operation that is none', review({ operation: 'PATCH' }), 400, 'operation is unknown'],
    ['too much', 'x'.repeat(8 * 1024 * 1024 + 1), 413, 'larger than'],
  ])('refuses %s', async (_what, body, status, message) => {
    const reply = await ask('/yes', body).catch((error: unknown) => error as NodeJS.ErrnoException);
    // A server that does not read on may reset the connection before its answer is read.
    if ('code' in reply)
      expect([413, reply.code]).toEqual([status, expect.stringMatching(/EPIPE|ECONNRESET/)]);
    else expect(reply).toEqual({ status, text: expect.stringContaining(message) as unknown });
  });

  test('refuses too much that comes without its length', async () => {
    const reply = await ask('/yes', Buffer.alloc(9 * 1024 * 1024, 'x'), {
      headers: { 'transfer-encoding': 'chunked' },
    }).catch((error: unknown) => error as NodeJS.ErrnoException);
    expect('status' in reply ? reply.status : reply.code).toEqual(
      'status' in reply ? 413 : expect.stringMatching(/EPIPE|ECONNRESET/),
    );
  });

  test('knows its paths, and POST', async () => {
    expect(await ask('/other', review())).toMatchObject({ status: 404 });
    expect(await ask('/yes', '', { method: 'GET' })).toMatchObject({ status: 405 });
  });

  test('says that it has a defect, and goes on', async () => {
    expect(await ask('/broken', review())).toMatchObject({ status: 500 });
    expect(defects).toEqual([new TypeError('a defect')]);
    expect(await ask('/yes', review())).toMatchObject({ status: 200 });
  });

  test('serves another certificate without a pause', async () => {
    server.renew(second);
    expect(await ask('/yes', review(), { ca: second.cert })).toMatchObject({ status: 200 });
    await expect(ask('/yes', review())).rejects.toThrow(/certificate/);
    server.renew(first);
  });

  test('closes a connection that says nothing of a request', async () => {
    const socket = connect({
      port: server.port,
      host: '127.0.0.1',
      ca: first.cert,
      servername: 'localhost',
    });
    const ended = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('close', () => {
        resolve(text);
      });
    });
    socket.write('BANANA\r\n\r\n');
    expect(await ended).toContain('400 Bad Request');
  });
});
