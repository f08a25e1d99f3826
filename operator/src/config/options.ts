import type { InjectorSettings } from '../admission/settings.ts';

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
  /** PEM files of both servers; read again when they change. */
  readonly tls: { readonly certFile: string; readonly keyFile: string };
  /** How pods are injected; the broker's authority is in a file, since it is read again as well. */
  readonly injector: Omit<InjectorSettings, 'brokerCa'>;
  readonly brokerCaFile: string;
  /** Images beside the injector's own that count as the sidecar's. */
  readonly previousImages: readonly string[];
  readonly logLevel: LogLevel;
}
