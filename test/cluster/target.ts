import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../harness/paths.ts';
import { makeAuthority } from '../kube/pki.ts';
import type { Cluster } from './cluster.ts';

/** As the Secret of examples/postgres has them. */
export const LOGIN = { user: 'orders_rw', password: 'only-the-sidecar-knows-it' };
const SUPERUSER_PASSWORD = 'nobody-here-knows-it';

/** What the customers' rows really hold; none of it may reach an agent. */
export const SECRETS: readonly string[] = [
  ...['ada.holm@example.com', '4111111111111111', '078-05-1120'],
  LOGIN.password,
];

const setup = `
CREATE ROLE ${LOGIN.user} LOGIN PASSWORD '${LOGIN.password}';
CREATE DATABASE orders;
\\c orders
CREATE TABLE customers (id int PRIMARY KEY, name text, email text, card text, ssn text, tier text, credit int);
INSERT INTO customers VALUES
  (1, 'Ada Holm', 'ada.holm@example.com', '4111111111111111', '078-05-1120', 'gold', 120),
  (2, 'Ben Okoro', 'ben@example.org', '5500005555555559', '219-09-9999', 'silver', 100);
CREATE TABLE orders (id int PRIMARY KEY, item text, status text);
INSERT INTO orders VALUES (1, 'kettle', 'shipped'), (2, 'lamp', 'cancelled'), (3, 'chair', 'open');
CREATE TABLE order_items (number text PRIMARY KEY, item text);
GRANT SELECT, INSERT, UPDATE, DELETE ON customers, orders, order_items TO ${LOGIN.user};
`;

export interface Target {
  readonly namespace: string;
  /** Under which agents know it. */
  readonly host: string;
  /** PEM. */
  readonly ca: string;
  /** Runs a statement as its superuser, past any sidecar. @returns the rows, unaligned */
  readonly query: (sql: string) => Promise<string>;
}

function pod(): object {
  const volumeMounts = ['data', 'setup', 'tls'].map((name) => ({ name, mountPath: `/${name}` }));
  return {
    securityContext: { runAsUser: 1000, fsGroup: 1000 },
    terminationGracePeriodSeconds: 0,
    containers: [
      {
        name: 'postgres',
        image: 'localhost/postgres:1',
        imagePullPolicy: 'Never',
        env: [{ name: 'POSTGRES_PASSWORD', value: SUPERUSER_PASSWORD }],
        volumeMounts,
        readinessProbe: { tcpSocket: { port: 5432 }, periodSeconds: 1 },
      },
    ],
    volumes: [
      { name: 'data', emptyDir: {} },
      { name: 'setup', configMap: { name: 'setup' } },
      { name: 'tls', secret: { secretName: 'tls', defaultMode: 0o440 } },
    ],
  };
}

/** A real PostgreSQL with TLS behind the Service `orders` of a namespace of its own. */
export async function startTarget(cluster: Cluster): Promise<Target> {
  const namespace = await cluster.makeNamespace('data');
  const host = `orders.${namespace}.svc.cluster.local`;
  const authority = await makeAuthority();
  const pair = await authority.server('orders', [host]);
  const labels = { app: 'orders' };
  const named = (name: string): object => ({ name, namespace, labels });
  await cluster.apply(
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: named('setup'), data: { 'setup.sql': setup } },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: named('tls'),
      stringData: { 'tls.crt': pair.certificate, 'tls.key': pair.key },
    },
    { apiVersion: 'v1', kind: 'Pod', metadata: named('orders'), spec: pod() },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: named('orders'),
      spec: { selector: labels, ports: [{ port: 5432 }] },
    },
  );
  await cluster.must([
    'wait',
    '-n',
    namespace,
    'pod/orders',
    '--for=condition=Ready',
    '--timeout=90s',
  ]);
  const psql = ['psql', '-h', '/data', '-U', 'postgres', '-d', 'orders', '-AtX', '-c'];
  return {
    ...{ namespace, host, ca: authority.certificate },
    query: async (sql) =>
      (await cluster.must(['exec', '-n', namespace, 'orders', '--', ...psql, sql])).trim(),
  };
}

interface Manifest {
  readonly metadata: object;
  readonly spec: Record<string, unknown>;
}

const example = (name: string): Manifest =>
  parse(readFileSync(path.join(root, 'examples', 'postgres', name), 'utf8')) as Manifest;

const without = (key: string, object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

/** The manifests of examples/postgres for this target, without what needs an identity provider or a store. */
export function manifestsFor(target: Target, namespace: string): readonly object[] {
  const [connection, policy, secret] = ['connection.yaml', 'policy.yaml', 'secret.yaml'].map(
    example,
  );
  if (connection === undefined || policy === undefined) throw new Error('no examples');
  const spec = without('identity', connection.spec);
  const recording = without('storeRef', spec['recording'] as Record<string, unknown>);
  const rules = (policy.spec['rules'] as readonly { readonly name: string }[]).filter(
    // It depends on the time of day.
    ({ name }) => name !== 'business-hours',
  );
  const here = (manifest: Manifest | undefined): object => ({
    ...manifest,
    metadata: { ...manifest?.metadata, namespace },
  });
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'orders-db-ca', namespace },
      data: { 'ca.crt': target.ca },
    },
    here(secret),
    here({
      ...connection,
      spec: { ...spec, recording, target: { ...(spec['target'] as object), host: target.host } },
    }),
    here({ ...policy, spec: { ...policy.spec, rules } }),
  ];
}
