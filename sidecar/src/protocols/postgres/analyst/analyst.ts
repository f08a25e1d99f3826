import { SQL_LIMITS, prescan } from '@chaperone/core/sql';
import { postgresLimits } from '../../../config/limits.ts';
import { answerTo, refusalOf } from './answer.ts';
import type { Answer, AnalysisRefusal } from './answer.ts';
import { startThread } from './start-thread.ts';

/** A thread that analyses texts, one at a time. */
export interface Thread {
  send(text: string): void;
  /** Ends it, whatever it does. */
  end(): void;
}

/** What a thread tells: answers in the order of the texts, and its own end, once. */
export interface ThreadEvents {
  readonly answered: (answer: Answer) => void;
  readonly ended: () => void;
}

export type StartThread = (events: ThreadEvents) => Thread;

interface Job {
  readonly text: string;
  readonly resolve: (answer: Answer) => void;
}

const refusal = (code: AnalysisRefusal['code'], message: string): AnalysisRefusal => ({
  code,
  message,
});

const TOO_SLOW = refusal('SQL_TOO_COMPLEX', 'The parser took too long over the text; split it.');
const FAILED = refusal('SQL_TOO_COMPLEX', 'The parser failed over the text; split it.');

/**
 * Says what texts mean. Small ones at once; one that would hold up every session goes to a thread, in the order in which
 * they come. The thread is started for the first such text and ended once none has come for a while.
 *
 * States: no thread (`#thread` undefined), idle (nothing in `#jobs`, `#timer` ends the thread), busy (`#jobs[0]` is with
 * the thread, `#timer` bounds it). Only `#next` and `#lose` move between them.
 */
export class Analyst {
  readonly #start: StartThread;
  readonly #jobs: Job[] = [];
  #chars = 0;
  #thread: Thread | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(start: StartThread = startThread) {
    this.#start = start;
  }

  /** A promise only for a text that is slow to parse. It never rejects. */
  analyse(text: string): Answer | Promise<Answer> {
    try {
      return isSlow(text) ? this.#enqueue(text) : answerTo(text);
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** Ends the thread; texts that wait are refused. */
  close(): void {
    const closed = refusal('SQL_PARSER_UNAVAILABLE', 'The sidecar is shutting down.');
    this.#lose(closed, Infinity);
  }

  #enqueue(text: string): Answer | Promise<Answer> {
    const { analystTexts, analystChars } = postgresLimits;
    if (this.#jobs.length >= analystTexts.value || this.#chars + text.length > analystChars.value) {
      return refusal(
        'SQL_PARSER_BUSY',
        `${String(this.#jobs.length)} large texts wait for the parser; try again.`,
      );
    }
    return new Promise((resolve) => {
      this.#jobs.push({ text, resolve });
      this.#chars += text.length;
      if (this.#jobs.length === 1) this.#next();
    });
  }

  /** Hands the first job to the thread, or sets the clock by which an idle thread ends. */
  #next(): void {
    clearTimeout(this.#timer);
    const [job] = this.#jobs;
    if (job === undefined) {
      this.#timer = setTimeout(() => {
        this.#lose(TOO_SLOW, 0);
      }, postgresLimits.analystIdleMs.value);
      this.#timer.unref();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#lose(TOO_SLOW);
    }, postgresLimits.analystMs.value);
    this.#timer.unref();
    this.#thread ??= this.#open();
    this.#thread.send(job.text);
  }

  #open(): Thread {
    let thread: Thread | undefined = undefined;
    const current = (): boolean => thread !== undefined && this.#thread === thread;
    thread = this.#start({
      answered: (answer) => {
        if (!current()) return;
        this.#settle(answer);
        this.#next();
      },
      ended: () => {
        if (current()) this.#lose(FAILED);
      },
    });
    return thread;
  }

  /** Ends the thread and refuses the first jobs: the one at hand is what it was lost over. The others get another thread. */
  #lose(reason: AnalysisRefusal, jobs = 1): void {
    const thread = this.#thread;
    this.#thread = undefined;
    clearTimeout(this.#timer);
    thread?.end();
    for (let left = Math.min(jobs, this.#jobs.length); left > 0; left--) {
      this.#settle(reason);
    }
    if (this.#jobs.length > 0) this.#next();
  }

  #settle(answer: Answer): void {
    const job = this.#jobs.shift();
    this.#chars -= job?.text.length ?? 0;
    job?.resolve(answer);
  }
}

/** @throws SqlError for a text that the parser must not see at all */
function isSlow(text: string): boolean {
  const { inlineChars, inlineTokens } = postgresLimits;
  const isLong = text.length > inlineChars.value && text.length <= SQL_LIMITS.characters;
  return isLong || prescan(text) > inlineTokens.value;
}
