import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** A connection NAME-db and its Secret, to a target at a port of this machine. */
const connection = (name: string, port: number, { user, password }: Login): string => `
apiVersion: chaperone.dev/v1alpha1
kind: AuditedConnection
metadata: {name: ${name}-db}
spec:
  protocol: Postgres
  target: {host: 127.0.0.1, port: ${String(port)}, tls: {mode: Disable}}
  credential: {secretRef: {name: ${name}-login}}
  recording: {responses: Full, maxResponseBytes: 64Mi, durability: Buffered}
  limits: {maxCommandBytes: 1Mi, idleTimeout: 30m}
---
apiVersion: v1
kind: Secret
metadata: {name: ${name}-login}
type: kubernetes.io/basic-auth
stringData: {username: ${user}, password: ${password}}`;

/** Writes connection, Secret and policy of each name. */
export async function writeConnections(
  dir: string,
  port: number,
  connections: Readonly<Record<string, { readonly login: Login; readonly policy: string }>>,
): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const [name, { login, policy }] of Object.entries(connections)) {
    await writeFile(path.join(dir, `${name}.yaml`), policy);
    const file = path.join(dir, `${name}-connection.yaml`);
    await writeFile(file, connection(name, port, login));
    await chmod(file, 0o600);
  }
}
