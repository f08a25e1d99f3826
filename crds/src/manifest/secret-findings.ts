import type { Finding } from './object.ts';
import { childOf, isRecord } from './path.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Values in base64 that are none. Only their keys are named. */
export function base64Findings(field: 'data' | 'binaryData', value: unknown): readonly Finding[] {
  const data = childOf(value, field);
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([key, text]): Finding[] =>
    typeof text !== 'string' || isBase64(text)
      ? []
      : [
          {
            path: [field, key],
            code: 'BAD_VALUE',
            message:
              'is not base64: encode it, or move it to a field for plain values (stringData of a Secret, data of a ConfigMap)',
          },
        ],
  );
}

function isBase64(text: string): boolean {
  const digits = text.replaceAll(/[\r\n]/g, '');
  return digits.length % 4 === 0 && BASE64.test(digits);
}
