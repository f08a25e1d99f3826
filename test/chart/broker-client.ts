import https from 'node:https';

export interface BrokerClient {
  /** Port on this machine. */
  readonly port: number;
  /** The name that the certificate has to be for. */
  readonly host: string;
  /** PEM. */
  readonly ca: string;
  /** Of the pod. */
  readonly token: string;
}

export interface AskOptions {
  readonly body?: object;
  /** In an answer that does not end: what is waited for. */
  readonly enough?: RegExp;
}

export interface BrokerAnswer {
  readonly status: number;
  readonly text: string;
}

/** Asks the broker as a sidecar does. */
export async function askBroker(
  { port, host, ca, token }: BrokerClient,
  [method, path]: readonly [method: string, path: string],
  { body, enough }: AskOptions = {},
): Promise<BrokerAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, host: `${host}:8443` };
    const to = { host: '127.0.0.1', port, servername: host, ca, agent: false };
    const request = https.request({ ...to, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (enough?.test(text) === true) response.destroy();
      });
      response.on('error', () => undefined);
      response.on('close', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
