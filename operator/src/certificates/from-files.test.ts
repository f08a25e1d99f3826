import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAuthority } from './authority.ts';
import { both } from './both.ts';
import { CertificateError } from './errors.ts';
import { certificatesFromFiles } from './from-files.ts';
import { issueServing } from './issue.ts';
import { certificateLimits } from './limits.ts';
import type { Certificates, Issuer } from './types.ts';

const log = { info: () => undefined, warn: () => undefined, error: jest.fn() };

interface Pair {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

async function aPair(): Promise<Pair> {
  const now = new Date();
  const pair = await createAuthority(now);
  const issuer: Issuer = { pair, cross: '' };
  return { ca: pair.certificate, ...(await issueServing(issuer, ['chaperone.example'], now)) };
}

describe('certificates of others', () => {
  let directory: string;
  let opened: Certificates | undefined;
  const file = (name: string): string => path.join(directory, name);
  const write = (parts: Partial<Pair>): void => {
    for (const [name, text] of Object.entries(parts)) {
      writeFileSync(file('draft'), text);
      renameSync(file('draft'), file(name));
    }
  };
  const open = (): Certificates => {
    opened = certificatesFromFiles(
      { certFile: file('cert'), keyFile: file('key'), caFile: file('ca') },
      log,
    );
    return opened;
  };
  const look = (): void => {
    jest.advanceTimersByTime(certificateLimits.lookMs.value);
  };
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    directory = mkdtempSync(path.join(tmpdir(), 'chaperone-files-'));
    log.error.mockClear();
  });
  afterEach(async () => {
    await opened?.stop();
    opened = undefined;
    jest.useRealTimers();
    rmSync(directory, { recursive: true });
  });

  it('are taken over whole, as they are exchanged one after the other', async () => {
    const [first, second] = [await aPair(), await aPair()];
    write(first);
    const certificates = open();
    const changed = jest.fn();
    certificates.follow(changed);
    expect(certificates.authorities).toBe(first.ca);
    expect(certificates.issuer).toBeUndefined();
    // The next authority is trusted before anything of it is served.
    write({ ca: first.ca + second.ca });
    look();
    expect(certificates.authorities).toBe(first.ca + second.ca);
    write({ cert: second.cert });
    look();
    expect([certificates.serving.cert, log.error.mock.calls.length]).toEqual([first.cert, 1]);
    write({ key: second.key });
    look();
    expect(certificates.serving).toEqual({ cert: second.cert, key: second.key });
    write({ ca: '' });
    look();
    expect(certificates.authorities).toBe(first.ca + second.ca);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('are refused at a start where they do not belong together, or name no authority', async () => {
    const [first, second] = [await aPair(), await aPair()];
    write({ ...first, key: second.key });
    expect(open).toThrow(CertificateError);
    write({ ...first, ca: 'none' });
    expect(open).toThrow(CertificateError);
  });

  it('serve beside an authority of its own, which signs for sidecars', async () => {
    const [served, own] = [await aPair(), await aPair()];
    write(served);
    const files = open();
    const followers = new Set<() => void>();
    const pair = { certificate: own.ca, key: 'key' };
    const whole = both(files, {
      ...{ authorities: own.ca, serving: own, issuer: { pair, cross: '' }, isDeaf: false },
      follow: (changed) => {
        followers.add(changed);
        return () => followers.delete(changed);
      },
      stop: async () => Promise.resolve(),
    });
    expect(whole.serving.cert).toBe(served.cert);
    expect(whole.authorities).toBe(served.ca + own.ca);
    expect(whole.issuer?.pair).toBe(pair);
    const changed = jest.fn();
    const end = whole.follow(changed);
    for (const one of followers) one();
    write({ ca: served.ca + served.ca });
    look();
    expect(changed).toHaveBeenCalledTimes(2);
    end();
    expect(followers.size).toBe(0);
  });
});
