import type { InjectorSettings } from '../admission/settings.ts';
import type { CertificateSource } from '../certificates/open.ts';

export interface Address {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What `chaperone operator` is asked to do. */
export interface OperatorOptions {
  /** A kubeconfig; undefined: the ServiceAccount of the operator's own pod. */
  readonly kubeconfig: string | undefined;
  /** Where the API server asks. */
  readonly admission: Address;
  /** Where sidecars ask. */
  readonly broker: Address;
  /** `/livez`, `/readyz`, `/metrics`. */
  readonly admin: Address;
  /** Of both servers, and of what sidecars serve. */
  readonly certificates: CertificateSource;
  /** How pods are injected; whom their sidecars trust changes. */
  readonly injector: Omit<InjectorSettings, 'brokerCa'>;
  /** Images beside the injector's own that count as the sidecar's. */
  readonly previousImages: readonly string[];
  /** How long what is over is kept, milliseconds. */
  readonly kept: { readonly approvalsMs: number; readonly sessionsMs: number };
  /** The directory in which recordings are kept where no AuditStore says otherwise; undefined: none. */
  readonly storeDirectory: string | undefined;
  readonly logLevel: LogLevel;
}
