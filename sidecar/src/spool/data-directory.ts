import fs from 'node:fs';
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
      fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
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
