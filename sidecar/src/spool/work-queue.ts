/**
 * Work off the path of commands: one job at a time, in order, drained at shutdown. A job that fails is reported and does
 * not stop the next.
 */
export class WorkQueue {
  readonly #failed: (error: unknown) => void;
  #tail: Promise<void> = Promise.resolve();
  #length = 0;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Jobs waiting or running. */
  get length(): number {
    return this.#length;
  }

  add(job: () => Promise<void>): void {
    this.#length += 1;
    const run = async (): Promise<void> => {
      try {
        await job();
      } catch (error) {
        this.#failed(error);
      } finally {
        this.#length -= 1;
      }
    };
    this.#tail = this.#tail.then(run);
  }

  /** Resolves when everything added so far has run. */
  async drained(): Promise<void> {
    while (this.#length > 0) await this.#tail;
  }
}
