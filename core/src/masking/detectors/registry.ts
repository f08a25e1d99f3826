import { findAwsAccessKeyIds, findAwsSecretKeys } from './aws-access-key.ts';
import { findCreditCards } from './credit-card.ts';
import type { Detector, Hint } from './detector.ts';
import { findEmails } from './email.ts';
import { findIbans } from './iban.ts';
import { findJwts } from './jwt.ts';
import { findPrivateKeys } from './private-key.ts';
import { findSocialSecurityNumbers } from './social-security-number.ts';

interface Part {
  readonly find: Detector;
  /** No text without this has a hit. */
  readonly hint: Hint;
}

/** Every detector that a policy can name. */
export const detectors: ReadonlyMap<string, readonly Part[]> = new Map<string, readonly Part[]>([
  ['CreditCard', [{ find: findCreditCards, hint: 'card-digits' }]],
  ['Email', [{ find: findEmails, hint: 'at-sign' }]],
  ['USSocialSecurityNumber', [{ find: findSocialSecurityNumbers, hint: 'ssn-end' }]],
  ['IBAN', [{ find: findIbans, hint: 'iban-start' }]],
  [
    'AWSAccessKey',
    [
      { find: findAwsAccessKeyIds, hint: 'aws-start' },
      { find: findAwsSecretKeys, hint: 'secret-word' },
    ],
  ],
  ['PrivateKey', [{ find: findPrivateKeys, hint: 'pem-start' }]],
  ['JWT', [{ find: findJwts, hint: 'jwt-start' }]],
]);
