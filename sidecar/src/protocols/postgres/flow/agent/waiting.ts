import type { CommandPath, Passage } from '../../../protocol.ts';
import type { Classification } from '../../catalog/classification.ts';

interface Results {
  classification: Classification | undefined;
  passage: Passage | undefined;
  durable: 'durable' | undefined;
}

/**
 * The agent's message at hand may have to wait: for a look-up, for an approval, for the disk. It stays unconsumed, and once
 * the answer is there it is looked at again, from its first byte, with the answer at hand.
 */
export class Waiting {
  readonly #again: () => void;
  readonly #defect: (error: unknown) => void;
  readonly #results: Results = {
    classification: undefined,
    passage: undefined,
    durable: undefined,
  };
  #pending: keyof Results | undefined;

  /** @param defect called with what no one foresaw: who is asked turns each failure into a refusal */
  constructor(again: () => void, defect: (error: unknown) => void) {
    this.#again = again;
    this.#defect = defect;
  }

  get pending(): boolean {
    return this.#pending !== undefined;
  }

  /** What a text means is being looked up. */
  get looksUp(): boolean {
    return this.#pending === 'classification';
  }

  /** Answers that nobody took: the message at hand was dealt with in another way. */
  get leftover(): boolean {
    return this.#results.classification !== undefined || this.#results.passage !== undefined;
  }

  /** The answer, or undefined where it will come; each answer serves one message. */
  result<K extends keyof Results>(
    kind: K,
    ask: () => NonNullable<Results[K]> | Promise<NonNullable<Results[K]>>,
  ): Results[K] {
    const known = this.take(kind);
    if (known !== undefined) return known;
    const answer = ask();
    if (!(answer instanceof Promise)) return answer;
    this.#pending = kind;
    answer
      .then((result) => {
        this.#pending = undefined;
        this.#results[kind] = result;
        this.#again();
      })
      .catch(this.#defect);
    return undefined;
  }

  /** Waits until what was recorded is as durable as the connection asks. */
  durable(path: Pick<CommandPath, 'durable'>): 'wait' | 'durable' {
    const ask = (): 'durable' | Promise<'durable'> => {
      const durable = path.durable();
      return durable === undefined ? 'durable' : durable.then(() => 'durable');
    };
    return this.result('durable', ask) ?? 'wait';
  }

  take<K extends keyof Results>(kind: K): Results[K] {
    const known = this.#results[kind];
    this.#results[kind] = undefined;
    return known;
  }
}
