import { parseArgs } from 'node:util';
import { parseQuantity } from '@chaperone/crds';
import { isLoopback, parseAddress, type Address } from './address.ts';
import { sidecarHelp } from './help.ts';
import { spoolLimits } from './limits.ts';
import type { ListenAddress } from './types.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** The operator's broker, which tells the sidecars of a cluster what they need. */
export interface BrokerAddress {
  /** `https://` and nothing behind the port. */
  readonly url: string;
  /** The authorities that the broker's certificate may be of, PEM; a file is read anew for each connection. */
  readonly ca: { readonly file: string } | { readonly pem: string };
  /** The sidecar's own token, mounted in no other container; read anew for each request. */
  readonly tokenFile: string;
}

/** Where connections, policies and secrets come from. */
export type ManifestsFrom =
  | { readonly kind: 'directory'; readonly directory: string }
  | { readonly kind: 'broker'; readonly broker: BrokerAddress };

/** What `chaperone sidecar` is asked to do. */
export interface SidecarOptions {
  readonly manifests: ManifestsFrom;
  readonly listen: readonly ListenAddress[];
  readonly data: string;
  readonly admin: Address;
  /** ServiceAccount that the agent counts as; with a broker, which knows who it is, without meaning. */
  readonly agent: string;
  readonly namespace: string | undefined;
  readonly logLevel: LogLevel;
  readonly maxDataBytes: number;
  /** Directory in which people of this machine, other than the sidecar's own user, decide approvals. */
  readonly decisions: string | undefined;
  /** The pod's token for token exchanges (`subjectToken: Pod`), mounted in no other container; read anew for each. */
  readonly exchangeTokenFile: string | undefined;
  /** Directory in which agents find whom to trust; with a broker alone. */
  readonly trust: string | undefined;
  /** PEM files for agents that ask for TLS; without them SSLRequest is answered `N`. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly options: SidecarOptions }
  | { readonly kind: 'help'; readonly text: string }
  /** Every mistake at once, each a sentence. */
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] };

const flags = {
  config: { type: 'string' },
  broker: { type: 'string' },
  'broker-ca': { type: 'string' },
  'broker-token': { type: 'string' },
  'exchange-token': { type: 'string' },
  trust: { type: 'string' },
  listen: { type: 'string', multiple: true },
  data: { type: 'string' },
  admin: { type: 'string' },
  agent: { type: 'string' },
  namespace: { type: 'string' },
  'log-level': { type: 'string' },
  'max-data': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  decisions: { type: 'string' },
  'listen-anywhere': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flag = keyof typeof flags;

const levels: readonly string[] = ['debug', 'info', 'warn', 'error'] satisfies LogLevel[];
/** RFC 1123 subdomain, as Kubernetes names objects. */
const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** What the command line says: values by flag, and what is wrong with its form. */
interface Gathered {
  readonly values: ReadonlyMap<Flag, readonly string[]>;
  readonly mistakes: string[];
}

/** What of the process's environment counts. */
export interface Environment {
  /** PEM, for pods: what is public needs no file. */
  readonly CHAPERONE_BROKER_CA?: string | undefined;
}

/** Reads the arguments behind `chaperone sidecar`. */
export function parseArguments(
  argv: readonly string[],
  environment: Environment = {},
): ParsedArguments {
  const { values, mistakes } = gather(argv);
  if (values.has('help')) return { kind: 'help', text: sidecarHelp };
  const anywhere = values.has('listen-anywhere');
  const last = (flag: Flag): string | undefined => values.get(flag)?.at(-1);
  const one = (flag: Flag, fallback: string): string => last(flag) ?? fallback;
  const options: SidecarOptions = {
    manifests: manifestsFrom(values, environment, mistakes),
    listen: listenAddresses(values.get('listen') ?? [], anywhere, mistakes),
    data: one('data', './data'),
    // The kubelet asks from outside of the pod.
    admin: adminAddress(one('admin', '127.0.0.1:9090'), anywhere || values.has('broker'), mistakes),
    agent: named('agent', one('agent', 'local'), mistakes) ?? 'local',
    namespace: named('namespace', last('namespace'), mistakes),
    logLevel: logLevel(one('log-level', 'info'), mistakes),
    maxDataBytes: maxData(last('max-data'), mistakes),
    decisions: directory('decisions', values.get('decisions'), mistakes),
    exchangeTokenFile: last('exchange-token'),
    trust: directory('trust', values.get('trust'), mistakes),
    tls: tlsFiles(last('tls-cert'), last('tls-key'), mistakes),
  };
  if (options.data === '') mistakes.push('--data needs a directory');
  return mistakes.length > 0 ? { kind: 'mistakes', mistakes } : { kind: 'run', options };
}

function manifestsFrom(
  values: Gathered['values'],
  environment: Environment,
  mistakes: string[],
): ManifestsFrom {
  const last = (flag: Flag): string => values.get(flag)?.at(-1) ?? '';
  const config = last('config');
  if (!values.has('broker')) {
    if (config === '') mistakes.unshift(NO_MANIFESTS);
    for (const flag of ['broker-ca', 'broker-token', 'trust'] as const)
      if (values.has(flag)) mistakes.push(`--${flag} belongs to --broker`);
    return { kind: 'directory', directory: config };
  }
  for (const flag of ['config', 'agent', 'decisions'] as const)
    if (values.has(flag)) mistakes.push(`--${flag} has no place beside --broker, which says it`);
  return { kind: 'broker', broker: brokerAddress(last, environment, mistakes) };
}

function brokerAddress(
  last: (flag: Flag) => string,
  { CHAPERONE_BROKER_CA: pem = '' }: Environment,
  mistakes: string[],
): BrokerAddress {
  const [url, file, tokenFile] = [last('broker'), last('broker-ca'), last('broker-token')];
  if (!isOrigin(url)) mistakes.push(`--broker ${url}: write https://HOST:PORT`);
  if (file === '' && pem === '') mistakes.push(NO_AUTHORITY);
  if (tokenFile === '') mistakes.push("--broker-token FILE is missing: the sidecar's own token");
  return { url, ca: file === '' ? { pem } : { file }, tokenFile };
}

const NO_MANIFESTS =
  '--config DIR is missing: the directory of manifests; or, in a cluster, --broker URL';
const NO_AUTHORITY =
  '--broker-ca FILE is missing: the authority of the broker, PEM; or CHAPERONE_BROKER_CA with the same';

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && text.startsWith('https://');
}

