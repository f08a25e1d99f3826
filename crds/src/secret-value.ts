import type { ConfigMap } from './generated/config-map.ts';
import type { Secret } from './generated/secret.ts';

/** The value under a key of a Secret, decoded; `stringData` wins over `data`, as in a cluster. */
export function secretValue(secret: Secret, key: string): Buffer | undefined {
  return textAt(secret.stringData, key) ?? base64At(secret.data, key);
}

/** The value under a key of a ConfigMap. */
export function configMapValue(configMap: ConfigMap, key: string): Buffer | undefined {
  return textAt(configMap.data, key) ?? base64At(configMap.binaryData, key);
}

type Values = Readonly<Record<string, string>> | undefined;

function textAt(values: Values, key: string): Buffer | undefined {
  const value = at(values, key);
  return value === undefined ? undefined : Buffer.from(value, 'utf8');
}

function base64At(values: Values, key: string): Buffer | undefined {
  const value = at(values, key);
  return value === undefined ? undefined : Buffer.from(value, 'base64');
}

// The keys are a file's: `constructor` must not find what every object inherits.
function at(values: Values, key: string): string | undefined {
  return values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;
}
