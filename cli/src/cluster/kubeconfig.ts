import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { CliError } from '../errors.ts';

/** A user of a kubeconfig, as far as it is understood here. */
export interface UserEntry {
  readonly 'client-certificate'?: string;
  readonly 'client-certificate-data'?: string;
  readonly 'client-key'?: string;
  readonly 'client-key-data'?: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly username?: string;
  readonly password?: string;
  readonly as?: string;
  readonly 'as-groups'?: readonly string[];
  readonly exec?: ExecEntry;
  readonly 'auth-provider'?: object;
}

/** A program that says who the person is (client.authentication.k8s.io). */
export interface ExecEntry {
  readonly apiVersion?: string;
  readonly command?: string;
  readonly args?: readonly string[] | null;
  readonly env?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly provideClusterInfo?: boolean;
}

interface ClusterEntry {
  readonly server?: string;
  readonly 'certificate-authority'?: string;
  readonly 'certificate-authority-data'?: string;
  readonly 'insecure-skip-tls-verify'?: boolean;
  readonly 'tls-server-name'?: string;
  readonly 'proxy-url'?: string;
}

interface ContextEntry {
  readonly cluster?: string;
  readonly user?: string;
  readonly namespace?: string;
}

interface RawConfig {
  readonly 'current-context'?: string;
  readonly clusters?: readonly { readonly name?: string; readonly cluster?: ClusterEntry }[];
  readonly users?: readonly { readonly name?: string; readonly user?: UserEntry }[];
  readonly contexts?: readonly { readonly name?: string; readonly context?: ContextEntry }[];
}

/** Where the cluster is, and as whom it is spoken to. */
export interface Target {
  readonly server: URL;
  /** PEM. */
  readonly ca: string | undefined;
  readonly isVerified: boolean;
  readonly serverName: string | undefined;
  readonly namespace: string;
  readonly user: UserEntry;
  /** Directory of the file that has the user: paths in it count from there. */
  readonly userDirectory: string;
}

export interface KubeconfigOptions {
  readonly kubeconfig: string | undefined;
  readonly context: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Found<T> {
  readonly entry: T;
  readonly directory: string;
}

/**
 * The context of a person's kubeconfig: `--kubeconfig`, else the files of KUBECONFIG, else ~/.kube/config. Of several files the first
 * that has an entry counts, as kubectl has it.
 * @throws CliError KUBECONFIG
 */
export function readTarget({ kubeconfig, context, env }: KubeconfigOptions): Target {
  const files = filesOf(kubeconfig, env);
  const configs = files.flatMap((file) => read(file, files.length > 1));
  const name = context ?? configs.map(({ entry }) => entry['current-context']).find(isGiven);
  if (name === undefined) {
    throw failure(`${files.join(', ')}: there is no current context; name one with --context`);
  }
  const chosen = find(
    configs,
    'context',
    name,
    ({ contexts = [] }) => contexts.find((one) => one.name === name)?.context,
  ).entry;
  const cluster = find(
    configs,
    'cluster',
    chosen.cluster ?? '',
    ({ clusters = [] }) => clusters.find((one) => one.name === chosen.cluster)?.cluster,
  );
  const user = find(
    configs,
    'user',
    chosen.user ?? '',
    ({ users = [] }) => users.find((one) => one.name === chosen.user)?.user,
  );
  return targetOf(cluster, user, chosen.namespace ?? 'default');
}

function targetOf(
  { entry: cluster, directory }: Found<ClusterEntry>,
  user: Found<UserEntry>,
  namespace: string,
): Target {
  const server = URL.parse(cluster.server ?? '');
  if (server?.protocol !== 'https:') {
    throw failure(`the cluster's server '${cluster.server ?? ''}' is no https URL`);
  }
  if (cluster['proxy-url'] !== undefined) throw failure('proxy-url is not supported');
  const ca = materialOf(
    cluster['certificate-authority-data'],
    cluster['certificate-authority'],
    directory,
  );
  return {
    ...{ server, ca, namespace, user: user.entry, userDirectory: user.directory },
    isVerified: cluster['insecure-skip-tls-verify'] !== true,
    serverName: cluster['tls-server-name'],
  };
}

/** What is there as base64, or in a file. @throws CliError KUBECONFIG */
export function materialOf(
  data: string | undefined,
  file: string | undefined,
  directory: string,
): string | undefined {
  if (data !== undefined && data !== '') return Buffer.from(data, 'base64').toString('utf8');
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(path.resolve(directory, file), 'utf8');
  } catch (cause) {
    throw failure(`${file} cannot be read`, cause);
  }
}

function filesOf(kubeconfig: string | undefined, env: KubeconfigOptions['env']): readonly string[] {
  if (kubeconfig !== undefined) return [kubeconfig];
  const listed = (env['KUBECONFIG'] ?? '').split(path.delimiter).filter((file) => file !== '');
  return listed.length > 0 ? listed : [path.join(env['HOME'] ?? os.homedir(), '.kube', 'config')];
}

/** @param mayMiss as one of several that KUBECONFIG lists */
function read(file: string, mayMiss: boolean): readonly Found<RawConfig>[] {
  try {
    const entry = (parse(readFileSync(file, 'utf8')) ?? {}) as RawConfig;
    return [{ entry, directory: path.dirname(path.resolve(file)) }];
  } catch (cause) {
    if (mayMiss && (cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw failure(`${file} cannot be read; name your kubeconfig with --kubeconfig`, cause);
  }
}

function find<T>(
  configs: readonly Found<RawConfig>[],
  what: string,
  name: string,
  pick: (config: RawConfig) => T | undefined,
): Found<T> {
  for (const { entry, directory } of configs) {
    const found = pick(entry);
    if (found !== undefined) return { entry: found, directory };
  }
  throw failure(`the kubeconfig has no ${what} '${name}'`);
}

const isGiven = (text: string | undefined): text is string => text !== undefined && text !== '';

function failure(message: string, cause?: unknown): CliError {
  return new CliError('KUBECONFIG', message, cause);
}
