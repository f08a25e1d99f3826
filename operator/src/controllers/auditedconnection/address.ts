import { createHash } from 'node:crypto';
import type { AuditedConnection } from '@chaperone/crds';

/** The first two bytes of every address that stands for a target. */
const PREFIX = '127.77.';
/** Addresses of one namespace: the two other bytes, neither the first nor the last of all. */
const COUNT = 2 ** 16 - 2;

/**
 * The loopback address of a connection, unique in its namespace: the one that it has, where no elder has the same; otherwise
 * one that its name leads to, so that a connection that is made again gets what pods know it by.
 * @returns undefined where every address is taken
 */
export function allot(
  connection: AuditedConnection,
  others: readonly AuditedConnection[],
): string | undefined {
  const own = connection.status?.address;
  const before = others.filter((other) => isElder(other, connection));
  if (own !== undefined && !before.some(({ status }) => status?.address === own)) return own;
  const taken = new Set(others.map(({ status }) => status?.address));
  const digest = createHash('sha256').update(connection.metadata.name).digest();
  const start = digest.readUInt32BE(0) % COUNT;
  for (let i = 0; i < COUNT; i++) {
    const address = addressAt((start + i) % COUNT);
    if (!taken.has(address)) return address;
  }
  return undefined;
}

/** @param index 0 to COUNT - 1 */
function addressAt(index: number): string {
  const host = index + 1;
  return `${PREFIX}${String(host >> 8)}.${String(host & 0xff)}`;
}

function isElder(a: AuditedConnection, b: AuditedConnection): boolean {
  const age = ({ metadata }: AuditedConnection): string =>
    `${metadata.creationTimestamp ?? ''} ${metadata.name}`;
  return age(a) < age(b);
}
