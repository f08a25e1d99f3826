import type { SessionPhase } from '../types.ts';

/** What can be wrong with a recording. docs/record-format.md explains each. */
export type FindingCode =
  | 'EVENT_EDITED'
  | 'EVENT_DELETED'
  | 'EVENT_DUPLICATED'
  | 'EVENT_REORDERED'
  | 'EVENT_INSERTED'
  | 'MALFORMED_EVENT'
  | 'OUT_OF_PLACE'
  | 'RESPONSE_MISMATCH'
  | 'TRUNCATED'
  | 'SEGMENT_ALTERED'
  | 'SEGMENT_INSERTED'
  | 'SEGMENT_MISSING'
  | 'SEGMENT_SWAPPED'
  | 'SEGMENT_UNREADABLE'
  | 'LEAVES_ALTERED'
  | 'LEAVES_MISSING'
  | 'ROOT_MISMATCH'
  | 'MANIFEST_MISSING'
  | 'MANIFEST_SIGNATURE'
  | 'MANIFEST_MISMATCH'
  | 'SESSION_MISMATCH'
  | 'REGISTRATION_ALTERED'
  | 'RECORDING_MISSING'
  | 'RECORDING_UNREGISTERED'
  | 'REGISTRY_BROKEN'
  | 'SIGNER_UNCERTIFIED'
  | 'SIGNER_MISMATCH'
  | 'SIGNER_EXPIRED';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly code: FindingCode;
  /** One sentence for a person. */
  readonly message: string;
  /** Name of the file, the segment's without the suffix of its compression. */
  readonly file?: string;
  /** Sequence number of the event: the one it had when it was recorded. */
  readonly seq?: number;
  /** How many events from `seq` on; 1 if absent. */
  readonly events?: number;
  /** Bytes from the start of the (uncompressed) file. */
  readonly offset?: number;
  /** Path of the field that changed, where that can be told: `payload.text`. */
  readonly field?: string;
}

export interface VerificationReport {
  /** ULID, upper case. */
  readonly session: string;
  /**
   * `verified`: closed, signed and unchanged; `open`: not closed yet, in order as far as that can be told without a
   * signature; `failed`: see the findings.
   */
  readonly status: 'verified' | 'open' | 'failed';
  readonly phase: SessionPhase;
  readonly segments: number;
  readonly events: number;
  readonly commands: number;
  /** Root over what was found, `sha256:` and hex. */
  readonly tree: { readonly size: number; readonly root: string };
  /** Key that signed the manifest, if its signature is right. */
  readonly kid?: string;
  /** Whose key it is, by its certificate: `chaperone://pod/NAMESPACE/SERVICEACCOUNT/POD/UID`; where authorities were given. */
  readonly signer?: string;
  readonly findings: readonly Finding[];
}
