import { spawn } from 'node:child_process';
import { makeTempDir } from '../harness/temp.ts';

export interface Place {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

// Its standard input ends when the test's process does; servers that die at the same moment may still write.
const KEEPER = 'cat >/dev/null; for i in 1 2 3 4 5; do rm -rf "$0" && exit; sleep 1; done';

/** A temporary directory that goes away with the test's process, however that ends. */
export async function makePlace(name: string): Promise<Place> {
  const dir = await makeTempDir(name);
  const keeper = spawn('sh', ['-c', KEEPER, dir.path], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  const gone = new Promise((resolve) => keeper.once('close', resolve));
  return {
    path: dir.path,
    remove: async () => {
      keeper.ref();
      keeper.stdin.end();
      await gone;
      await dir.remove();
    },
  };
}
