import type { SidecarError } from '../../../errors.ts';

export interface Deadline {
  /** Aborts with the SidecarError that `expired` makes. */
  readonly signal: AbortSignal;
  readonly clear: () => void;
}

/** One timer for a whole start-up: a peer that sends a byte now and then gains no time by it. */
export function deadline(ms: number, expired: () => SidecarError): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(expired());
  }, ms);
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
    },
  };
}
