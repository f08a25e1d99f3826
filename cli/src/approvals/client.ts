import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { CliError } from '../errors.ts';
import type { Approval, GrantRequest } from './types.ts';

const SOCKET = 'approvals.sock';
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Where the sidecar is spoken to, and as whom. */
export interface Door {
  /** Directory in which its socket lies. */
  readonly directory: string;
  /**
   * The directory is shared: what is said is written into a file there, whose owner tells who says it. Otherwise it is the
   * sidecar's data directory, which its own user alone can enter.
   */
  readonly isShared: boolean;
}

/** The approvals of a running sidecar, by its Unix socket. */
export class ApprovalsClient {
  readonly #data: string;
  readonly #isShared: boolean;

  constructor({ directory, isShared }: Door) {
    this.#data = directory;
    this.#isShared = isShared;
  }

  /** @throws CliError NO_SIDECAR, SIDECAR_ANSWER */
  async list(): Promise<readonly Approval[]> {
    const { status, body } = await this.#ask('GET', '/v1/approvals');
    const { items } = body as { readonly items?: unknown };
    if (status === 200 && Array.isArray(items)) return items as readonly Approval[];
    throw unexpected(status, body);
  }

  /** @throws CliError NO_SIDECAR, UNKNOWN_APPROVAL, SIDECAR_ANSWER */
  async find(name: string): Promise<Approval> {
    const found = (await this.list()).find(({ metadata }) => metadata.name === name);
    if (found !== undefined) return found;
    throw new CliError(
      'UNKNOWN_APPROVAL',
      `there is no approval ${name}; chaperone approvals lists them`,
    );
  }

  /** @throws CliError NO_SIDECAR, UNKNOWN_APPROVAL, APPROVAL_SETTLED, NOT_YOURS, SIDECAR_ANSWER */
  async decide(
    name: string,
    decision: { readonly decision: 'Approved' | 'Denied'; readonly reason: string },
  ): Promise<Approval> {
    const target = `/v1/approvals/${encodeURIComponent(name)}/decision`;
    const said = this.#isShared
      ? { approval: name, uid: (await this.find(name)).metadata.uid, ...decision }
      : decision;
    const { status, body } = await this.#say(target, said);
    if (status === 200) return body as Approval;
    if (status === 404) {
      const message = `there is no approval ${name}; chaperone approvals lists them`;
      throw new CliError('UNKNOWN_APPROVAL', message);
    }
    const why = `approval ${name} was not decided: ${messageOf(body)}`;
    if (status === 409) throw new CliError('APPROVAL_SETTLED', why);
    if (status === 403) throw new CliError('NOT_YOURS', why);
    throw unexpected(status, body);
  }

  /** @throws CliError NO_SIDECAR, GRANT_REFUSED, SIDECAR_ANSWER */
  async grant(request: GrantRequest): Promise<Approval> {
    const { status, body } = await this.#say('/v1/grants', request);
    if (status === 200) return body as Approval;
    const isRefused = status === 400 || status === 404 || status === 409;
    if (!isRefused) throw unexpected(status, body);
    throw new CliError('GRANT_REFUSED', `there can be no such grant: ${messageOf(body)}`);
  }

  async #say(target: string, said: object): Promise<Answer> {
    if (!this.#isShared) return this.#ask('POST', target, said);
    const name = `${randomUUID()}.json`;
    const file = path.join(this.#data, name);
    try {
      fs.writeFileSync(file, JSON.stringify(said), { flag: 'wx' });
      // Whatever the umask: the sidecar has to read it, and nobody else may write to it.
      fs.chmodSync(file, 0o644);
      return await this.#ask('POST', target, { statement: name });
    } catch (error) {
      throw this.#failure(error);
    } finally {
      fs.rmSync(file, { force: true });
    }
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
      const advice = this.#isShared
        ? `${this.#data} is not open to you; it is its group's alone`
        : `the sidecar's socket on ${this.#data} is its owner's alone; run this as the user that runs the sidecar, or name the directory of --decisions`;
      return new CliError('NO_SIDECAR', advice, error);
    }
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTDIR') {
      const start =
        'start one with chaperone sidecar, or name its directory with --data or --decisions DIR';
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
