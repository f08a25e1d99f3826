import type {
  Classified,
  CommandPath,
  CommandRequest,
  Passage,
  Refusal,
} from '../../../protocol.ts';
import type { Classification } from '../../catalog/classification.ts';

/** One kind of answer, which is there at once or has to be waited for. */
export class Answer<T> {
  readonly #pend: (answer: Promise<void>) => void;
  #value: T | undefined;
  #isAwaited = false;

  constructor(pend: (answer: Promise<void>) => void) {
    this.#pend = pend;
  }

  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  get isThere(): boolean {
    return this.#value !== undefined;
  }

  /** What was waited for; each answer serves one message. */
  take(): T | undefined {
    const value = this.#value;
    if (value !== undefined) this.#value = undefined;
    return value;
  }

  /** The answer, or undefined where it will come. */
  now(answer: T | Promise<T>): T | undefined {
    if (!(answer instanceof Promise)) return answer;
    this.#isAwaited = true;
    this.#pend(
      answer.then((value) => {
        this.#isAwaited = false;
        this.#value = value;
      }),
    );
    return undefined;
  }
}

/**
 * The agent's message at hand may have to wait: for a look-up, for an approval, for the disk. It stays unconsumed, and once
 * the answer is there it is looked at again, from its first byte, with the answer at hand.
 */
export class Waiting {
  readonly classification: Answer<Classification>;
  readonly passage: Answer<Passage>;
  readonly #durable: Answer<'durable'>;
  readonly #again: () => void;
  readonly #defect: (error: unknown) => void;
  #pending = false;
  /** What the command meant that was last asked for. */
  #asked: Classified | undefined;

  /** @param defect called with what no one foresaw: who is asked turns each failure into a refusal */
  constructor(again: () => void, defect: (error: unknown) => void) {
    this.#again = again;
    this.#defect = defect;
    const pend = this.#pend.bind(this);
    this.classification = new Answer(pend);
    this.passage = new Answer(pend);
    this.#durable = new Answer(pend);
  }

  get pending(): boolean {
    return this.#pending;
  }

  /** What a text means is being looked up. */
  get looksUp(): boolean {
    return this.classification.isAwaited;
  }

  /** Answers that nobody took: the message at hand was dealt with in another way. */
  get leftover(): boolean {
    return this.classification.isThere || this.passage.isThere;
  }

  /**
   * Steps 3 to 6 of a command, or undefined while it is held. A permit is for what the command meant when it was asked for:
   * where it reaches something else by now, it is refused, and has to be asked for again.
   */
  admit(
    request: CommandRequest,
    path: Pick<CommandPath, 'admit' | 'outcome' | 'refuse'>,
  ): Passage | undefined {
    const { classified } = request;
    const passage = this.passage.take();
    if (passage === undefined) {
      this.#asked = classified;
      return this.passage.now(path.admit(request));
    }
    if (passage.permit === undefined || isSame(this.#asked, classified)) return passage;
    const { command } = passage;
    path.outcome({ command, status: 'skipped', rows: 0, bytes: 0, durationMs: 0 });
    return path.refuse(request, CHANGED);
  }

  /** Waits until what was recorded is as durable as the connection asks. */
  durable(path: Pick<CommandPath, 'durable'>): 'wait' | 'durable' {
    const known = this.#durable.take();
    if (known !== undefined) return known;
    const durable = path.durable();
    return this.#durable.now(durable?.then(() => 'durable') ?? 'durable') ?? 'wait';
  }

  #pend(answer: Promise<void>): void {
    this.#pending = true;
    answer
      .then(() => {
        this.#pending = false;
        this.#again();
      })
      .catch(this.#defect);
  }
}

const CHANGED: Refusal = {
  code: 'APPROVAL_UNUSABLE',
  message: 'while the command waited, what it reaches at the target became something else',
  hint: 'Send the command again; it is then decided by what it does now.',
};

function isSame(asked: Classified | undefined, now: Classified): boolean {
  if (asked === now) return true;
  if (asked?.context !== now.context) return false;
  return JSON.stringify(asked?.effects) === JSON.stringify(now.effects);
}
