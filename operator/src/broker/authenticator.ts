import { createHash } from 'node:crypto';
import { AUDIENCE, type Pod } from '../admission/pod.ts';
import { BrokerError } from './errors.ts';
import { brokerLimits } from './limits.ts';
import type { Caller, Cluster } from './types.ts';

interface Known {
  readonly caller: Promise<Caller>;
  readonly untilMs: number;
}

export interface AuthenticatorOptions {
  readonly cluster: Pick<Cluster, 'reviewToken' | 'pod'>;
  /** What is wrong with the pod's sidecar; undefined where it is the one that was injected. */
  readonly alteration: (pod: Pod) => string | undefined;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
}

/** Who calls: the token is reviewed for the audience, its pod read back, and its sidecar looked at. */
export class Authenticator {
  readonly #options: AuthenticatorOptions;
  /** By digest of the token, so that memory holds none. */
  readonly #known = new Map<string, Known>();

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
  }

  /**
   * @param authorization the request's header
   * @param anew also where the token was looked at a moment ago: before credentials are told
   * @throws BrokerError TOKEN_INVALID, SIDECAR_ALTERED
   * @throws KubeError
   */
  async caller(authorization: string | undefined, anew = false): Promise<Caller> {
    const token = tokenIn(authorization);
    const digest = createHash('sha256').update(token).digest('base64');
    const nowMs = this.#options.now();
    const known = this.#known.get(digest);
    if (!anew && known !== undefined && nowMs < known.untilMs) return known.caller;
    const caller = this.#look(token);
    this.#known.delete(digest);
    this.#known.set(digest, { caller, untilMs: nowMs + brokerLimits.tokenKnownMs.value });
    const [oldest = ''] = this.#known.keys();
    if (this.#known.size > brokerLimits.tokens.value) this.#known.delete(oldest);
    // A failure is not remembered: what failed for the API server's sake may be good.
    caller.catch(() => {
      if (this.#known.get(digest)?.caller === caller) this.#known.delete(digest);
    });
    return caller;
  }

  async #look(token: string): Promise<Caller> {
    const { cluster, alteration } = this.#options;
    const owner = await cluster.reviewToken(token, AUDIENCE);
    if (owner === undefined)
      throw invalid('the API server does not take the token for a sidecar of a pod');
    const pod = await cluster.pod(owner.namespace, owner.pod.name);
    if (pod?.metadata.uid !== owner.pod.uid) throw invalid(`pod ${owner.pod.name} is gone`);
    const wrong = alteration(pod);
    if (wrong !== undefined)
      throw new BrokerError('SIDECAR_ALTERED', `pod ${owner.pod.name}: ${wrong}`);
    return { ...owner, labels: pod.metadata.labels ?? {}, object: pod };
  }
}

function tokenIn(authorization = ''): string {
  const [scheme = '', token = '', ...rest] = authorization.split(' ');
  const fits = token.length > 0 && token.length <= brokerLimits.tokenBytes.value;
  if (scheme.toLowerCase() !== 'bearer' || !fits || rest.length > 0) {
    throw invalid('the request carries no bearer token');
  }
  return token;
}

function invalid(message: string): BrokerError {
  return new BrokerError('TOKEN_INVALID', message);
}
