import { existsSync } from 'node:fs';
import { readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { HOST_LINK } from './addresses.ts';
import { endCgroups } from './cgroups.ts';
import { ask } from './commands.ts';

/** The folders that the cluster made outside its state, where nobody has put anything into them since. */
async function removeMountPoints(state: string): Promise<void> {
  const file = path.join(state, 'mount-points');
  if (!existsSync(file)) return;
  const made = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  for (const folder of made) await rmdir(folder).catch(() => undefined);
}

/**
 * Ends the cluster in whatever state it is, and removes what it left. With its last process go its namespaces, and with these
 * mounts, addresses, routes and nftables.
 */
export async function down(state: string): Promise<void> {
  await endCgroups();
  ask('ip', ['link', 'delete', HOST_LINK]);
  await removeMountPoints(state);
  await rm(state, { recursive: true, force: true, maxRetries: 5 });
}
