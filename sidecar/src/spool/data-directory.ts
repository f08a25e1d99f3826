import fs from 'node:fs';
import path from 'node:path';
import { SidecarError } from '../errors.ts';
import { errnoOf } from './disk.ts';
import { Layout } from './layout.ts';

/**
 * Makes DATA and its folders (mode 0700) where they are missing.
 * @throws SidecarError DATA_UNUSABLE where that fails or others may look into it
 */
export function prepareDataDirectory(data: string): Layout {
  const layout = new Layout(data);
  try {
    for (const directory of [layout.data, layout.sessions, layout.keys, layout.open]) {
      makeDirectory(directory);
    }
    fs.accessSync(data, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (cause) {
    throw new SidecarError(
      'DATA_UNUSABLE',
      `The data directory ${data} cannot be made or written (${errnoOf(cause)}).`,
      { cause },
    );
  }
  const { mode } = fs.statSync(data);
  if ((mode & 0o077) === 0) return layout;
  throw new SidecarError(
    'DATA_UNUSABLE',
    `The data directory ${data} is open to others. Run: chmod 700 ${data}`,
    { facts: { mode: (mode & 0o777).toString(8) } },
  );
}

/** Not by `recursive`: that hides EROFS behind ENOENT, and never ends where a parent exists and says ENOENT (/proc). */
function makeDirectory(directory: string): void {
  try {
    fs.mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'EEXIST' && fs.statSync(directory).isDirectory()) return;
    const parent = path.dirname(directory);
    if (errno !== 'ENOENT' || fs.existsSync(parent)) throw error;
    makeDirectory(parent);
    fs.mkdirSync(directory, { mode: 0o700 });
  }
}
