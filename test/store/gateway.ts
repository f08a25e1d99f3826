import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openS3, type S3Spec } from '../../operator/src/store/s3/open.ts';
import { freePort } from '../harness/ports.ts';
import { makeTempDir } from '../harness/temp.ts';
import { findBinaries } from '../kube/binaries.ts';
import { startDaemon, type Daemon } from '../kube/daemon.ts';

export const credentials = { accessKeyId: 'admin', secretAccessKey: 'its-secret' };

/** An object store with a bucket that can lock, as a process of its own. */
export interface Gateway {
  readonly spec: S3Spec;
  /** SIGKILL. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** versitygw in front of a directory. @param more of the spec of an AuditStore */
export async function startGateway(more: Partial<S3Spec> = {}): Promise<Gateway> {
  const [program = ''] = await findBinaries('versitygw');
  const dir = await makeTempDir('gateway');
  const [data, versions] = [path.join(dir.path, 'data'), path.join(dir.path, 'versions')];
  for (const directory of [data, versions]) await mkdir(directory);
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${String(port)}`;
  const isReady = async (): Promise<boolean> =>
    fetch(endpoint).then(
      () => true,
      () => false,
    );
  const { accessKeyId, secretAccessKey } = credentials;
  const flags = [
    ...['--access', accessKeyId, '--secret', secretAccessKey, '--quiet'],
    ...['--port', `127.0.0.1:${String(port)}`, 'posix', '--versioning-dir', versions, data],
  ];
  const launch = async (): Promise<Daemon> => startDaemon(program, flags, isReady);
  let daemon = await launch();
  const spec = { endpoint, region: 'us-east-1', bucket: 'recordings', ...more };
  const { options } = await openS3(spec, credentials);
  const { sdk, client } = options;
  await client.send(
    new sdk.CreateBucketCommand({ Bucket: spec.bucket, ObjectLockEnabledForBucket: true }),
  );
  return {
    spec,
    kill: async () => daemon.kill(),
    start: async () => {
      daemon = await launch();
    },
    stop: async () => {
      await daemon.kill();
      await dir.remove();
    },
  };
}
