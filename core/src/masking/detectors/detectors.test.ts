import { describe, expect, it } from '@jest/globals';
import { detectors } from './registry.ts';

/** The texts that a detector finds. */
function found(name: string, text: string): string[] {
  const parts = detectors.get(name) ?? [];
  return parts.flatMap(({ find }) => find(text).map((hit) => text.slice(hit.start, hit.end)));
}

const id = `AKIAIOSFODNN7EXAMPLE`;
const secretKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const header = 'eyJhbGciOiJIUzI1NiJ9';
const payload = 'eyJzdWIiOiIxMjM0In0';
const pem = ['-----BEGIN PRIVATE KEY-----', 'MIIEvQ==', '-----END PRIVATE KEY-----'].join('\n');

describe.each([
  ['CreditCard', '4111111111111111', ['4111111111111111']],
  ['CreditCard', 'card 4111 1111 1111 1111, thanks', ['4111 1111 1111 1111']],
  ['CreditCard', '4111-1111-1111-1111', ['4111-1111-1111-1111']],
  ['CreditCard', '378282246310005', ['378282246310005']],
  ['CreditCard', '3782 822463 10005', ['3782 822463 10005']],
  ['CreditCard', '5555555555554444', ['5555555555554444']],
  ['CreditCard', '2223003122003222', ['2223003122003222']],
  ['CreditCard', '6011111111111117', ['6011111111111117']],
  ['CreditCard', '30569309025904', ['30569309025904']],
  ['CreditCard', '3530111333300000', ['3530111333300000']],
  ['CreditCard', '6212345678901232', ['6212345678901232']],
  ['CreditCard', 'order 77 4111 1111 1111 1111', ['4111 1111 1111 1111']],
  ['CreditCard', 'číslo:4111111111111111✓', ['4111111111111111']],
  ['CreditCard', '{"n":4111111111111111}', ['4111111111111111']],
  ['CreditCard', '4111111111111112', []],
  ['CreditCard', '1111111111111117', []],
  ['CreditCard', '0000000000000000', []],
  ['CreditCard', '411111111111', []],
  ['CreditCard', '41111111111111111111111', []],
  ['CreditCard', '4111  1111 1111 1111', []],
  ['CreditCard', '0.4111111111111111', []],
  ['CreditCard', '3.4111 1111 1111 1111', ['4111 1111 1111 1111']],
  ['CreditCard', '٤١١١١١١١١١١١١١١١', []],

  ['Email', 'ada@example.com', ['ada@example.com']],
  ['Email', '<ada.l+x@mail.example.co.uk>.', ['ada.l+x@mail.example.co.uk']],
  ['Email', 'a@b.cz, c@d.eu', ['a@b.cz', 'c@d.eu']],
  ['Email', "o'neil@example.com", ["o'neil@example.com"]],
  ['Email', '"ada lovelace"@example.com', ['"ada lovelace"@example.com']],
  ['Email', 'jiří@příklad.cz', ['jiří@příklad.cz']],
  ['Email', 'mailto:a@b.c.dd!', ['a@b.c.dd']],
  ['Email', 'ada@example.com.1', ['ada@example.com']],
  ['Email', 'ada@localhost', []],
  ['Email', '@example.com', []],
  ['Email', 'ada@', []],
  ['Email', 'ada @example.com', []],
  ['Email', 'ada@.com', []],
  ['Email', 'price 3@1.50', []],

  ['USSocialSecurityNumber', '123-45-6789', ['123-45-6789']],
  ['USSocialSecurityNumber', 'SSN 123 45 6789.', ['123 45 6789']],
  ['USSocialSecurityNumber', '000-12-3456 899-12-3456', ['899-12-3456']],
  ['USSocialSecurityNumber', '123-45 6789', []],
  ['USSocialSecurityNumber', '123456789', []],
  ['USSocialSecurityNumber', '000-45-6789', []],
  ['USSocialSecurityNumber', '666-45-6789', []],
  ['USSocialSecurityNumber', '900-45-6789', []],
  ['USSocialSecurityNumber', '123-00-6789', []],
  ['USSocialSecurityNumber', '123-45-0000', []],
  ['USSocialSecurityNumber', '1123-45-6789', []],
  ['USSocialSecurityNumber', '123-45-67890', []],

  ['IBAN', 'DE89370400440532013000', ['DE89370400440532013000']],
  ['IBAN', 'to DE89 3704 0044 0532 0130 00.', ['DE89 3704 0044 0532 0130 00']],
  ['IBAN', 'GB82WEST12345698765432', ['GB82WEST12345698765432']],
  ['IBAN', 'NO9386011117947', ['NO9386011117947']],
  ['IBAN', 'MT84MALT011000012345MTLCAST001S', ['MT84MALT011000012345MTLCAST001S']],
  ['IBAN', 'DE88370400440532013000', []],
  ['IBAN', 'ZZ89370400440532013000', []],
  ['IBAN', 'DE8937040044053201300', []],
  ['IBAN', 'DE893704004405320130000', []],
  ['IBAN', 'XDE89370400440532013000', []],
  ['IBAN', 'DE89', []],

  ['AWSAccessKey', `key=${id};`, [id]],
  ['AWSAccessKey', 'ASIAIOSFODNN7EXAMPLE', ['ASIAIOSFODNN7EXAMPLE']],
  ['AWSAccessKey', `x${id}`, []],
  ['AWSAccessKey', `${id}A`, []],
  ['AWSAccessKey', 'AKIAiosfodnn7example', []],
  ['AWSAccessKey', 'AKIA', []],
  ['AWSAccessKey', `aws_secret_access_key = ${secretKey}`, [secretKey]],
  ['AWSAccessKey', `"SecretAccessKey": "${secretKey}"`, [secretKey]],
  ['AWSAccessKey', `SECRET_KEY=${secretKey}`, [secretKey]],
  ['AWSAccessKey', secretKey, []],
  ['AWSAccessKey', `secret_key=${secretKey}AAAA`, []],

  ['PrivateKey', `a ${pem} b`, [pem]],
  [
    'PrivateKey',
    pem.replaceAll('PRIVATE', 'RSA PRIVATE'),
    [pem.replaceAll('PRIVATE', 'RSA PRIVATE')],
  ],
  ['PrivateKey', pem.replaceAll('\n', '\\n'), [pem.replaceAll('\n', '\\n')]],
  ['PrivateKey', `${pem}\n${pem}`, [pem, pem]],
  ['PrivateKey', pem.slice(0, 35), [pem.slice(0, 35)]],
  ['PrivateKey', pem.replaceAll('PRIVATE KEY', 'CERTIFICATE'), []],
  ['PrivateKey', '-----BEGIN ', []],
  ['PrivateKey', `-----BEGIN ${'A'.repeat(60)} PRIVATE KEY-----`, []],

  ['JWT', `Bearer ${header}.${payload}.c2lnbmF0dXJl`, [`${header}.${payload}.c2lnbmF0dXJl`]],
  ['JWT', `${header}.${payload}.`, [`${header}.${payload}.`]],
  ['JWT', `${header}..aXY.Y2lwaGVydGV4dA.dGFn`, [`${header}..aXY.Y2lwaGVydGV4dA.dGFn`]],
  ['JWT', `${header}.${payload}`, []],
  ['JWT', `x${header}.${payload}.c2ln`, [`${header}.${payload}.c2ln`]],
  ['JWT', 'eyJ.a.b', []],
])('%s', (name, text, expected) => {
  it(`in ${JSON.stringify(text)}`, () => {
    expect(found(name, text)).toEqual(expected);
  });
});

describe('a text made to be slow', () => {
  const size = 200_000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));
  it.each([
    '4',
    '4 ',
    '4-1-1-1 ',
    '4111111111111111 ',
    'a@',
    'a@b.',
    '"@',
    'a.',
    'a@a.a.a.',
    '123-45-',
    '123 45 6789 ',
    'DE89 ',
    'DE89370400440532013000 ',
    'AKIA',
    'secret',
    'secret_access_key = ',
    '-----BEGIN ',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY----------END ',
    'eyJ',
    '.eyJaaaaaaaaaaaa',
    'eyJaaaaaaaaaaaa.',
  ])('costs each detector no more than its length: %j', (piece) => {
    const long = fill(piece);
    const started = performance.now();
    for (const parts of detectors.values()) for (const { find } of parts) find(long);
    // Quadratic work on 200,000 characters would take minutes.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
