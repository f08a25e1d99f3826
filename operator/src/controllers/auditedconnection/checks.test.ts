import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuditedConnection } from '@chaperone/crds';
import { allot } from './address.ts';
import { check } from './checks.ts';
import type { ConnectionFacts } from './gather.ts';

function aConnection(
  name: string,
  address?: string,
  created = '2026-11-21T09:00:00Z',
): AuditedConnection {
  return {
    metadata: { name, namespace: 'agents', creationTimestamp: created },
    spec: {
      protocol: 'Postgres',
      target: { host: 'orders.example.com', port: 5432, tls: { mode: 'VerifyFull' } },
      credential: { secretRef: { name: 'orders-login' } },
    },
    ...(address === undefined ? {} : { status: { address } }),
  } as unknown as AuditedConnection;
}

function found(facts: Partial<ConnectionFacts>): Readonly<Record<string, string>> {
  const { findings } = check({
    connection: aConnection('orders-db'),
    others: [],
    credential: {
      ...{ kind: 'found', name: 'orders-login' },
      keys: new Set(['username', 'password']),
    },
    target: { addresses: ['10.0.0.4'] },
    ...facts,
  });
  return Object.fromEntries(
    findings.map(({ type, status, reason }) => [type, `${status} ${reason}`]),
  );
}

describe('a connection', () => {
  it('is ready with an address, a credential and a target', () => {
    expect(found({})).toEqual({
      Ready: 'True Usable',
      Addressed: 'True AddressAllotted',
      CredentialReady: 'True CredentialFound',
      TargetResolved: 'True HostFound',
    });
  });

  it('is not ready without one of them, and says why', () => {
    expect(found({ credential: { kind: 'missing', name: 'x' } })).toMatchObject({
      ...{ Ready: 'False NoSecret', CredentialReady: 'False NoSecret' },
    });
    expect(found({ credential: { kind: 'forbidden', name: 'x' } })).toMatchObject({
      ...{ Ready: 'False SecretForbidden', CredentialReady: 'False SecretForbidden' },
    });
    const keys = new Set(['username']);
    expect(found({ credential: { kind: 'found', name: 'x', keys } })).toMatchObject({
      Ready: 'False KeyMissing',
    });
    expect(found({ target: { problem: 'ENOTFOUND' } })).toMatchObject({
      Ready: 'False HostUnknown',
    });
  });
});

describe('the address of a connection', () => {
  it('stays, and is another than any other in the namespace', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 40 });
    fc.assert(
      fc.property(names, (all) => {
        let connections: AuditedConnection[] = [];
        for (const name of all) {
          const address = allot(aConnection(name), connections);
          expect(address).toMatch(/^127\.77\.\d{1,3}\.\d{1,3}$/);
          connections = [...connections, aConnection(name, address)];
        }
        const addresses = connections.map(({ status }) => status?.address);
        expect(new Set(addresses).size).toBe(all.length);
        for (const one of connections) {
          const others = connections.filter((other) => other !== one);
          expect(allot(one, others)).toBe(one.status?.address);
        }
      }),
    );
  });

  it('stays with the elder where two have the same', () => {
    const elder = aConnection('b', '127.77.0.9', '2026-01-01T00:00:00Z');
    const younger = aConnection('a', '127.77.0.9', '2026-02-01T00:00:00Z');
    expect(allot(elder, [younger])).toBe('127.77.0.9');
    expect(allot(younger, [elder])).not.toBe('127.77.0.9');
  });

  it('is none where all are taken', () => {
    const all = Array.from({ length: 2 ** 16 - 2 }, (_, i) =>
      aConnection(`c${String(i)}`, `127.77.${String((i + 1) >> 8)}.${String((i + 1) & 0xff)}`),
    );
    expect(allot(aConnection('one-more'), all)).toBeUndefined();
    expect(allot(aConnection('one-more'), all.slice(1))).toBe('127.77.0.1');
  });
});
