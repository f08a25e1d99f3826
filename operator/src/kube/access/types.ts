/** What a connection to the API server is made with; PEM. */
export interface TlsMaterial {
  readonly ca?: string | Buffer;
  readonly cert?: string | Buffer;
  readonly key?: string | Buffer;
  readonly passphrase?: string;
  readonly servername?: string;
  readonly rejectUnauthorized?: boolean;
}

export interface Credentials {
  readonly tls: TlsMaterial;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where the API server is and as whom we speak to it. */
export interface Access {
  /** `https://10.96.0.1:443`, with the path of a gateway where there is one. */
  readonly server: URL;
  /** Namespace of the pod, or of the kubeconfig's context. */
  readonly namespace: string;
  /**
   * What to connect and to say with now. Cheap: read again about once a minute, since tokens and authorities rotate.
   * @throws KubeError ACCESS_UNUSABLE
   */
  readonly credentials: () => Promise<Credentials>;
  /** To be called after an `UNAUTHORIZED`: the next credentials are read anew. */
  readonly forget: () => void;
}
