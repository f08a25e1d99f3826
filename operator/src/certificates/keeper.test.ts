import { beforeEach, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { KubeError } from '../kube/errors.ts';
import type { Secret } from '../kube/kinds.ts';
import { CertificateError } from './errors.ts';
import { issueServing } from './issue.ts';
import { Keeper } from './keeper.ts';
import { certificatesIn } from './pem.ts';
import { CA_ANNOTATIONS, readSecret } from './secret.ts';
import type { CaState, Issuer } from './types.ts';

const HOLD_MS = 60_000;

/** One Secret, as an API server keeps it: whoever writes an old version is refused. */
class OneSecret {
  secret: Secret | undefined;
  version = 0;
  /** Fails the next write behind the server: it is written, and the answer is lost. */
  losesAnswer = false;

  get(): Secret {
    if (this.secret !== undefined) return this.secret;
    throw new KubeError('NOT_FOUND', 'there is none');
  }

  create(secret: Secret): Secret {
    if (this.secret !== undefined) throw new KubeError('ALREADY_EXISTS', 'there is one');
    return this.#write(secret);
  }

  replace(secret: Secret): Secret {
    if (secret.metadata?.resourceVersion !== String(this.version))
      throw new KubeError('CONFLICT', 'it is another by now');
    return this.#write(secret);
  }

  annotate(name: string, value: string): void {
    const metadata = this.secret?.metadata;
    const annotations = { ...metadata?.annotations, [name]: value };
    this.#write({ ...this.secret, metadata: { ...metadata, annotations } });
  }

  #write(secret: Secret): Secret {
    this.version += 1;
    const metadata = { ...secret.metadata, resourceVersion: String(this.version) };
    this.secret = { ...secret, metadata };
    if (!this.losesAnswer) return this.secret;
    this.losesAnswer = false;
    throw new KubeError('TIMEOUT', 'no answer');
  }
}

let server: OneSecret;
let now: Date;
let told: string[];
beforeEach(() => {
  server = new OneSecret();
  now = new Date('2026-11-21T09:00:00Z');
  told = [];
});

function aKeeper(known?: CaState): Keeper {
  return new Keeper({
    kept: {
      get: async () => Promise.resolve().then(() => server.get()),
      create: async (secret) => Promise.resolve().then(() => server.create(secret)),
      replace: async (secret) => Promise.resolve().then(() => server.replace(secret)),
    },
    recorder: {
      record: ({ reason }) => {
        told.push(reason);
      },
    },
    clock: { now: () => now.getTime(), date: () => now, after: () => () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...{ namespace: 'chaperone-system', name: 'chaperone-ca', holdMs: HOLD_MS },
    known: () => known,
    isPublished: () => true,
  });
}

const state = (): CaState => readSecret(server.secret ?? {});
const pass = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};
const trusts = (authority: string, leaf: string): boolean => {
  const [own = '', cross] = certificatesIn(leaf).map((one) => new X509Certificate(one));
  const root = new X509Certificate(authority);
  const verifies = (one: X509Certificate, by: X509Certificate): boolean =>
    one.checkIssued(by) && one.verify(by.publicKey);
  if (own === '') return false;
  return (
    verifies(own, root) || (cross !== undefined && verifies(own, cross) && verifies(cross, root))
  );
};

describe('who keeps the authority', () => {
  it('makes one, whoever else begins at the same time', async () => {
    await Promise.all([aKeeper().step(), aKeeper().step(), aKeeper().step()]);
    expect([server.version, told]).toEqual([1, ['AuthorityCreated']]);
    expect(state().phase).toBe('Steady');
    expect(await aKeeper().step()).toBeGreaterThan(HOLD_MS);
  });

  it('makes it anew of what is known, where somebody deleted it', async () => {
    await aKeeper().step();
    const before = state();
    server.secret = undefined;
    await aKeeper(before).step();
    expect(state()).toEqual(before);
  });

  it('leads it through a rotation, by another replica in each step, and each time an answer is lost', async () => {
    const step = async (phase: CaState['phase'], reason: string): Promise<void> => {
      server.losesAnswer = true;
      await expect(aKeeper().step()).rejects.toThrow(KubeError);
      expect(state().phase).toBe(phase);
      expect(await aKeeper().step()).not.toBe(0);
      expect(told).not.toContain(reason);
    };
    await aKeeper().step();
    const first = state().active.certificate;
    server.annotate(CA_ANNOTATIONS.rotate, 'CHG-1042');
    await step('Publishing', 'AuthorityPublished');
    expect(state().active.certificate).toBe(first);
    pass(HOLD_MS);
    await step('Retiring', 'AuthorityPromoted');
    expect(state().active.certificate).not.toBe(first);
    expect(Object.keys(server.secret?.data ?? {}).sort()).toEqual(
      ['ca.crt', 'cross.crt', 'previous.crt', 'tls.crt', 'tls.key'].sort(),
    );
    pass(HOLD_MS);
    await step('Steady', 'AuthorityDropped');
    expect(Buffer.from(server.secret?.data?.['ca.crt'] ?? '', 'base64').toString()).toBe(
      state().active.certificate,
    );
    expect(state().past).toBe(first);
  });

  it('lets those who know only the authority before go on while it retires', async () => {
    await aKeeper().step();
    const first = state().active.certificate;
    server.annotate(CA_ANNOTATIONS.rotate, 'now');
    await aKeeper().step();
    pass(HOLD_MS);
    await aKeeper().step();
    const retiring = state();
    const issuer: Issuer = {
      pair: retiring.active,
      cross: retiring.phase === 'Retiring' ? retiring.cross : '',
    };
    const { cert } = await issueServing(issuer, ['chaperone.example'], now);
    expect([trusts(first, cert), trusts(retiring.active.certificate, cert)]).toEqual([true, true]);
    expect(trusts(first, certificatesIn(cert)[0] ?? '')).toBe(false);
  });

  it('touches nothing that it does not understand, and says so', async () => {
    await aKeeper().step();
    const { secret } = server;
    for (const data of [
      { ...secret?.data, 'tls.key': 'bm9uZQ==' },
      { ...secret?.data, 'tls.crt': '' },
    ]) {
      server.secret = { ...secret, data };
      await expect(aKeeper().step()).rejects.toThrow(CertificateError);
    }
    server.secret = { ...secret, metadata: { annotations: {} } };
    await expect(aKeeper().step()).rejects.toThrow(CertificateError);
    expect([server.version, told.at(-1)]).toEqual([1, 'AuthorityUnusable']);
  });
});
