import type { LookupAddress } from 'node:dns';
import dns from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import type net from 'node:net';

const LOOPBACK = [{ address: '127.0.0.1', family: 4 }] as const;
/** Answers that say that a name, or such an address of it, does not exist; every other failure ends the search. */
const ABSENT = new Set(['ENOTFOUND', 'ENODATA']);
const MOST_SEARCHED = 32;

/** What resolv.conf(5) says of names that are not complete. */
export interface SearchRules {
  readonly search: readonly string[];
  /** From so many dots on a name is tried as it is first. */
  readonly ndots: number;
}

/** The addresses of a complete name; rejects with a code of node:dns. */
export interface NameServer {
  readonly resolve4: (name: string) => Promise<readonly string[]>;
  readonly resolve6: (name: string) => Promise<readonly string[]>;
}

/** The last `search` counts, and the last `ndots`. */
export function parseSearchRules(resolvConf: string): SearchRules {
  let search: readonly string[] = [];
  let ndots = 1;
  for (const line of resolvConf.split('\n')) {
    const [keyword, ...values] = line.trim().split(/\s+/);
    if (keyword === 'search' || keyword === 'domain') search = values.slice(0, MOST_SEARCHED);
    if (keyword !== 'options') continue;
    const dots = values.map((value) => /^ndots:(\d{1,2})$/.exec(value)?.[1]).findLast(Boolean);
    if (dots !== undefined) ndots = Number(dots);
  }
  return { search, ndots };
}

/** Of this system, as they are now: a container's do not change. */
export const systemRules = (): SearchRules =>
  parseSearchRules(readFileSync('/etc/resolv.conf', 'utf8'));

function candidates(host: string, { search, ndots }: SearchRules): readonly string[] {
  if (host.endsWith('.')) return [host];
  const searched = search.map((domain) => `${host}.${domain}`);
  return host.split('.').length > ndots ? [host, ...searched] : [...searched, host];
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

function found(answer: PromiseSettledResult<readonly string[]>, family: 4 | 6): LookupAddress[] {
  return answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : [];
}

async function addressesOf(name: string, server: NameServer): Promise<readonly LookupAddress[]> {
  const [four, six] = await Promise.allSettled([server.resolve4(name), server.resolve6(name)]);
  const addresses = [...found(four, 4), ...found(six, 6)];
  if (addresses.length > 0) return addresses;
  for (const answer of [four, six]) {
    if (answer.status === 'rejected' && !ABSENT.has(codeOf(answer.reason))) throw answer.reason;
  }
  return addresses;
}

async function resolve(
  host: string,
  rules: SearchRules,
  server: NameServer,
): Promise<readonly LookupAddress[]> {
  // RFC 6761, section 6.3: no business of name servers.
  if (host === 'localhost') return LOOPBACK;
  for (const name of candidates(host, rules)) {
    const addresses = await addressesOf(name, server);
    if (addresses.length > 0) return addresses;
  }
  throw Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' });
}

/**
 * A `lookup` for sockets that asks name servers alone. In a pod the hosts file leads the names of targets to the sidecar itself,
 * and an agent whose user may write that file could lead them anywhere.
 */
export function lookupByDns(
  rules: SearchRules,
  server: NameServer = new dns.Resolver({ timeout: 2_000, tries: 2 }),
): net.LookupFunction {
  return (host, options, callback) => {
    resolve(host, rules, server).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all === true) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family ?? 4);
      },
      (error: unknown) => {
        callback(error as NodeJS.ErrnoException, '');
      },
    );
  };
}
