import type http from 'node:http';
import { approvalLimits } from '../config/limits.ts';
import type { Approvals } from './approvals.ts';
import type { Decider, DecideProblem, Word } from './deciding.ts';
import type { GrantProblem, GrantRequest } from './grants.ts';

const DECISION_PATH = /^\/v1\/approvals\/([a-z0-9][a-z0-9.-]{0,252})\/decision$/;

export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** Who asks, and what for. */
export interface Said {
  readonly decider: Decider;
  readonly body: unknown;
  /** It was written down for one purpose, and names the Approval that it is about. */
  readonly isStatement: boolean;
}

/** How a socket finds out who says what; undefined where it cannot. */
export type Listen = (body: string) => Said | undefined;

const problems: Readonly<
  Record<DecideProblem | GrantProblem, readonly [status: number, message: string]>
> = {
  NOT_FOUND: [404, 'There is no Approval of this name; `chaperone approvals` lists them.'],
  ALREADY_SETTLED: [409, 'It is settled already; `chaperone approvals` shows how.'],
  ALREADY_DECIDED: [409, 'You have decided it already; another person has to.'],
  NOT_AN_APPROVER: [403, 'The rule names neither you nor a group of yours among its approvers.'],
  OWN_REQUEST: [403, 'You asked for it yourself; another person has to approve it.'],
  NOT_STORED: [503, 'It cannot be written to disk and does not count; free space and try again.'],
  UNKNOWN_CONNECTION: [404, 'The sidecar serves no connection of this name.'],
  UNKNOWN_RULE: [404, 'No rule of this policy and name asks for approval on the connection.'],
  SCOPE_IS_NOT_WINDOW: [409, 'The rule takes no grants; its approval.scope is not Window.'],
  BAD_DURATION: [400, 'The duration is none, or longer than docs/limits.md allows; write 1h.'],
  NAME_TAKEN: [409, 'Another Approval has this name.'],
  TOO_MANY_APPROVALS: [503, 'As many Approvals are open as may be; decide some of them.'],
};

/**
 * `GET /v1/approvals` -> `{"items":[Approval]}`; `POST /v1/approvals/NAME/decision` with `{"decision","reason"}` and
 * `POST /v1/grants` with `{"connection","policy","rule","grant"}` -> the Approval. A statement has `approval` and `uid` too.
 */
export async function answer(
  request: http.IncomingMessage,
  approvals: Approvals,
  listen: Listen,
): Promise<Answer> {
  const { method, url = '' } = request;
  if (url === '/v1/approvals') {
    if (method !== 'GET') return fault(405, 'METHOD_NOT_ALLOWED', 'Use GET.');
    return { status: 200, body: { items: approvals.list() } };
  }
  const name = DECISION_PATH.exec(url)?.[1];
  if (name === undefined && url !== '/v1/grants') {
    return fault(404, 'NOT_FOUND', 'There is no such path.');
  }
  if (method !== 'POST') return fault(405, 'METHOD_NOT_ALLOWED', 'Use POST.');
  const body = await readBody(request);
  if (body === undefined) return fault(413, 'TOO_LARGE', 'The body is too long.');
  const said = listen(body);
  if (said === undefined) return fault(400, 'UNREADABLE', 'What you say cannot be read.');
  return name === undefined ? grant(approvals, said) : decide(approvals, name, said);
}

function decide(approvals: Approvals, name: string, said: Said): Answer {
  const word = toWord(said.body);
  if (word === undefined) {
    return fault(400, 'BAD_DECISION', 'Send {"decision":"Approved"|"Denied","reason":"…"}.');
  }
  if (said.isStatement && !isAbout(said.body, name, approvals)) {
    return fault(409, 'WRONG_STATEMENT', 'The statement is about another Approval.');
  }
  return toAnswer(approvals.decide(name, said.decider, word));
}

function grant(approvals: Approvals, said: Said): Answer {
  const request = toGrantRequest(said.body);
  if (request === undefined) {
    return fault(
      400,
      'BAD_GRANT',
      'Send {"connection","policy","rule","grant":{"subject":{"serviceAccount"},"duration","justification"}}.',
    );
  }
  return toAnswer(approvals.grant(request, said.decider.username));
}

function toAnswer(result: object | DecideProblem | GrantProblem): Answer {
  if (typeof result === 'object') return { status: 200, body: result };
  const [status, message] = problems[result];
  return fault(status, result, message);
}

export function fault(status: number, code: string, message: string): Answer {
  return { status, body: { code, message } };
}

async function readBody(request: http.IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > approvalLimits.bodyBytes.value) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Undefined where the text is no JSON object. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max;
}

function toWord(body: unknown): Word | undefined {
  const { decision, reason = '' } = fieldsOf(body) ?? {};
  if (decision !== 'Approved' && decision !== 'Denied') return undefined;
  return isText(reason, approvalLimits.reasonChars.value) ? { decision, reason } : undefined;
}

function isAbout(body: unknown, name: string, approvals: Approvals): boolean {
  const { approval, uid } = fieldsOf(body) ?? {};
  const found = approvals.list().find(({ metadata }) => metadata.name === name);
  return approval === name && found !== undefined && uid === found.metadata.uid;
}

const NAME_CHARS = 253;

function toGrantRequest(body: unknown): GrantRequest | undefined {
  const { connection, policy, rule, grant: asked } = fieldsOf(body) ?? {};
  const { subject, duration, justification } = fieldsOf(asked) ?? {};
  const { serviceAccount } = fieldsOf(subject) ?? {};
  if (!isText(connection, NAME_CHARS) || !isText(policy, NAME_CHARS)) return undefined;
  if (!isText(rule, NAME_CHARS) || !isText(serviceAccount, NAME_CHARS)) return undefined;
  if (!isText(duration, NAME_CHARS)) return undefined;
  const why = justification ?? '';
  if (!isText(why, approvalLimits.reasonChars.value)) return undefined;
  const given = {
    subject: { serviceAccount },
    duration,
    ...(why !== '' && { justification: why }),
  };
  return { connection, policy, rule, grant: given };
}
