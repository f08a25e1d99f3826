import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import { SidecarError } from '../errors.ts';
import { Trust } from './trust.ts';

/** Any authorities stand for an installation's. */
const [given = '', told = ''] = rootCertificates;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let directory: string;
beforeEach(() => {
  directory = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'chaperone-trust-')), 'data');
});
afterEach(() => {
  fs.rmSync(path.dirname(directory), { recursive: true });
});

const aTrust = (): Trust => new Trust({ pem: given }, directory, log);

describe('whom a sidecar takes for its broker', () => {
  it('is what its pod was made with, and then what the broker says', () => {
    const trust = aTrust();
    expect(trust.authorities()).toBe(given);
    trust.take(`${told}\n`);
    expect(trust.authorities()).toBe(`${told}\n`);
  });

  it('outlives the process, whatever the pod was made with, for its user alone', () => {
    aTrust().take(told);
    expect(aTrust().authorities()).toBe(told);
    const [name = ''] = fs.readdirSync(directory);
    expect(fs.readdirSync(directory)).toHaveLength(1);
    expect(fs.statSync(path.join(directory, name)).mode & 0o777).toBe(0o600);
    fs.writeFileSync(path.join(directory, name), 'half of');
    expect(aTrust().authorities()).toBe(given);
  });

  it.each([
    ['nothing', ''],
    ['no certificate', 'hello'],
    ['one that cannot be read', told.replace('MII', 'AAA')],
    ['more than an installation has', told.repeat(17)],
  ])('is not changed by %s', (_what, pem) => {
    const trust = aTrust();
    trust.take(pem);
    expect(trust.authorities()).toBe(given);
    expect(fs.existsSync(directory)).toBe(false);
  });

  it('is taken over, where it cannot be kept', () => {
    fs.writeFileSync(directory, 'a file in its place');
    const trust = aTrust();
    trust.take(told);
    expect(trust.authorities()).toBe(told);
  });

  it('is unavailable, where its file is', () => {
    const trust = new Trust({ file: path.join(directory, 'none') }, directory, log);
    expect(() => trust.authorities()).toThrow(SidecarError);
  });
});
