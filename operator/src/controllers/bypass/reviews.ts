import type { KubeClient } from '../../kube/client/client.ts';
import type { Clock } from '../../kube/clock.ts';
import { subjectAccessReviews } from '../../kube/kinds.ts';
import { bypassLimits } from '../../kube/limits.ts';

/** One question: may this ServiceAccount do that? */
export interface Question {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly attributes: Attributes;
}

/** As a SubjectAccessReview asks (authorization.k8s.io/v1 ResourceAttributes). */
export interface Attributes {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  /** Absent: in the whole cluster. */
  readonly namespace?: string;
  readonly name?: string;
}

interface Answer {
  readonly isAllowed: Promise<boolean>;
  readonly untilMs: number;
}

export interface ReviewsOptions {
  readonly client: Pick<KubeClient, 'create'>;
  readonly clock: Clock;
}

/**
 * What the API server's authorizer says, asked at a bounded rate and remembered for a while: roles do not tell when they change.
 * Holds a bounded number of answers.
 */
export class Reviews {
  readonly #options: ReviewsOptions;
  readonly #answers = new Map<string, Answer>();
  #nextAt = 0;

  constructor(options: ReviewsOptions) {
    this.#options = options;
  }

  /** @throws KubeError */
  async isAllowed(question: Question): Promise<boolean> {
    const key = JSON.stringify(question);
    const now = this.#options.clock.now();
    const known = this.#answers.get(key);
    if (known !== undefined && now < known.untilMs) return known.isAllowed;
    const answer = { isAllowed: this.#ask(question), untilMs: now + bypassLimits.knownMs.value };
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest = ''] = this.#answers.keys();
    if (this.#answers.size > bypassLimits.known.value) this.#answers.delete(oldest);
    // A failure is not remembered.
    answer.isAllowed.catch(() => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
    });
    return answer.isAllowed;
  }

  async #ask({ namespace, serviceAccount, attributes }: Question): Promise<boolean> {
    await this.#turn();
    const review = await this.#options.client.create(subjectAccessReviews, {
      spec: {
        user: `system:serviceaccount:${namespace}:${serviceAccount}`,
        groups: [
          'system:serviceaccounts',
          `system:serviceaccounts:${namespace}`,
          'system:authenticated',
        ],
        resourceAttributes: attributes,
      },
    });
    return review.status?.allowed === true;
  }

  /** One after the other, each a while after the one before. */
  async #turn(): Promise<void> {
    const { clock } = this.#options;
    const now = clock.now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + bypassLimits.betweenMs.value;
    if (at > now) await new Promise<void>((resolve) => clock.after(at - now, resolve));
  }
}
