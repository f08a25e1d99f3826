import type { Clock } from '../kube/clock.ts';
import { isKubeError } from '../kube/errors.ts';
import type { EventRecorder } from '../kube/events/recorder.ts';
import type { Secret } from '../kube/kinds.ts';
import type { Log } from '../kube/log.ts';
import { createAuthority, vouchFor } from './authority.ts';
import { decideRotation, type RotationStep } from './decision.ts';
import { CertificateError } from './errors.ts';
import { certificateLimits } from './limits.ts';
import { certificatesIn, expiryOf } from './pem.ts';
import { readSecret, toSecret, wishOf } from './secret.ts';
import { authoritiesOf, type CaState } from './types.ts';

/** The Secret at the API server. Each throws KubeError. */
export interface KeptSecret {
  readonly get: () => Promise<Secret>;
  readonly create: (secret: Secret) => Promise<unknown>;
  /** Fails with CONFLICT where it has changed since it was read. */
  readonly replace: (secret: Secret) => Promise<unknown>;
}

export interface KeeperOptions {
  readonly kept: KeptSecret;
  readonly recorder: Pick<EventRecorder, 'record'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly namespace: string;
  /** Of the Secret. */
  readonly name: string;
  readonly holdMs: number;
  /** What this replica knows of the authority: where the Secret is gone, it is made anew of that. */
  readonly known: () => CaState | undefined;
  /** Whether the API server calls every webhook with these authorities (PEM). */
  readonly isPublished: (authorities: string) => boolean;
}

type Change = Exclude<RotationStep, { do: 'wait' }>['do'];

/** What people are told of a step. */
const TOLD: Readonly<Record<Change, { readonly reason: string; readonly note: string }>> = {
  create: { reason: 'AuthorityCreated', note: 'the installation has its own authority' },
  publish: {
    reason: 'AuthorityPublished',
    note: 'a rotation began: the next authority is made known to webhooks, sidecars and agents',
  },
  promote: {
    reason: 'AuthorityPromoted',
    note: 'the next authority signs from now on; the one before is still trusted',
  },
  drop: { reason: 'AuthorityDropped', note: 'the rotation is over: the authority before is gone' },
};

/**
 * The part of the replica that leads: makes the authority, and takes the steps of its rotation. Each step is one write that fails
 * where somebody else wrote meanwhile, so that two replicas never make two authorities, and whoever leads next goes on from there.
 */
export class Keeper {
  readonly #options: KeeperOptions;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** Takes the step that is due. @returns milliseconds until the next is; 0 behind a step. @throws KubeError, CertificateError */
  async step(): Promise<number> {
    const { clock, holdMs, isPublished } = this.#options;
    const secret = await this.#read();
    const state = secret && this.#understood(secret);
    const now = clock.date();
    const step = decideRotation({
      ...{ state, now, holdMs },
      expires: state === undefined ? now : expiryOf(state.active.certificate),
      wish: secret === undefined ? '' : wishOf(secret),
      isPublished: state !== undefined && isPublished(authoritiesOf(state)),
    });
    if (step.do === 'wait') return step.ms;
    await this.#write(step.do, secret, await this.#after(step.do, secret, state));
    return 0;
  }

  async #read(): Promise<Secret | undefined> {
    try {
      return await this.#options.kept.get();
    } catch (error) {
      if (isKubeError(error, 'NOT_FOUND')) return undefined;
      throw error;
    }
  }

  #understood(secret: Secret): CaState {
    try {
      return readSecret(secret);
    } catch (error) {
      if (error instanceof CertificateError)
        this.#tell('Warning', 'AuthorityUnusable', error.message);
      throw error;
    }
  }

  async #after(
    change: Change,
    secret: Secret | undefined,
    state: CaState | undefined,
  ): Promise<CaState> {
    const { clock, known } = this.#options;
    const since = clock.date();
    if (state === undefined || secret === undefined) {
      const before = known();
      if (before !== undefined) return before;
      return {
        phase: 'Steady',
        active: await createAuthority(since),
        since,
        rotated: '',
        past: '',
      };
    }
    const { active, past } = state;
    if (change === 'publish') {
      const next = await createAuthority(since);
      return { phase: 'Publishing', active, next, since, rotated: wishOf(secret), past };
    }
    const { rotated } = state;
    if (change === 'promote' && state.phase === 'Publishing') {
      const cross = await vouchFor(state.next.certificate, active, since);
      const previous = active.certificate;
      return { phase: 'Retiring', active: state.next, previous, cross, since, rotated, past };
    }
    const dropped = state.phase === 'Retiring' ? state.previous + past : past;
    return { phase: 'Steady', active, since, rotated, past: newest(dropped) };
  }

  async #write(change: Change, secret: Secret | undefined, state: CaState): Promise<void> {
    const { kept, namespace, name, log } = this.#options;
    const base: Secret = secret ?? { metadata: { namespace, name } };
    const object = toSecret(base, state);
    try {
      await (secret === undefined ? kept.create(object) : kept.replace(object));
    } catch (error) {
      // Somebody else was faster: what is there now is looked at again.
      if (isKubeError(error, 'ALREADY_EXISTS', 'CONFLICT', 'NOT_FOUND')) return;
      throw error;
    }
    const { reason, note } = TOLD[change];
    log.info({ secret: name, phase: state.phase }, note);
    this.#tell('Normal', reason, note);
  }

  #tell(type: 'Normal' | 'Warning', reason: string, note: string): void {
    const { recorder, namespace, name } = this.#options;
    const regarding = { apiVersion: 'v1', kind: 'Secret', namespace, name };
    recorder.record({ regarding, type, reason, action: 'Rotate', note });
  }
}

function newest(authorities: string): string {
  return certificatesIn(authorities).slice(0, certificateLimits.past.value).join('');
}
