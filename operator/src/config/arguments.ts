import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseDuration, parseQuantity, UnitError } from '@chaperone/crds';
import { AUDIENCE } from '../admission/pod.ts';
import type { CertificateSource } from '../certificates/open.ts';
import type { Address, OperatorOptions } from './options.ts';
import { operatorHelp } from './help.ts';

export type ParsedArguments =
  | { readonly kind: 'run'; readonly options: OperatorOptions }
  | { readonly kind: 'help'; readonly text: string }
  /** Every mistake at once, each a sentence. */
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] };

/** Each flag with its default; undefined where it has to be given, or may be left out. */
const flags = {
  kubeconfig: undefined,
  admission: '0.0.0.0:9443',
  broker: '0.0.0.0:8443',
  admin: '0.0.0.0:8080',
  'tls-cert': undefined,
  'tls-key': undefined,
  'ca-secret': undefined,
  'ca-hold': '24h',
  image: undefined,
  'image-pull-policy': 'IfNotPresent',
  'previous-image': undefined,
  'broker-url': undefined,
  'broker-ca': undefined,
  'sidecar-uid': '7077',
  'sidecar-requests': 'cpu=50m,memory=96Mi',
  'sidecar-limits': 'memory=256Mi',
  'exchange-audience': 'chaperone-exchange',
  'spool-size': '8Gi',
  'keep-approvals': '30d',
  'keep-sessions': '30d',
  'store-dir': undefined,
  'log-level': 'info',
} as const;

type Flag = keyof typeof flags;

const POLICIES = ['Always', 'IfNotPresent', 'Never'] as const;
const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** What the command line says, flag by flag; whatever is wrong with it is a mistake. */
class Given {
  readonly mistakes: string[] = [];
  readonly #values = new Map<string, string[]>();

  constructor(argv: readonly string[]) {
    const options = Object.fromEntries(
      Object.keys(flags).map((name) => [name, { type: 'string' as const, multiple: true }]),
    );
    const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
    for (const token of tokens) {
      if (token.kind === 'positional') this.mistakes.push(`'${token.value}' belongs to no flag`);
      if (token.kind !== 'option') continue;
      const { name, rawName, value = '' } = token;
      if (!Object.hasOwn(flags, name)) this.mistakes.push(`${rawName} is no flag of the operator`);
      else if (value === '') this.mistakes.push(`--${name} needs a value`);
      else this.#add(name, value);
    }
  }

  optional(flag: Flag): string | undefined {
    return this.#values.get(flag)?.at(-1) ?? flags[flag];
  }

  required(flag: Flag): string {
    const value = this.optional(flag);
    if (value === undefined)
      this.mistakes.push(`--${flag} is missing; see chaperone operator --help`);
    return value ?? '';
  }

  all(flag: Flag): readonly string[] {
    return this.#values.get(flag) ?? [];
  }

  oneOf<T extends string>(flag: Flag, values: readonly [T, ...T[]]): T {
    const value = this.required(flag);
    const found = values.find((one) => one === value);
    if (found === undefined)
      this.mistakes.push(`--${flag} ${value}: use one of ${values.join(', ')}`);
    return found ?? values[0];
  }

  #add(name: string, value: string): void {
    const before = this.#values.get(name) ?? [];
    if (before.length > 0 && name !== 'previous-image')
      this.mistakes.push(`--${name} is given twice`);
    this.#values.set(name, [...before, value]);
  }
}

