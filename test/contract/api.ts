import https from 'node:https';
import type { User } from '../kube/credentials.ts';
import type { Kubernetes } from '../kube/kubernetes.ts';

export interface Answer {
  readonly status: number;
  /** An object, or a Status that says what is wrong with it. */
  readonly body: Readonly<Record<string, unknown>> & { readonly message?: string };
  /** Of the header Warning. */
  readonly warnings: readonly string[];
}

export interface Api {
  /** `type` is the content type of the body; JSON where nothing is said. */
  readonly send: (method: string, path: string, body?: unknown, type?: string) => Promise<Answer>;
  readonly close: () => void;
}

/** The API server as one user sees it, over a kept connection: thousands of requests, where kubectl would take minutes. */
export function apiFor(kubernetes: Kubernetes, user: User = kubernetes.admin): Api {
  const agent = new https.Agent({ keepAlive: true, maxSockets: 8 });
  const identity = { ca: kubernetes.ca, cert: user.certificate, key: user.key, agent };
  const send: Api['send'] = async (method, path, body, type = 'application/json') =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': type, accept: 'application/json' };
      const request = https.request(
        new URL(path, kubernetes.url),
        { ...identity, method, headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({
              status: response.statusCode ?? 0,
              body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : { message: text },
              warnings: [response.headers.warning ?? []].flat(),
            });
          });
        },
      );
      request.on('error', reject);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  return {
    send,
    close: () => {
      agent.destroy();
    },
  };
}

const MERGE = 'application/merge-patch+json';

/** As `kubectl patch --type merge`. */
export async function patch(api: Api, path: string, body: object): Promise<Answer> {
  return api.send('PATCH', path, body, MERGE);
}
