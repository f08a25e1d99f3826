import { SidecarError } from '../../../sidecar/src/errors.ts';
import { SaltedPasswords } from '../../../sidecar/src/protocols/postgres/startup/index.ts';
import { ScramExchange } from '../../../sidecar/src/protocols/postgres/startup/scram.ts';
import type { FuzzTarget } from '../target.ts';
import { codeOf, must } from './expect.ts';

const NONCE = 'fuzzfuzzfuzz';
const SALT = 'QUJDREVGR0hJSktMTU5PUA==';
/** One derivation for all inputs that keep salt and count; another costs milliseconds. */
const salted = new SaltedPasswords();

/** What a target sends in the exchange: server-first-message, a line feed, server-final-message. */
export const scramTarget: FuzzTarget = {
  name: 'scram',
  seeds: [
    Buffer.from(`r=${NONCE}server,s=${SALT},i=4096\nv=QUJDREVGR0hJSktMTU5PUA==`),
    Buffer.from(`r=${NONCE}x,s=${SALT},i=4096\ne=invalid-proof`),
  ],
  words: ['r=', ',s=', ',i=', 'i=2147483647', 'm=x,', NONCE, '=', 'v=', 'e='],
  run: async (input) => {
    const at = input.indexOf(0x0a);
    const [first, final] =
      at < 0 ? [input, input] : [input.subarray(0, at), input.subarray(at + 1)];
    const exchange = new ScramExchange({ password: 'p', salted, nonce: NONCE });
    exchange.first();
    const answered = await codeOf(SidecarError, async () => exchange.final(first));
    const verified = await codeOf(SidecarError, () => {
      exchange.verify(final);
    });
    must(verified !== 'ok', 'a server that does not know the password was believed');
    return `${answered} ${verified}`;
  },
};
