/**
 * The CancelRequests of one session to its target. One travels over a connection of its own, beside the session's, and
 * cancels what runs when it arrives. So while one is out nothing more of the session is forwarded: it can hit what it was
 * meant for, or nothing. One at a time: what is asked for meanwhile is asked for already.
 */
export class Cancelling {
  readonly #send: () => Promise<void>;
  readonly #through: () => void;
  #request: Promise<void> | undefined;

  /**
   * @param send settles, and never rejects, once the target has sent its signal or nobody waits for that any longer
   * @param through called when the session may go on
   */
  constructor(send: () => Promise<void>, through: () => void) {
    this.#send = send;
    this.#through = through;
  }

  get out(): boolean {
    return this.#request !== undefined;
  }

  /** Cancels what the target runs. Settles when the request is through. */
  async request(): Promise<void> {
    this.#request ??= this.#send().then(() => {
      this.#request = undefined;
      this.#through();
    });
    await this.#request;
  }
}
