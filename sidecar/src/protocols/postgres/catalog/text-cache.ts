import { postgresLimits } from '../../../config/limits.ts';

/** What is known of texts, bounded by their number and by their characters; the oldest goes first. */
export class TextCache<Value> {
  readonly #values = new Map<string, Value>();
  readonly #maxTexts: number;
  readonly #maxChars: number;
  #chars = 0;

  constructor(
    maxTexts: number = postgresLimits.cachedTexts.value,
    maxChars: number = postgresLimits.cachedTextChars.value,
  ) {
    this.#maxTexts = maxTexts;
    this.#maxChars = maxChars;
  }

  /** A hit does not move to the back of the queue: that would cost two hash operations on the path of every command. */
  get(text: string): Value | undefined {
    return this.#values.get(text);
  }

  set(text: string, value: Value): void {
    if (text.length > this.#maxChars / 4 || this.#values.has(text)) return;
    this.#values.set(text, value);
    this.#chars += text.length;
    while (this.#values.size > this.#maxTexts || this.#chars > this.#maxChars) {
      const [oldest] = this.#values.keys();
      if (oldest === undefined) return;
      this.#values.delete(oldest);
      this.#chars -= oldest.length;
    }
  }
}
