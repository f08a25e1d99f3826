import type { Agent } from '../command/types.ts';
import type {
  BrokerRefusal,
  CertificateAnswer,
  StampedDecision,
  StreamMessage,
  UploadAnswer,
} from './messages.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A line of the stream; undefined where it is none. Fields that are not known are passed over, so that brokers may be newer. */
export function decodeStreamMessage(line: string): StreamMessage | undefined {
  const value = parsed(line);
  switch (value?.['type']) {
    case 'ping':
      return { type: 'ping' };
    case 'run':
      return toRun(value);
    case 'manifests': {
      const manifests = list(value['manifests'], fields);
      return manifests && { type: 'manifests', manifests };
    }
    case 'decisions': {
      const approval = text(value['approval']);
      const decisions = list(value['decisions'], toDecision);
      if (approval === undefined || decisions === undefined) return undefined;
      return { type: 'decisions', approval, decisions };
    }
    default:
      return undefined;
  }
}

/** The body of an answer that is not 2xx; undefined where it says nothing that can be read. */
export function decodeRefusal(body: string): BrokerRefusal | undefined {
  const value = parsed(body);
  const code = text(value?.['code']);
  const message = text(value?.['message']);
  return code === undefined || message === undefined ? undefined : { code, message };
}

/** The body of an answer to a CertificateRequest; undefined where it is none. */
export function decodeCertificateAnswer(body: string): CertificateAnswer | undefined {
  const certificate = text(parsed(body)?.['certificate']);
  return certificate === undefined ? undefined : { certificate };
}

function toRun(value: Fields): StreamMessage | undefined {
  const agent = toAgent(value['agent']);
  const authorities = value['authorities'];
  const hosts = list(value['hosts'] ?? [], text);
  if (agent === undefined || hosts === undefined) return undefined;
  if (authorities !== undefined && typeof authorities !== 'string') return undefined;
  return {
    ...{ type: 'run', agent },
    ...(authorities !== undefined && { authorities }),
    ...(value['hosts'] !== undefined && { hosts }),
  };
}

/** The answer to an UploadRequest; undefined where it is none. Only http and https are ways to a store. */
export function decodeUploadAnswer(body: string): UploadAnswer | undefined {
  const value = parsed(body);
  const kind = value?.['kind'];
  if (kind === 'stored' || kind === 'broker') return { kind };
  const url = text(value?.['url']);
  const headers = texts(value?.['headers']);
  if (kind !== 'url' || url === undefined || headers === undefined) return undefined;
  return /^https?:\/\//.test(url) ? { kind, url, headers } : undefined;
}

function toAgent(value: unknown): Agent | undefined {
  const agent = fields(value);
  const serviceAccount = text(agent?.['serviceAccount']);
  const namespace = text(agent?.['namespace']);
  const pod = fields(agent?.['pod']);
  const name = text(pod?.['name']);
  const uid = text(pod?.['uid']);
  const labels = texts(agent?.['labels']);
  if (serviceAccount === undefined || namespace === undefined || labels === undefined)
    return undefined;
  if (name === undefined || uid === undefined) return undefined;
  return { serviceAccount, namespace, pod: { name, uid }, labels };
}

function toDecision(value: unknown): StampedDecision | undefined {
  const said = fields(value);
  const username = text(said?.['username']);
  const reason = text(said?.['reason']);
  const groups = list(said?.['groups'], text);
  const decidedAt = time(said?.['decidedAt']);
  const decision = said?.['decision'];
  if (username === undefined || reason === undefined) return undefined;
  if (groups === undefined || decidedAt === undefined) return undefined;
  if (decision !== 'Approved' && decision !== 'Denied') return undefined;
  return { username, groups, decision, reason, decidedAt };
}

function parsed(json: string): Fields | undefined {
  try {
    return fields(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function fields(value: unknown): Fields | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function time(value: unknown): string | undefined {
  const said = text(value);
  return Number.isNaN(Date.parse(said ?? '')) ? undefined : said;
}

function texts(value: unknown): Readonly<Record<string, string>> | undefined {
  const object = fields(value ?? {});
  if (object === undefined) return undefined;
  const entries = Object.entries(object);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(entries)
    : undefined;
}

/** Every element as `decode` reads it; undefined where one is none. */
function list<T>(
  value: unknown,
  decode: (element: unknown) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const elements: T[] = [];
  for (const element of value as readonly unknown[]) {
    const decoded = decode(element);
    if (decoded === undefined) return undefined;
    elements.push(decoded);
  }
  return elements;
}
