import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const BUFFERED = 'bench-db';
export const FSYNC = 'bench-db-fsync';
export const login = { user: 'bench', password: 'bench-secret' } as const;

const connection = (name: string, port: number, durability: string): string => `
apiVersion: chaperone.dev/v1alpha1
kind: AuditedConnection
metadata:
  name: ${name}
spec:
  protocol: Postgres
  target: {host: 127.0.0.1, port: ${String(port)}, tls: {mode: Disable}}
  credential: {secretRef: {name: bench-login}}
  recording: {responses: Full, maxResponseBytes: 64Mi, durability: ${durability}}
`;

const rest = `
apiVersion: chaperone.dev/v1alpha1
kind: AccessPolicy
metadata:
  name: bench
spec:
  mode: Enforce
  connections: [${BUFFERED}, ${FSYNC}]
  rules:
  - name: read
    effect: Allow
    postgres:
      commands: [SELECT, COPY]
      relations: ["public.*", "pg_catalog.*"]
  - name: drop
    effect: Deny
    postgres:
      commands: [DELETE, DROP TABLE, TRUNCATE]
  masking:
  - name: filler
    postgres: {columns: [public.pgbench_accounts.filler, public.people.email]}
    method: Redact
---
apiVersion: v1
kind: Secret
metadata:
  name: bench-login
type: kubernetes.io/basic-auth
stringData:
  username: ${login.user}
  password: ${login.password}
`;

/** Policy, full recording and one masked column per table, for two durabilities. */
export async function writeBenchConfig(dir: string, port: number): Promise<void> {
  await mkdir(dir, { recursive: true });
  const documents = [
    connection(BUFFERED, port, 'Buffered'),
    connection(FSYNC, port, 'Fsync'),
    rest,
  ];
  await writeFile(path.join(dir, 'bench.yaml'), documents.join('---'), { mode: 0o600 });
}
