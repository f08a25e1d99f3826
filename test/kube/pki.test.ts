import { beforeAll, expect, test } from '@jest/globals';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { makeAuthority, type Authority } from './pki.ts';

let authority: Authority;
beforeAll(async () => {
  authority = await makeAuthority();
});

test('a server certificate names addresses as addresses', async () => {
  const pair = await authority.server('kube-apiserver', ['127.0.0.1', 'kubernetes.default.svc']);
  const certificate = new X509Certificate(pair.certificate);
  expect(certificate.subjectAltName).toBe('IP Address:127.0.0.1, DNS:kubernetes.default.svc');
  expect(certificate.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(pair.key))).toBe(true);
});

test('a client certificate has its user as CN and each group as an O', async () => {
  const { certificate } = await authority.client('alice', ['approvers', 'system:masters']);
  expect(new X509Certificate(certificate).subject).toBe('CN=alice\nO=approvers\nO=system:masters');
});
