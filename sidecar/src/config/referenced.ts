import { createSecureContext } from 'node:tls';
import {
  configMapValue,
  secretValue,
  type AuditedConnection,
  type Resources,
} from '@chaperone/crds';
import { SidecarError } from '../errors.ts';

const DEFAULT_NAMESPACE = 'default';

/** Namespace of an object; `default` where its manifest names none, as in a cluster. */
export function namespaceOf(object: {
  readonly metadata: { readonly namespace?: string };
}): string {
  return object.metadata.namespace ?? DEFAULT_NAMESPACE;
}

type AuthorityReference = NonNullable<AuditedConnection['spec']['target']['tls']['caRef']>;

/** What the manifests of a connection's namespace hold under the names that it refers to. */
export class Referenced {
  readonly #namespace: string;
  readonly #resources: Resources;

  constructor(namespace: string, resources: Resources) {
    this.#namespace = namespace;
    this.#resources = resources;
  }

  /** Values of a Secret's keys as text; undefined where there is no such Secret or key. */
  secret(name: string, key: string): string | undefined {
    const secret = this.#resources.secrets.find(this.#isNamed(name));
    return secret && secretValue(secret, key)?.toString('utf8');
  }

  /**
   * PEM of a certificate authority; undefined where none is named. One that is named and not there is no reason to trust others.
   * @throws SidecarError CREDENTIAL_MISSING
   */
  authority(reference: AuthorityReference | undefined): string | undefined {
    if (reference === undefined) return undefined;
    const { kind, name, key } = reference;
    const found = kind === 'Secret' ? this.secret(name, key) : this.#configMap(name, key);
    if (found !== undefined) return found;
    throw new SidecarError('CREDENTIAL_MISSING', `there is no ${kind} ${name} with the key ${key}`);
  }

  #configMap(name: string, key: string): string | undefined {
    const map = this.#resources.configMaps.find(this.#isNamed(name));
    return map && configMapValue(map, key)?.toString('utf8');
  }

  /**
   * A certificate and its key that can be used.
   * @throws SidecarError CREDENTIAL_UNUSABLE
   */
  certificate(
    reference: { readonly name: string } | undefined,
  ): { readonly certificate: string; readonly key: string } | undefined {
    if (reference === undefined) return undefined;
    const certificate = this.secret(reference.name, 'tls.crt');
    const key = this.secret(reference.name, 'tls.key');
    if (certificate === undefined || key === undefined) throw unusable();
    try {
      createSecureContext({ cert: certificate, key });
    } catch {
      // OpenSSL's words may quote what it read.
      throw unusable();
    }
    return { certificate, key };
  }

  #isNamed(
    name: string,
  ): (object: {
    readonly metadata: { readonly name?: string; readonly namespace?: string };
  }) => boolean {
    return (object) => object.metadata.name === name && namespaceOf(object) === this.#namespace;
  }
}

function unusable(): SidecarError {
  return new SidecarError(
    'CREDENTIAL_UNUSABLE',
    'tls.crt and tls.key of target.tls.clientCertificateRef are no certificate in PEM with its key',
  );
}
