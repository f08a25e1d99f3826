import { parseDuration, type AuditStore } from '@chaperone/crds';
import type * as Sdk from '@aws-sdk/client-s3';
import { storeLimits } from '../limits.ts';
import { S3Store, type S3Options } from './store.ts';

export type S3Spec = NonNullable<AuditStore['spec']['s3']>;

/** What a bucket is reached with; absent: the identity that the cloud gives the operator's pod. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface OpenedS3 {
  readonly store: S3Store;
  readonly options: S3Options;
}

const CONNECT_MS = 5_000;

/** Loads the client of the object store, which a cluster without one does not pay for. */
export async function openS3(
  spec: S3Spec,
  credentials: S3Credentials | undefined,
): Promise<OpenedS3> {
  const sdk = await import('@aws-sdk/client-s3');
  const { getSignedUrl: sign } = await import('@aws-sdk/s3-request-presigner');
  const { bucket, prefix = '', objectLock } = spec;
  const options: S3Options = {
    ...{ sdk, sign, bucket, prefix, now: () => new Date() },
    client: new sdk.S3Client(configOf(spec, credentials)),
    lock: objectLock && {
      mode: objectLock.mode === 'Compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
      retentionMs: parseDuration(objectLock.retention),
    },
  };
  return { store: new S3Store(options), options };
}

function configOf(
  { endpoint, region }: S3Spec,
  credentials: S3Credentials | undefined,
): Sdk.S3ClientConfig {
  return {
    region,
    ...(endpoint !== undefined && { endpoint }),
    // Buckets as host names are Amazon's own way; others need not have a name for each.
    forcePathStyle: endpoint !== undefined && !endpoint.includes('.amazonaws.com'),
    ...(credentials && { credentials }),
    maxAttempts: 2,
    // The digest is ours, and signed: the client is not to add another to the URL.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: storeLimits.requestMs.value,
    },
  };
}
