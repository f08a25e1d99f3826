import type { Limit } from '../config/limit.ts';
import { brokerLimits } from '../config/broker-limits.ts';

const FIRST_MS = 200;

/** Milliseconds to wait after so many failures in a row, from 1: doubled each time up to the limit, and by up to half less at random. */
export function pauseBefore(failures: number, most: Limit = brokerLimits.retryMs): number {
  const full = Math.min(FIRST_MS * 2 ** Math.min(failures - 1, 16), most.value);
  return full * (1 - Math.random() / 2);
}
