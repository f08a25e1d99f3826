import http from 'node:http';
import path from 'node:path';
import { CliError } from '../errors.ts';
import type { Approval } from './types.ts';

const SOCKET = 'approvals.sock';
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The approvals of the sidecar that runs on a data directory, by its Unix socket. */
export class ApprovalsClient {
  readonly #data: string;

  constructor(data: string) {
    this.#data = data;
  }

  /** @throws CliError NO_SIDECAR, SIDECAR_ANSWER */
  async list(): Promise<readonly Approval[]> {
    const { status, body } = await this.#ask('GET', '/v1/approvals');
    const { items } = body as { readonly items?: unknown };
    if (status === 200 && Array.isArray(items)) return items as readonly Approval[];
    throw unexpected(status, body);
  }

  /** @throws CliError NO_SIDECAR, UNKNOWN_APPROVAL, APPROVAL_SETTLED, SIDECAR_ANSWER */
  async decide(
    name: string,
    decision: { readonly decision: 'Approved' | 'Denied'; readonly reason: string },
  ): Promise<Approval> {
    const target = `/v1/approvals/${encodeURIComponent(name)}/decision`;
    const { status, body } = await this.#ask('POST', target, decision);
    if (status === 200) return body as Approval;
    if (status === 404) {
      const message = `there is no approval ${name}; chaperone approvals lists them`;
      throw new CliError('UNKNOWN_APPROVAL', message);
    }
    if (status === 409) {
      throw new CliError(
        'APPROVAL_SETTLED',
        `approval ${name} was not decided: ${messageOf(body)}`,
      );
    }
    throw unexpected(status, body);
  }

  async #ask(method: string, target: string, body?: object): Promise<Answer> {
    const socketPath = path.join(this.#data, SOCKET);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const request = http.request(
      { socketPath, method, path: target, agent: false, timeout: TIMEOUT_MS },
      (response) => {
        readAnswer(response).then(resolve, reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error('the sidecar does not answer')));
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
    try {
      return await promise;
    } catch (error) {
      throw this.#failure(error);
    }
  }

  #failure(error: unknown): CliError {
    if (error instanceof CliError) return error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EACCES') {
      const socket = `the sidecar's socket on ${this.#data} is its owner's alone`;
      return new CliError(
        'NO_SIDECAR',
        `${socket}; run this as the user that runs the sidecar`,
        error,
      );
    }
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTDIR') {
      const start = 'start one with chaperone sidecar, or name its directory with --data DIR';
      return new CliError('NO_SIDECAR', `no sidecar is running on ${this.#data}; ${start}`, error);
    }
    return new CliError(
      'SIDECAR_ANSWER',
      `the sidecar on ${this.#data} gave no answer: ${message}`,
      error,
    );
  }
}

async function readAnswer(response: http.IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new CliError('SIDECAR_ANSWER', 'the answer is too long');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return { status: response.statusCode ?? 0, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CliError('SIDECAR_ANSWER', 'the sidecar answered what is not JSON', cause);
  }
}

function messageOf(body: unknown): string {
  const { message } = (body ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : 'the sidecar gave no reason';
}

function unexpected(status: number, body: unknown): CliError {
  return new CliError(
    'SIDECAR_ANSWER',
    `the sidecar answered ${String(status)}: ${messageOf(body)}`,
  );
}
