import { createPublicKey, verify, webcrypto, type KeyObject } from 'node:crypto';
import { certificateClaim, type CertificatePurpose } from '@chaperone/core/broker';
import { podUri, RECORDING_USAGE } from '@chaperone/core/record';
import { hostNames } from '../admission/injector/report.ts';
import { toPodConnection } from '../admission/injector/state.ts';
import { issue } from '../certificates/issue.ts';
import { certificateLimits } from '../certificates/limits.ts';
import type { Certificates } from '../certificates/types.ts';
import { BrokerError } from './errors.ts';
import { entitlementOf, type Entitlement } from './entitlement.ts';
import { textAt } from './fields.ts';
import { brokerLimits } from './limits.ts';
import { Rates } from './rate.ts';
import type { Caller, NamespaceObjects } from './types.ts';

/** id-kp-serverAuth (RFC 5280, 4.2.1.12). */
const SERVER_USAGE = '1.3.6.1.5.5.7.3.1';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** What a key has to be, and what its certificate says of the pod; both are the broker's to know. */
interface Kind {
  readonly isKey: (key: KeyObject) => boolean;
  readonly algorithm: Parameters<typeof webcrypto.subtle.importKey>[2];
  readonly usage: string;
  readonly names: (
    caller: Caller,
    options: Pick<CertifierOptions, 'objects' | 'ownNames'>,
  ) => readonly string[];
  /** Undefined: from now on. */
  readonly notBefore: (caller: Caller) => Date | undefined;
}

const kinds: Readonly<Record<CertificatePurpose, Kind>> = {
  serving: {
    isKey: ({ asymmetricKeyType, asymmetricKeyDetails }) =>
      asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1',
    algorithm: { name: 'ECDSA', namedCurve: 'P-256' },
    usage: SERVER_USAGE,
    names: (caller, { objects, ownNames }) =>
      hostsOf(entitlementOf(caller, objects(caller.namespace)).connections, ownNames),
    notBefore: () => undefined,
  },
  recording: {
    isKey: ({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519',
    algorithm: { name: 'Ed25519' },
    usage: RECORDING_USAGE,
    names: (caller) => [podUri(caller)],
    notBefore: beginningOf,
  },
};

export interface CertifierOptions {
  readonly certificates: Pick<Certificates, 'issuer'>;
  readonly objects: (namespace: string) => NamespaceObjects;
  /** The operator's own names, for which nobody else serves. */
  readonly ownNames: readonly string[];
  /** Milliseconds, of any origin. */
  readonly now: () => number;
  readonly date: () => Date;
}

/** Signs for keys of sidecars what is known of their pods. */
export class Certifier {
  readonly #options: CertifierOptions;
  readonly #rates: Rates;

  constructor(options: CertifierOptions) {
    this.#options = options;
    const { certificateBurst, certificatesPerMinute } = brokerLimits;
    const perSecond = certificatesPerMinute.value / 60;
    this.#rates = new Rates({ burst: certificateBurst.value, perSecond }, options.now);
  }

  /**
   * @param body a CertificateRequest; whatever else is in it is not looked at
   * @returns PEM
   * @throws BrokerError NO_AUTHORITY, TOO_MANY_REQUESTS, BAD_REQUEST, NOT_ENTITLED
   */
  async certify(caller: Caller, purpose: CertificatePurpose, body: unknown): Promise<string> {
    const { certificates, date } = this.#options;
    const { issuer } = certificates;
    if (issuer === undefined)
      throw new BrokerError('NO_AUTHORITY', 'this installation has no authority of its own');
    if (!this.#rates.take(caller.pod.uid))
      throw new BrokerError('TOO_MANY_REQUESTS', 'the pod asks for too many certificates');
    const kind = kinds[purpose];
    const key = keyIn(body, purpose, caller.pod.uid);
    if (!kind.isKey(key)) throw bad(`a key for ${purpose} is of another type`);
    const names = kind.names(caller, this.#options);
    if (names.length === 0)
      throw new BrokerError('NOT_ENTITLED', 'the pod has no connection with a name');
    const notBefore = kind.notBefore(caller);
    const profile = {
      ...{ name: caller.pod.uid, usage: kind.usage, names },
      publicKey: await importKey(key, kind.algorithm),
      ...(notBefore && { notBefore }),
    };
    return issue(issuer, profile, date());
  }
}

/**
 * Names and aliases of connections, sorted; without the operator's own, whatever somebody writes into a connection: a certificate
 * for them would be the broker's to every sidecar.
 */
export function hostsOf(
  connections: Entitlement['connections'],
  ownNames: readonly string[],
): readonly string[] {
  const reserved = new Set(ownNames.map(compared));
  const names = connections.map(toPodConnection).flatMap(hostNames);
  return [...new Set(names)].filter((name) => !reserved.has(compared(name))).sort();
}

/** As those compare who verify a name: without case, and without the dot of the root. */
function compared(name: string): string {
  return name.toLowerCase().replace(/\.+$/, '');
}

/** The key, which the caller has shown to hold for this purpose and pod. @throws BrokerError BAD_REQUEST */
function keyIn(body: unknown, purpose: CertificatePurpose, podUid: string): KeyObject {
  const publicKey = base64At(body, 'publicKey');
  const proof = base64At(body, 'proof');
  const key = readKey(publicKey);
  const claim = Buffer.from(certificateClaim(purpose, podUid, publicKey));
  const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  if (!isSigned(digest, claim, key, Buffer.from(proof, 'base64')))
    throw bad('the proof is not of this key for this pod');
  return key;
}

function isSigned(digest: string | null, claim: Buffer, key: KeyObject, proof: Buffer): boolean {
  try {
    return verify(digest, claim, key, proof);
  } catch {
    // A key that signs nothing.
    return false;
  }
}

function readKey(publicKey: string): KeyObject {
  try {
    return createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
  } catch (cause) {
    throw new BrokerError('BAD_REQUEST', 'publicKey is no key', { cause });
  }
}

function base64At(body: unknown, name: string): string {
  const text = textAt(body, name) ?? '';
  if (text.length <= brokerLimits.publicKeyBytes.value && BASE64.test(text)) return text;
  throw bad(`${name} is no base64, or too long`);
}

async function importKey(
  key: KeyObject,
  algorithm: Kind['algorithm'],
): Promise<webcrypto.CryptoKey> {
  const der = key.export({ format: 'der', type: 'spki' });
  return webcrypto.subtle.importKey('spki', der, algorithm, true, ['verify']);
}

/** The pod's: what its key signed at any time of its life is then signed within the certificate's. */
function beginningOf({ object }: Caller): Date | undefined {
  const created = Date.parse(object.metadata.creationTimestamp ?? '');
  if (Number.isNaN(created)) return undefined;
  return new Date(created - certificateLimits.backdatedMs.value);
}

function bad(message: string): BrokerError {
  return new BrokerError('BAD_REQUEST', message);
}
