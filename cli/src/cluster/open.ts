import type { Io } from '../io.ts';
import { visible } from '../output/visible.ts';
import { ClusterClient, type Scope } from './client.ts';
import { credentialsOf } from './credentials.ts';
import { readTarget } from './kubeconfig.ts';

/** Which cluster, and where in it, as the command line says. */
export interface ClusterFlags {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly namespace?: string;
  readonly allNamespaces?: true;
}

export interface Cluster {
  readonly client: ClusterClient;
  /** Of the command line, else of the context. */
  readonly namespace: string;
  /** What is listed: undefined where every namespace is. */
  readonly scope: Scope;
}

/** Does something with the cluster, and closes its connections. @throws CliError */
export async function withCluster<T>(
  flags: ClusterFlags,
  io: Io,
  act: (cluster: Cluster) => Promise<T>,
): Promise<T> {
  const { kubeconfig, context } = flags;
  const target = readTarget({ kubeconfig, context, env: io.env });
  const client = new ClusterClient({
    target,
    credentials: await credentialsOf(target, io.env),
    warn: (text) => {
      io.err(`Warning: ${visible(text)}\n`);
    },
  });
  const namespace = flags.namespace ?? target.namespace;
  try {
    return await act({
      ...{ client, namespace },
      scope: flags.allNamespaces === true ? undefined : namespace,
    });
  } finally {
    client.close();
  }
}
