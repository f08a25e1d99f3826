import type { CertificateChain, RecorderKey } from '@chaperone/core/record';
import type { Log } from '../telemetry/log.ts';
import type { Disk } from './disk.ts';
import type { Processes } from './lock.ts';

export interface SpoolOptions {
  readonly processes: Processes;
  readonly log: Log;
  /** Wall clock, milliseconds since the epoch; `Date.now` unless a test says otherwise. */
  readonly now?: () => number;
  readonly disk?: Disk;
  /** A session's recording is whole, its manifest signed and written. */
  readonly sealed?: (session: string, manifestFile: string) => void;
  /** Certifies the key that signs, before anything is signed; absent: it signs by itself. */
  readonly certify?: (key: RecorderKey) => Promise<CertificateChain>;
  /** Brings bytes of a session off the pod, for `Replicated`. */
  readonly replicate?: (session: string, name: string, bytes: Buffer) => Promise<void>;
  /** A segment is proved and will not change; its session may go on. */
  readonly segmentSealed?: (session: string, name: string) => void;
  /** Milliseconds between looks at whether a segment has to end; absent: a segment ends when it is full. */
  readonly cutMs?: number;
  /** Each overrides the limit of its name in config/limits.ts. */
  readonly limits?: Partial<SpoolLimits>;
}

export interface SpoolLimits {
  readonly segmentBytes: number;
  readonly dataBytes: number;
  readonly dataReserveBytes: number;
  readonly openSessions: number;
  readonly compressFromBytes: number;
  readonly recoveryMs: number;
}
