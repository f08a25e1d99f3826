import https from 'node:https';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { parseAllDocuments } from 'yaml';
import { root } from '../harness/paths.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { atTarget, createLogin, standaloneLogin } from '../harness/standalone.ts';
import { agentPod, writePodToken } from '../kube/agent-pod.ts';
import { NAMESPACE, startBrokerGround, type BrokerGround } from '../kube/broker-ground.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';

export interface StoredSession {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly connectionRef: { readonly name: string } };
  readonly status?: {
    readonly phase?: string;
    readonly recording?: {
      readonly storeRef?: { readonly name: string };
      readonly prefix?: string;
      readonly storedAt?: string;
      readonly rootHash?: string;
    };
  };
}

export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly body: string;
}

/** Operator, API server and PostgreSQL; sidecars of pods as a test wants them. */
export interface Stage {
  readonly ground: BrokerGround;
  readonly server: Postgres;
  /** The operator's own store. */
  readonly store: string;
  /** Of a pod that there is, with the connections' names. */
  readonly sidecar: (pod: string, data?: string) => Promise<Sidecar>;
  readonly sessions: () => Promise<readonly StoredSession[]>;
  /** Asks the broker as a pod's sidecar. */
  readonly ask: (pod: string, url: string, body: Body) => Promise<Answer>;
  readonly addPod: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export type Body =
  | { readonly json: object }
  | { readonly bytes: Buffer; readonly headers: Readonly<Record<string, string>> };

export async function until(holds: () => Promise<boolean>, ms = 15_000): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < ms) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`it did not come in ${String(ms)} ms`);
}

export async function connect(sidecar: Sidecar, connection: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port: sidecar.port(connection), user: 'agent', database: 'postgres' },
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function example(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(path.join(root, 'examples', 'standalone', file), 'utf8');
  return parseAllDocuments(text)[0]?.toJS() as Record<string, unknown>;
}

/** What one connection of the stage records differently. */
export type Connections = Readonly<Record<string, object>>;

async function applyAll(
  ground: BrokerGround,
  server: Postgres,
  connections: Connections,
): Promise<void> {
  const manifest = await example('connection.yaml');
  const target = { host: 'localhost', port: server.port, tls: { mode: 'Disable' } };
  const policy = await example('policy.yaml');
  const rule = { name: 'all', effect: 'Allow', postgres: { commands: ['*'] } };
  const spec = { subjects: [{ serviceAccount: 'report-bot' }], connections: ['*'], rules: [rule] };
  const made = Object.entries(connections).map(([name, recording]) => ({
    ...manifest,
    metadata: { name },
    spec: { ...(manifest['spec'] as object), target, recording },
  }));
  await ground.apply(...made, { ...policy, spec }, await example('secret.yaml'));
  for (const name of Object.keys(connections)) {
    await ground.kubernetes.mustKubectl([
      ...['wait', 'auditedconnection', name, '-n', NAMESPACE, '--timeout=30s'],
      '--for=condition=Addressed',
    ]);
  }
}

async function put(
  ground: BrokerGround,
  authorization: string,
  url: string,
  said: Body,
): Promise<Answer> {
  const ca = await readFile(ground.operator.caFile);
  const [bytes, headers] =
    'json' in said ? [Buffer.from(JSON.stringify(said.json)), {}] : [said.bytes, said.headers];
  return new Promise((resolve, reject) => {
    const method = url.startsWith('/v1/uploads/') ? 'POST' : 'PUT';
    const options = { method, ca, headers: { authorization, ...headers } };
    const request = https.request(ground.operator.brokerUrl + url, options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('close', () => {
        const code = /"code":"(\w+)"/.exec(body)?.[1] ?? '';
        resolve({ status: response.statusCode ?? 0, code, body });
      });
    });
    request.on('error', reject);
    request.end(bytes);
  });
}

/** @param connections what each of them says of its recording */
export async function startStage(connections: Connections): Promise<Stage> {
  const ground = await startBrokerGround();
  const server = await startPostgres();
  await createLogin(server);
  await atTarget(
    server,
    `CREATE TABLE public.orders (id int); GRANT ALL ON public.orders TO ${standaloneLogin.user}`,
  );
  const { kubernetes, operator, directory } = ground;
  const pod = { namespace: NAMESPACE, serviceAccount: 'report-bot' };
  await kubernetes.mustKubectl(['create', 'serviceaccount', pod.serviceAccount, '-n', NAMESPACE]);
  await applyAll(ground, server, connections);
  const token = async (name: string): Promise<string> =>
    writePodToken(kubernetes, directory, { ...pod, name });
  return {
    ...{ ground, server, store: path.join(directory, 'store') },
    addPod: async (name) => {
      const input = JSON.stringify(agentPod({ ...pod, name }));
      await until(async () => {
        const { status } = await kubernetes.kubectl(['create', '-f', '-'], { input });
        return status === 0;
      });
    },
    sidecar: async (name, data) =>
      startSidecar({
        ...{ connections: Object.keys(connections), ...(data !== undefined && { data }) },
        args: [
          ...['--broker', operator.brokerUrl, '--broker-ca', operator.caFile],
          ...['--broker-token', await token(name)],
        ],
      }),
    sessions: async () => {
      const get = ['get', 'auditsessions', '-n', NAMESPACE, '-o', 'json'];
      const said = await kubernetes.mustKubectl(get);
      return (JSON.parse(said) as { items: readonly StoredSession[] }).items;
    },
    ask: async (name, url, body) => {
      const bearer = (await readFile(await token(name), 'utf8')).trim();
      return put(ground, `Bearer ${bearer}`, url, body);
    },
    stop: async () => {
      await server.stop();
      await ground.stop();
    },
  };
}
