import { samples } from '../../crds/src/testdata/samples.ts';
import type { Resource } from './resources.ts';

export type Tree = Readonly<Record<string, unknown>>;

/** A sample of the repository, as a person would make it. */
export const sample = (kind: string, name: string): Tree & Resource => {
  const found = samples.find(
    ({ value }) =>
      value['kind'] === kind &&
      (value['metadata'] as Tree)['name'] === name &&
      (value['metadata'] as Tree)['namespace'] !== 'default',
  );
  if (found === undefined) throw new TypeError(`no sample ${kind} ${name}`);
  const { namespace } = found.value['metadata'] as Tree;
  return { ...found.value, metadata: { name, namespace } } as unknown as Tree & Resource;
};
export const withSpec = (value: Tree & Resource, change: Tree): Tree & Resource => ({
  ...value,
  spec: { ...(value['spec'] as Tree), ...change },
});

export const orders: Tree & Resource = sample('AuditedConnection', 'orders-db');
export const ssh: Tree & Resource = sample('AuditedConnection', 'build-host');
export const policy: Tree & Resource = sample('AccessPolicy', 'orders');
export const approval: Tree & Resource = sample('Approval', 'orders-db-x7k2p');
export const grant: Tree & Resource = sample('Approval', 'every-field-grant');
export const session: Tree & Resource = sample('AuditSession', '01jd3q0w2t4zp6v8xk5m7n9r1s');
export const store: Tree & Resource = sample('AuditStore', 'default');
export const rule = (change: Tree): Tree & Resource =>
  withSpec(policy, {
    rules: [{ name: 'a', effect: 'Allow', postgres: { commands: ['SELECT'] }, ...change }],
  });
export const masking = (change: Tree): Tree & Resource =>
  withSpec(policy, { masking: [{ name: 'a', method: 'Redact', detectors: ['Email'], ...change }] });
export const target: Tree = (orders['spec'] as { target: Tree }).target;
export const exchange: Tree = {
  tokenEndpoint: 'https://idp.example.com/token',
  subjectToken: 'Pod',
};
export const host: Tree = { host: 'a.example.com', port: 22 };

/** One decision, as admission stamps it. */
export function decided(
  username: string,
  decidedAt = '2026-11-21T09:10:00Z',
  decision = 'Approved',
): Tree {
  return { username, groups: ['dba'], decision, reason: 'CHG-1', decidedAt };
}
