import fs from 'node:fs';
import path from 'node:path';
import { approvalLimits } from '../config/limits.ts';
import { SidecarError } from '../errors.ts';
import type { Decider } from './deciding.ts';

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.json$/;
const WRITABLE_BY_OTHERS = 0o022;
/** rwxrws--T: members of the group leave files in it and cannot touch each other's (sticky); all get its group (setgid). */
const SHARED_MODE = 0o3770;

/** What one of the machine's users says. */
export interface Statement {
  readonly text: string;
  readonly decider: Decider;
}

/**
 * Reads `NAME.json` of the directory. Who says it is the file's owner, as the kernel knows it: a user cannot make a file that
 * belongs to another one, and what others may write to, or what has a second name, is not taken.
 * @returns undefined where there is no such file, or nobody can be told to have said what is in it
 */
export function readStatement(
  directory: string,
  name: string,
  personOf: (uid: number) => Decider | undefined,
): Statement | undefined {
  if (!NAME.test(name)) return undefined;
  let file: number | undefined;
  try {
    file = fs.openSync(path.join(directory, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const { mode, nlink, size, uid } = fs.fstatSync(file);
    const own = (mode & fs.constants.S_IFMT) === fs.constants.S_IFREG && nlink === 1;
    if (!own || (mode & WRITABLE_BY_OTHERS) !== 0 || size > approvalLimits.bodyBytes.value) {
      return undefined;
    }
    const decider = personOf(uid);
    return decider && { text: fs.readFileSync(file, 'utf8'), decider };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) fs.closeSync(file);
  }
}

/**
 * @throws SidecarError DATA_UNUSABLE where others than its owner and its group reach the directory, or its members each
 * other's files
 */
export function assertShared(directory: string, owner: number): void {
  const stat = fs.statSync(directory, { throwIfNoEntry: false });
  const mode = (stat?.mode ?? 0) & 0o7777;
  if (stat?.isDirectory() === true && stat.uid === owner && mode === SHARED_MODE) return;
  throw new SidecarError(
    'DATA_UNUSABLE',
    `${directory} must be a directory of the sidecar's user with mode 3770 and the group of the approvers: install -d -m 3770 -g GROUP ${directory}`,
    { facts: { directory, mode: mode.toString(8) } },
  );
}
