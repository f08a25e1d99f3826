import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SidecarError } from '../../../errors.ts';
import { SaltedPasswords } from './salted-passwords.ts';
import { ScramExchange } from './scram.ts';

// RFC 7677, section 3.
const rfc = {
  nonce: 'rOprNGfwEbeRWgbNEkqO',
  serverFirst:
    'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  clientFinal:
    'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  serverFinal: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
};
const salted = new SaltedPasswords();

function exchange(password = 'pencil'): ScramExchange {
  return new ScramExchange({ username: 'user', password, nonce: rfc.nonce, salted });
}

const invalid = expect.objectContaining({ name: 'SidecarError', code: 'UPSTREAM_AUTH_INVALID' });

describe('SCRAM-SHA-256', () => {
  it('is the exchange of RFC 7677', async () => {
    const client = exchange();
    expect(client.first().toString()).toBe('n,,n=user,r=rOprNGfwEbeRWgbNEkqO');
    expect((await client.final(Buffer.from(rfc.serverFirst))).toString()).toBe(rfc.clientFinal);
    expect(() => {
      client.verify(Buffer.from(rfc.serverFinal));
    }).not.toThrow();
  });

  it('escapes a user name and chooses a nonce of its own', () => {
    const client = new ScramExchange({ username: 'a=b,c', password: '', salted });
    expect(client.first().toString()).toMatch(/^n,,n=a=3Db=2Cc,r=[A-Za-z0-9+/]{24}$/);
    const other = new ScramExchange({ password: '', salted });
    expect(other.first().toString()).toMatch(/^n,,n=,r=/);
    expect(other.first()).not.toEqual(new ScramExchange({ password: '', salted }).first());
  });

  it.each([
    ['a signature by another password', 'v=AAriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4='],
    ['a short signature', 'v=6rri'],
    ['no signature', 'v='],
    ['an error', 'e=other-error'],
    ['something behind it', `${rfc.serverFinal},x=1`],
    ['nothing', ''],
  ])('does not accept %s', async (_case, serverFinal) => {
    const client = exchange();
    await client.final(Buffer.from(rfc.serverFirst));
    expect(() => {
      client.verify(Buffer.from(serverFinal));
    }).toThrow(invalid);
  });

  it('does not accept a signature before the exchange', () => {
    expect(() => {
      exchange().verify(Buffer.from(rfc.serverFinal));
    }).toThrow(invalid);
  });

  it.each([
    ['a nonce that is not continued', 'r=rOprNGfwEbeRWgbNEkqO,s=W22ZaA==,i=4096'],
    ['another nonce', 'r=XOprNGfwEbeRWgbNEkqOabc,s=W22ZaA==,i=4096'],
    ['too few iterations', `r=${rfc.nonce}x,s=W22ZaA==,i=4095`],
    ['too many iterations', `r=${rfc.nonce}x,s=W22ZaA==,i=1000001`],
    ['absurd iterations', `r=${rfc.nonce}x,s=W22ZaA==,i=4294967296000`],
    ['no number', `r=${rfc.nonce}x,s=W22ZaA==,i=4096.5`],
    ['a salt that is no base64', `r=${rfc.nonce}x,s=W22ZaJ0SNY7soEsUEjb6gQ=,i=4096`],
    ['no salt', `r=${rfc.nonce}x,s=,i=4096`],
    ['a mandatory extension', `m=ext,r=${rfc.nonce}x,s=W22ZaA==,i=4096`],
    ['an error', 'e=unknown-user'],
    ['a long message', `r=${rfc.nonce}${'x'.repeat(4000)},s=W22ZaA==,i=4096`],
  ])('does not answer %s', async (_case, serverFirst) => {
    await expect(exchange().final(Buffer.from(serverFirst))).rejects.toThrow(invalid);
  });

  it('fails with a code for any bytes, and never says the password', async () => {
    const password = 'correct horse';
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), async (bytes) => {
        const error: unknown = await exchange(password)
          .final(Buffer.from(bytes))
          .catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(SidecarError);
        expect(JSON.stringify([error, String(error)])).not.toContain(password);
      }),
    );
  });
});

describe('SaltedPasswords', () => {
  const salt = Buffer.from('salt');

  it('derives one key for sessions that come at once', async () => {
    const cache = new SaltedPasswords();
    const keys = await Promise.all([1, 2, 3].map(async () => cache.get('x', salt, 4096)));
    expect(new Set(keys).size).toBe(1);
    expect(cache.size).toBe(1);
  });

  it('tells password, salt and iterations apart', async () => {
    const cache = new SaltedPasswords();
    const keys = await Promise.all([
      cache.get('ab', Buffer.from('c'), 4096),
      cache.get('b', Buffer.from('ca'), 4096),
      cache.get('ab', Buffer.from('c'), 4097),
      cache.get('cab', Buffer.from(''), 4096),
    ]);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
  });

  it('keeps the ones used last, and forgets on demand', async () => {
    const cache = new SaltedPasswords(2);
    const a = await cache.get('a', salt, 1);
    await cache.get('b', salt, 1);
    expect(await cache.get('a', salt, 1)).toBe(a);
    await cache.get('c', salt, 1);
    expect(cache.size).toBe(2);
    expect(await cache.get('a', salt, 1)).toBe(a);
    cache.clear();
    expect(cache.size).toBe(0);
    expect(await cache.get('a', salt, 1)).not.toBe(a);
  });

  it('normalises what RFC 4013 normalises, and takes what it prohibits as it is', async () => {
    const cache = new SaltedPasswords();
    const key = async (password: string): Promise<string> =>
      (await cache.get(password, salt, 1)).toString('hex');
    expect(await key('I\u00ADX')).toBe(await key('IX'));
    expect(await key('\u2168')).toBe(await key('IX'));
    expect(await key('a\u0007\u00E9')).not.toBe(await key('a\u00E9'));
  });
});
