import fs from 'node:fs';
import os from 'node:os';
import type { Decider } from './deciding.ts';

/** The user that runs the sidecar. */
export interface LocalDecider extends Decider {
  readonly uid: number;
}

/** Where the machine's users and groups are listed (passwd(5), group(5)). */
export interface AccountFiles {
  readonly passwd: string;
  readonly group: string;
}

const accountFiles: AccountFiles = { passwd: '/etc/passwd', group: '/etc/group' };

/** The user that runs this process. */
export function localDecider(): LocalDecider {
  const { username, uid } = os.userInfo();
  const groups = personOf(uid)?.groups ?? [];
  return { username: `local:${username}`, account: username, uid, groups, isOwner: true };
}

/** The machine's user of this number, with its primary and further groups; undefined where the machine knows none. */
export function personOf(uid: number, files: AccountFiles = accountFiles): Decider | undefined {
  const user = linesOf(files.passwd).find(([, , number]) => number === String(uid));
  const [name, , , primary] = user ?? [];
  if (name === undefined || name === '') return undefined;
  const groups = linesOf(files.group)
    .filter(([, , gid, members = '']) => gid === primary || members.split(',').includes(name))
    .flatMap(([group]) => (group === undefined ? [] : [group]));
  return { username: `local:${name}`, account: name, groups, isOwner: false };
}

function linesOf(file: string): readonly (readonly string[])[] {
  try {
    return fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.split(':'));
  } catch {
    return [];
  }
}
