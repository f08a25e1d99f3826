/** Most reasons that one gap lists; the count of events is exact whatever happens. */
const MAX_REASONS = 16;

/** What the recording owes its reader: the reasons of the next `gap` event. */
export class Debt {
  /** A gap that says all of this is among the encoded lines. */
  encoded = false;
  #events = 0;
  #codes = new Set<string>();
  #reasons: string[] = [];

  get owed(): boolean {
    return this.#events > 0 || this.#reasons.length > 0;
  }

  lose(events: number, code: string): void {
    this.#events += Math.max(0, events);
    this.#codes.add(code);
    this.encoded = false;
  }

  add(reason: string): void {
    if (this.#reasons.length < MAX_REASONS) this.#reasons.push(reason);
  }

  settle(): void {
    this.encoded = false;
    this.#events = 0;
    this.#codes = new Set();
    this.#reasons = [];
  }

  toReason(): string {
    const codes = [...this.#codes].join(', ');
    const lost =
      this.#codes.size === 0
        ? []
        : [`${String(this.#events)} events could not be written (${codes})`];
    return [...lost, ...this.#reasons].join('; ');
  }
}
