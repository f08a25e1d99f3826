import net from 'node:net';
import tls from 'node:tls';
import type { TargetAddress, TargetTls } from './target-options.ts';

const MIN_VERSION = 'TLSv1.2';
/** Contexts that are kept: one per authority and certificate in use, few. */
const MAX_CONTEXTS = 16;

/** Parsing the system's authorities takes a quarter of a second on the event loop: once is enough. */
const contexts = new Map<string, tls.SecureContext>();

const identityOf = ({ clientCertificate }: TargetTls): tls.SecureContextOptions =>
  clientCertificate === undefined
    ? {}
    : { cert: clientCertificate.certificate, key: clientCertificate.key };

function contextFor(wanted: TargetTls): tls.SecureContext {
  const key = JSON.stringify([wanted.mode === 'Require', wanted.ca, wanted.clientCertificate]);
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const authorities =
    wanted.mode === 'Require' ? [] : (wanted.ca ?? tls.getCACertificates('system'));
  const context = tls.createSecureContext({
    minVersion: MIN_VERSION,
    ...identityOf(wanted),
    ...(authorities.length === 0 ? {} : { ca: authorities }),
  });
  if (contexts.size >= MAX_CONTEXTS) contexts.clear();
  contexts.set(key, context);
  return context;
}

/**
 * What a mode demands of the certificate. An IP address is compared with the certificate's addresses, and not sent as a
 * server name (RFC 6066, 3).
 */
export function tlsOptions({ host: address, tls: wanted }: TargetAddress): tls.ConnectionOptions {
  const host = wanted.serverName ?? address;
  const name = net.isIP(host) === 0 ? { servername: host } : {};
  switch (wanted.mode) {
    case 'Disable':
      throw new TypeError('TLS is disabled');
    case 'Require':
      return { host, ...name, secureContext: contextFor(wanted), rejectUnauthorized: false };
    case 'VerifyCA':
      return {
        host,
        ...name,
        secureContext: contextFor(wanted),
        rejectUnauthorized: true,
        checkServerIdentity: () => undefined,
      };
    case 'VerifyFull':
      return { host, ...name, secureContext: contextFor(wanted), rejectUnauthorized: true };
  }
}