/** Reads the arguments behind `chaperone operator`. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  if (argv.includes('--help') || argv.includes('-h')) return { kind: 'help', text: operatorHelp };
  const given = new Given(argv);
  const options: OperatorOptions = {
    kubeconfig: given.optional('kubeconfig'),
    admission: addressIn(given, 'admission'),
    broker: addressIn(given, 'broker'),
    admin: addressIn(given, 'admin'),
    certificates: certificatesIn(given),
    injector: {
      image: given.required('image'),
      imagePullPolicy: given.oneOf('image-pull-policy', POLICIES),
      uid: uidIn(given),
      brokerUrl: urlIn(given),
      exchangeAudience: exchangeAudienceIn(given),
      spoolSize: quantityIn(given, 'spool-size', given.required('spool-size')),
      resources: {
        requests: quantitiesIn(given, 'sidecar-requests'),
        limits: quantitiesIn(given, 'sidecar-limits'),
      },
    },
    previousImages: given.all('previous-image'),
    kept: {
      approvalsMs: durationIn(given, 'keep-approvals'),
      sessionsMs: durationIn(given, 'keep-sessions'),
    },
    storeDirectory: directoryIn(given, 'store-dir'),
    logLevel: given.oneOf('log-level', LEVELS),
  };
  const { mistakes } = given;
  return mistakes.length > 0 ? { kind: 'mistakes', mistakes } : { kind: 'run', options };
}

function addressIn(given: Given, flag: Flag): Address {
  const text = given.required(flag);
  const [, host, port] = /^(\[[0-9a-f:.]+\]|[0-9.]+):(\d{1,5})$/i.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535)
    given.mistakes.push(`--${flag} ${text}: write ADDRESS:PORT, as 0.0.0.0:9443`);
  return { host: (host ?? '').replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** Files of others, an authority of its own, or both. */
function certificatesIn(given: Given): CertificateSource {
  const secret = given.optional('ca-secret');
  const own = secret === undefined ? {} : { own: { secret, holdMs: holdIn(given) } };
  const files = ['tls-cert', 'tls-key', 'broker-ca'] as const;
  if (secret !== undefined && !files.some((flag) => given.optional(flag) !== undefined)) return own;
  const [certFile = '', keyFile = '', caFile = ''] = files.map((flag) => given.required(flag));
  return { ...own, files: { certFile, keyFile, caFile } };
}

function holdIn(given: Given): number {
  const text = given.required('ca-hold');
  try {
    return parseDuration(text);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    given.mistakes.push(`--ca-hold ${text}: write a duration, as 24h`);
    return 0;
  }
}

function directoryIn(given: Given, flag: Flag): string | undefined {
  const text = given.optional(flag);
  if (text !== undefined && (!path.isAbsolute(text) || path.resolve(text) !== text))
    given.mistakes.push(`--${flag} ${text}: write an absolute path, as /var/lib/chaperone`);
  return text;
}

function uidIn(given: Given): number {
  const text = given.required('sidecar-uid');
  const uid = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (uid < 1 || uid > 2_147_483_647)
    given.mistakes.push(`--sidecar-uid ${text}: write the number of a user other than root`);
  return uid;
}

function durationIn(given: Given, flag: Flag): number {
  const text = given.required(flag);
  try {
    return parseDuration(text);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    given.mistakes.push(`--${flag} ${text}: write how long, as 30d or 12h`);
    return 0;
  }
}

function urlIn(given: Given): string {
  const text = given.required('broker-url');
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.origin !== text)
    given.mistakes.push(`--broker-url ${text}: write https://HOST:PORT`);
  return text;
}

function exchangeAudienceIn(given: Given): string {
  const text = given.required('exchange-audience');
  if (text === AUDIENCE || !/^[!#-&(-[\]-~]{1,253}$/.test(text))
    given.mistakes.push(
      `--exchange-audience ${text}: write what the authorization servers expect, and not the broker's ${AUDIENCE}`,
    );
  return text;
}

function quantitiesIn(given: Given, flag: Flag): Readonly<Record<string, string>> {
  const pairs = given
    .required(flag)
    .split(',')
    .map((pair) => pair.split('=', 2));
  return Object.fromEntries(
    pairs.map(([name = '', value = '']) => [name, quantityIn(given, flag, value)]),
  );
}

function quantityIn(given: Given, flag: Flag, text: string): string {
  try {
    // Parts of a processor are no bytes, and have the same form.
    parseQuantity(text.replace(/m$/, ''));
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    given.mistakes.push(`--${flag}: '${text}' is no quantity, as 256Mi`);
  }
  return text;
}
