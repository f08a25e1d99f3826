import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { standaloneLogin } from '../harness/standalone.ts';

/** A part of a manifest, in its own words. */
export type Fields = Readonly<Record<string, unknown>>;

export interface PolicySpec {
  readonly rules: readonly Fields[];
  readonly masking?: readonly Fields[];
  readonly limits?: Fields;
  readonly mode?: 'Enforce' | 'DryRun';
}

export const allowAll: Fields = { name: 'all', effect: 'Allow', postgres: { commands: ['*'] } };

/** As examples/standalone masks. */
export const standaloneMasking: readonly Fields[] = [
  {
    name: 'pii',
    postgres: { columns: ['public.customers.ssn', 'public.customers.email'] },
    method: 'Redact',
  },
  {
    name: 'card',
    postgres: { columns: ['public.customers.card'] },
    method: 'Partial',
    partial: { keepLast: 4 },
  },
];

function manifest(kind: string, name: string, spec: Fields): Fields {
  return { apiVersion: 'chaperone.dev/v1alpha1', kind, metadata: { name }, spec };
}

export function connectionManifest(name: string, port: number, spec: Fields = {}): Fields {
  const target = { host: '127.0.0.1', port, tls: { mode: 'Disable' } };
  const credential = { secretRef: { name: 'login' } };
  return manifest('AuditedConnection', name, { protocol: 'Postgres', target, credential, ...spec });
}

export function policyManifest(connection: string, spec: PolicySpec): Fields {
  const { mode = 'Enforce', ...rest } = spec;
  return manifest('AccessPolicy', connection, { mode, connections: [connection], ...rest });
}

export function loginManifest(password: string = standaloneLogin.password): Fields {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'login' },
    type: 'kubernetes.io/basic-auth',
    stringData: { username: standaloneLogin.user, password },
  };
}

/** Puts a file into the directory in one step, as a mounted ConfigMap changes. */
export async function putManifest(
  dir: string,
  name: string,
  content: Fields | string,
): Promise<void> {
  await mkdir(dir, { recursive: true });
  const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
  const file = path.join(dir, name);
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}