function gather(argv: readonly string[]): Gathered {
  const { tokens } = parseArgs({ args: [...argv], options: flags, strict: false, tokens: true });
  const values = new Map<Flag, readonly string[]>();
  const mistakes: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') mistakes.push(`'${token.value}' belongs to no flag`);
    if (token.kind !== 'option') continue;
    const { name, value } = token;
    const mistake = formMistake(name, value, token.rawName);
    if (mistake !== undefined || !isFlag(name)) {
      mistakes.push(mistake ?? '');
      continue;
    }
    const before = values.get(name) ?? [];
    if (before.length > 0 && name !== 'listen') mistakes.push(`--${name} is given twice`);
    values.set(name, [...before, value ?? '']);
  }
  return { values, mistakes };
}

function formMistake(name: string, value: string | undefined, raw: string): string | undefined {
  if (!isFlag(name)) return `${raw} is no flag of the sidecar; see chaperone sidecar --help`;
  if (flags[name].type === 'boolean') {
    return value === undefined ? undefined : `--${name} takes no value`;
  }
  const missing = value === undefined || value.startsWith('--');
  return missing ? `--${name} needs a value` : undefined;
}

function isFlag(name: string): name is Flag {
  return Object.hasOwn(flags, name);
}

function listenAddresses(
  texts: readonly string[],
  anywhere: boolean,
  mistakes: string[],
): readonly ListenAddress[] {
  if (texts.length === 0) mistakes.push('--listen NAME=ADDRESS:PORT is missing');
  const taken = new Set<string>();
  return texts.flatMap((text) => {
    const at = text.indexOf('=');
    const connection = text.slice(0, Math.max(at, 0));
    const address = parseAddress(text.slice(at + 1));
    if (!NAME.test(connection) || address === undefined) {
      mistakes.push(`--listen ${text}: write NAME=ADDRESS:PORT, as orders-db=127.0.0.1:15432`);
      return [];
    }
    if (!anywhere && !isLoopback(address.host)) mistakes.push(`--listen ${text}: ${OPEN}`);
    const key = `${address.host}:${String(address.port)}`;
    if (address.port !== 0 && taken.has(key))
      mistakes.push(`--listen ${text}: ${key} is taken twice`);
    taken.add(key);
    return [{ connection, ...address }];
  });
}

const OPEN =
  'whoever reaches it acts with the credential of the connection; listen on 127.0.0.1, or say --listen-anywhere';

function adminAddress(text: string, anywhere: boolean, mistakes: string[]): Address {
  const address = parseAddress(text);
  if (address === undefined) {
    mistakes.push(`--admin ${text}: write ADDRESS:PORT, as 127.0.0.1:9090`);
  } else if (!anywhere && !isLoopback(address.host)) {
    mistakes.push(
      `--admin ${text}: it answers without asking who calls; use 127.0.0.1, or say --listen-anywhere`,
    );
  }
  return address ?? { host: '127.0.0.1', port: 9090 };
}

function directory(
  flag: Flag,
  texts: readonly string[] | undefined,
  mistakes: string[],
): string | undefined {
  const text = texts?.at(-1);
  if (text === '') mistakes.push(`--${flag} needs a directory`);
  return text;
}

function tlsFiles(
  certFile: string | undefined,
  keyFile: string | undefined,
  mistakes: string[],
): SidecarOptions['tls'] {
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile !== undefined && keyFile !== undefined) return { certFile, keyFile };
  mistakes.push('--tls-cert and --tls-key belong together: a certificate and its key, PEM files');
  return undefined;
}

function named(flag: Flag, text: string | undefined, mistakes: string[]): string | undefined {
  if (text === undefined || NAME.test(text)) return text;
  mistakes.push(
    `--${flag} ${text}: use lower-case letters, digits, '-' and '.', as Kubernetes does`,
  );
  return undefined;
}

function logLevel(text: string, mistakes: string[]): LogLevel {
  if (levels.includes(text)) return text as LogLevel;
  mistakes.push(`--log-level ${text}: use one of ${levels.join(', ')}`);
  return 'info';
}

function maxData(text: string | undefined, mistakes: string[]): number {
  if (text === undefined) return spoolLimits.dataBytes.value;
  try {
    const bytes = parseQuantity(text);
    if (bytes > 0) return bytes;
  } catch {
    // Said below, with what to write.
  }
  mistakes.push(`--max-data ${text}: write a size, as 8Gi`);
  return spoolLimits.dataBytes.value;
}
