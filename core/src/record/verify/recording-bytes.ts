import type { ByteSource } from '../lines.ts';
import type { RegisteredSession } from '../registry.ts';

export interface SegmentBytes {
  /** `000001.ndjson`, without the suffix of a compression. */
  readonly name: string;
  /** The uncompressed bytes; read once, and again where something has to be located. */
  readonly open: ByteSource;
}

/** Everything that is on disk of one session. What is absent is left out. */
export interface RecordingBytes {
  /** ULID as the directory is named, in either case. */
  readonly session: string;
  /** `session.json` */
  readonly registration?: Buffer;
  /** In the order of their names. */
  readonly segments: readonly SegmentBytes[];
  /** `leaves.bin` */
  readonly leaves?: ByteSource;
  /** A sidecar has marked the session as open (`DATA/open/<ULID>`): its manifest is still to come. */
  readonly open: boolean;
  /** `manifest.jws` */
  readonly manifest?: Buffer;
  /** Content of `keys/<kid>.pub.jwk` by kid. */
  readonly keys: ReadonlyMap<string, Buffer>;
  /** Authorities of the installation, PEM: only keys count that they certified for the pod; absent: those of `keys`. */
  readonly authorities?: string;
  /** The registry's word on this session; undefined where it has none. */
  readonly registered?: RegisteredSession;
}
