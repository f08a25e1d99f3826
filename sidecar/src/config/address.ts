import { isIP } from 'node:net';

export interface Address {
  /** An IP address, or `localhost`. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

const FORM = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]+)):(\d{1,5})$/;
const MAX_PORT = 65_535;

/** Reads `127.0.0.1:5432`, `[::1]:5432` or `localhost:5432`; undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, v6, name, digits = ''] = match;
  const host = v6 ?? name ?? '';
  const port = Number(digits);
  const isHost = v6 === undefined ? isIP(host) === 4 || host === 'localhost' : isIP(host) === 6;
  return isHost && port <= MAX_PORT ? { host, port } : undefined;
}

/** True for addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
