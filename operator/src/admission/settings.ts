/** How this installation injects; equal for all pods. */
export interface InjectorSettings {
  /** Image of the sidecar, by tag or digest. */
  readonly image: string;
  readonly imagePullPolicy: 'Always' | 'IfNotPresent' | 'Never';
  /** User and group id of the sidecar; no other container of an agent's pod may run as it. */
  readonly uid: number;
  /** URL at which sidecars reach the broker. */
  readonly brokerUrl: string;
  /** PEM: what the broker's certificate is verified with. Public. */
  readonly brokerCa: string;
  /** Audience of the pod's token for token exchanges; another than the broker's, which would let an authorization server ask the broker. */
  readonly exchangeAudience: string;
  /** Quantities: size at which the spool is full. */
  readonly spoolSize: string;
  readonly resources: {
    readonly requests: Readonly<Record<string, string>>;
    readonly limits: Readonly<Record<string, string>>;
  };
}

/** A connection as a pod gets it. */
export interface PodConnection {
  readonly name: string;
  /** `spec.target.host`: a DNS name or an IP address. */
  readonly host: string;
  readonly aliases: readonly string[];
  readonly port: number;
  /** `status.address`, 127.77.x.y; undefined until the operator allotted one. */
  readonly address: string | undefined;
}
