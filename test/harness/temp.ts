import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TempDir {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** A new directory of mode 0700 under the system's temporary one. */
export async function makeTempDir(name: string): Promise<TempDir> {
  const dir = await mkdtemp(path.join(tmpdir(), `chaperone-${name}-`));
  return {
    path: dir,
    remove: async () => {
      await rm(dir, { recursive: true, force: true });
    },
  };
}
