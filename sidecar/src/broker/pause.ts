import { brokerLimits } from '../config/broker-limits.ts';

const FIRST_MS = 200;

/** Milliseconds to wait after so many failures in a row, from 1: doubled each time up to the limit, and by up to half less at random. */
export function pauseBefore(failures: number): number {
  const full = Math.min(FIRST_MS * 2 ** Math.min(failures - 1, 16), brokerLimits.retryMs.value);
  return full * (1 - Math.random() / 2);
}
