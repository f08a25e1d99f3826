import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import { javaKeystore } from './keystore.ts';
import { writeTrust } from './write.ts';

const now = new Date('2026-11-21T09:00:00Z');
/** Any certificate stands for the installation's authority. */
const [authority = '', other = ''] = rootCertificates;

let directory: string;
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'chaperone-trust-'));
});
afterEach(() => {
  fs.rmSync(directory, { recursive: true });
});

const read = (name: string): Buffer => fs.readFileSync(path.join(directory, name));
const derOf = (pem: string): Buffer => new X509Certificate(pem).raw;

describe('what agents trust', () => {
  it('is there for everybody to read, and nothing else is', () => {
    writeTrust(directory, authority, now);
    expect(fs.readdirSync(directory).sort()).toEqual([
      'ca-bundle.crt',
      'ca-bundle.jks',
      'chaperone-ca.crt',
    ]);
    for (const name of fs.readdirSync(directory))
      expect(fs.statSync(path.join(directory, name)).mode & 0o777).toBe(0o644);
  });

  it('is the authority alone, and with the public ones', () => {
    writeTrust(directory, authority, now);
    expect(read('chaperone-ca.crt').toString().trim()).toBe(authority.trim());
    const bundle = read('ca-bundle.crt').toString();
    expect(bundle.startsWith(authority.trim())).toBe(true);
    expect(bundle.match(/BEGIN CERTIFICATE/g)).toHaveLength(rootCertificates.length + 1);
  });

  it('changes whole, as an authority is exchanged', () => {
    writeTrust(directory, authority, now);
    writeTrust(directory, `${authority}\n${other}`, now);
    expect(read('chaperone-ca.crt').toString().match(/BEGIN/g)).toHaveLength(2);
  });
});

describe('the keystore for Java', () => {
  it('has each certificate under a name of its own', () => {
    const ders = [derOf(authority), derOf(other)];
    const store = javaKeystore(ders, now);
    expect(store.subarray(0, 12).toString('hex')).toBe('feedfeed0000000200000002');
    for (const der of ders) expect(store.includes(der)).toBe(true);
    expect(store.includes('chaperone-0')).toBe(true);
    expect(store.includes('chaperone-1')).toBe(true);
  });

  it('has the layout and the digest that Java has always written', () => {
    const store = javaKeystore([Buffer.from([1, 2, 3])], new Date(0x0102030405));
    expect(store.subarray(12, -20).toString('hex')).toBe(
      [
        '00000002',
        '000b6368617065726f6e652d30',
        '0000000102030405',
        '0005582e353039',
        '00000003',
        '010203',
      ].join(''),
    );
    expect(store).toHaveLength(12 + 4 + 13 + 8 + 7 + 4 + 3 + 20);
  });
});
