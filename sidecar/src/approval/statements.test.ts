import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SidecarError } from '../errors.ts';
import type { Decider } from './deciding.ts';
import { personOf } from './people.ts';
import { assertShared, readStatement } from './statements.ts';
import { newDirectory, removeDirectories } from './testing/fixture.ts';

afterAll(removeDirectories);

const { uid } = os.userInfo();
const ada: Decider = { username: 'local:ada', groups: ['dba'], isOwner: false };
const whoIs = (number: number): Decider | undefined => (number === uid ? ada : undefined);

describe('a statement', () => {
  let directory: string;
  let file: string;

  beforeEach(() => {
    directory = newDirectory();
    file = path.join(directory, 'a.json');
    fs.writeFileSync(file, '{"decision":"Approved"}');
    fs.chmodSync(file, 0o644);
  });

  const read = (name = 'a.json'): unknown => readStatement(directory, name, whoIs);

  it('is what its owner says', () => {
    expect(read()).toEqual({ text: '{"decision":"Approved"}', decider: ada });
  });

  it('is nobody’s where the machine does not know its owner', () => {
    expect(readStatement(directory, 'a.json', () => undefined)).toBeUndefined();
  });

  it.each([0o664, 0o646, 0o666])('is nobody’s where others may write to it: %o', (mode) => {
    fs.chmodSync(file, mode);
    expect(read()).toBeUndefined();
  });

  it('is nobody’s where it has a second name, or is a link to another', () => {
    fs.symlinkSync(file, path.join(directory, 'b.json'));
    expect(read('b.json')).toBeUndefined();
    fs.linkSync(file, path.join(directory, 'c.json'));
    expect(read('c.json')).toBeUndefined();
    expect(read()).toBeUndefined();
  });

  it.each(['../a.json', '/etc/passwd', 'a', '', '.json', `${'x'.repeat(300)}.json`, 'b.json'])(
    'is not looked for under %s',
    (name) => {
      expect(read(name)).toBeUndefined();
    },
  );

  it('is no directory, no device and nothing long', () => {
    fs.mkdirSync(path.join(directory, 'd.json'));
    expect(read('d.json')).toBeUndefined();
    fs.writeFileSync(file, 'x'.repeat(20_000));
    expect(read()).toBeUndefined();
  });
});

describe('the directory of statements', () => {
  const codeOf = (mode: number, owner = uid): string => {
    const directory = newDirectory();
    fs.chmodSync(directory, mode);
    try {
      assertShared(directory, owner);
      return 'none';
    } catch (error) {
      return error instanceof SidecarError ? error.code : String(error);
    }
  };

  it('lets members of its group leave files, and none touch those of others', () => {
    expect(codeOf(0o3770)).toBe('none');
    for (const mode of [0o770, 0o1770, 0o2770, 0o3777, 0o3775, 0o3771, 0o3700]) {
      expect([mode, codeOf(mode)]).toEqual([mode, 'DATA_UNUSABLE']);
    }
    expect(codeOf(0o3770, uid + 1)).toBe('DATA_UNUSABLE');
    expect(() => {
      assertShared('/nonexistent', uid);
    }).toThrow('install -d -m 3770');
  });
});

describe('a user of the machine', () => {
  it('has a name, a primary group and the groups that list it', () => {
    const directory = newDirectory();
    const files = { passwd: path.join(directory, 'p'), group: path.join(directory, 'g') };
    fs.writeFileSync(files.passwd, 'root:x:0:0::/:/bin/sh\nada:x:1001:100:Ada:/home/ada:/bin/sh\n');
    fs.writeFileSync(
      files.group,
      'users:x:100:\ndba:x:200:bob,ada\nadam:x:201:adam\nops:x:202:ada,bob\n',
    );
    expect(personOf(1001, files)).toEqual({
      username: 'local:ada',
      account: 'ada',
      groups: ['users', 'dba', 'ops'],
      isOwner: false,
    });
    expect(personOf(1002, files)).toBeUndefined();
    expect(personOf(1001, { passwd: '/nonexistent', group: files.group })).toBeUndefined();
  });
});
