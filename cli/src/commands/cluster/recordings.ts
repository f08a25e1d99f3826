import { readManifest } from '@chaperone/core/record';
import type { AuditSession } from '@chaperone/crds';
import type { Cluster } from '../../cluster/open.ts';
import { CliError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { visible } from '../../output/visible.ts';
import type { Store } from '../../store/store.ts';
import { verifySessions } from '../verify.ts';

export interface RecordingsOptions {
  readonly io: Io;
  readonly output: 'table' | 'json';
  /** PEM: only keys count that these certified. */
  readonly authorities?: string;
}

/**
 * Verifies recordings of a store, and compares them with what the cluster's AuditSessions say of them: a recording that is missing, or is
 * another one, is no less a finding than one that was changed. Answers whether nothing was found.
 *
 * @param names of sessions, or their beginnings; none: every session of the scope that has ended
 * @throws CliError UNKNOWN_SESSION, AMBIGUOUS_SESSION
 */
export async function verifyClusterSessions(
  { client, scope }: Cluster,
  store: Store,
  names: readonly string[],
  options: RecordingsOptions,
): Promise<boolean> {
  const all = await client.list<AuditSession>('sessions', scope);
  const chosen =
    names.length === 0
      ? all.filter(({ status }) => status?.recording !== undefined && status.phase !== 'Active')
      : names.map((name) => one(all, name));
  const there = new Set(store.sessions());
  const found = chosen.filter(({ metadata }) => there.has(metadata.name.toUpperCase()));
  const ids = found.map(({ metadata }) => metadata.name.toUpperCase());
  const isSound = await verifySessions(store, ids, { ...options, registry: false });
  const findings = [
    ...chosen.filter((session) => !found.includes(session)).map(missing),
    ...found.flatMap((session) => difference(session, store)),
  ];
  for (const finding of findings) options.io.err(`chaperone: ${visible(finding)}\n`);
  return isSound && findings.length === 0;
}

function one(all: readonly AuditSession[], name: string): AuditSession {
  const [found, ...others] = all.filter(({ metadata }) =>
    metadata.name.startsWith(name.toLowerCase()),
  );
  if (found === undefined) {
    throw new CliError('UNKNOWN_SESSION', `there is no AuditSession ${name} in the namespace`);
  }
  if (others.length === 0) return found;
  throw new CliError(
    'AMBIGUOUS_SESSION',
    `several AuditSessions begin with ${name}: say more of it`,
  );
}

const missing = ({ metadata }: AuditSession): string =>
  `${metadata.namespace}/${metadata.name}: there is an AuditSession and no recording in --store`;

/** The cluster was told the root when the session ended: who rewrote a recording since has another one. */
function difference({ metadata, status }: AuditSession, store: Store): readonly string[] {
  const { rootHash, treeSize } = status?.recording ?? {};
  const { manifest } = store.recording(metadata.name.toUpperCase());
  if (rootHash === undefined || manifest === undefined) return [];
  const { root, treeSize: size } = readManifest(manifest);
  if (root === rootHash && size === treeSize) return [];
  const said = `${rootHash} of ${String(treeSize)} events`;
  return [
    `${metadata.namespace}/${metadata.name}: the AuditSession says ${said}, the recording is ${root} of ${String(size)}`,
  ];
}
