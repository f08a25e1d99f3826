import { isAlphanumeric, isDigit, isUpper, runEnd } from './characters.ts';
import type { Hit } from './detector.ts';

/** Prefixes of unique identifiers that are or name credentials, from the IAM User Guide, "Unique identifiers". */
const prefixes = ['AKIA', 'ASIA', 'ABIA', 'ACCA'] as const;
const idLength = 20;

/** Every repetition is bounded, so that no text makes it slow. */
const secret =
  /secret[ _-]?(?:access)?[ _-]?key["']?[ \t]{0,4}(?:=>|[:=])?[ \t]{0,4}["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi;

/** AWS access key ids: one of the prefixes and 16 upper-case letters or digits, standing alone. */
export function findAwsAccessKeyIds(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const prefix of prefixes) {
    for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
      const end = at + idLength;
      const alone =
        !isAlphanumeric(text.charCodeAt(at - 1)) && !isAlphanumeric(text.charCodeAt(end));
      if (alone && runEnd(text.slice(at, end), 0, isIdCharacter) === idLength) {
        hits.push({ start: at, end });
      }
    }
  }
  return hits;
}

function isIdCharacter(code: number): boolean {
  return isUpper(code) || isDigit(code);
}

/**
 * AWS secret access keys: 40 characters of base64 directly after a name such as `aws_secret_access_key` or
 * `SecretKey`. Without the name, 40 such characters are as likely a digest. Only the key is the hit.
 */
export function findAwsSecretKeys(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  secret.lastIndex = 0;
  for (let match = secret.exec(text); match; match = secret.exec(text)) {
    hits.push({ start: secret.lastIndex - 40, end: secret.lastIndex });
  }
  return hits;
}
