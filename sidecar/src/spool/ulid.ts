import { randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/** A ULID in upper case: 48 bits of milliseconds, 80 random bits. Sorts by time. */
export function newUlid(nowMs: number): string {
  let time = '';
  let rest = nowMs;
  for (let i = 0; i < TIME_DIGITS; i += 1) {
    time = CROCKFORD.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const random = Array.from(randomBytes(RANDOM_DIGITS), (b) => CROCKFORD.charAt(b % 32)).join('');
  return time + random;
}
