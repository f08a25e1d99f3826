import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../harness/paths.ts';
import { run } from '../harness/run.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';

const write = path.join(root, 'hack', 'image', 'write');

interface Layout {
  readonly manifests: readonly {
    readonly digest: string;
    readonly annotations: Readonly<Record<string, string>>;
  }[];
}

describe('the image of the product', () => {
  let dir: TempDir;

  beforeAll(async () => {
    dir = await makeTempDir('image');
    expect(await run(write, ['--to', path.join(dir.path, '1'), 'chaperone'])).toMatchObject({
      status: 0,
    });
  });

  afterAll(async () => dir.remove());

  const layout = async (): Promise<Layout> => {
    const { stdout } = await run('tar', [
      '-xOf',
      path.join(dir.path, '1', 'chaperone.tar'),
      'index.json',
    ]);
    return JSON.parse(stdout) as Layout;
  };

  test('is the same bytes each time', async () => {
    expect(await run(write, ['--to', path.join(dir.path, '2'), 'chaperone'])).toMatchObject({
      status: 0,
    });
    const [one, two] = await Promise.all(
      ['1', '2'].map(async (folder) => readFile(path.join(dir.path, folder, 'chaperone.tar'))),
    );
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });

  test('is called what the chart installs', async () => {
    const [manifest] = (await layout()).manifests;
    expect(manifest?.annotations['io.containerd.image.name']).toBe(
      'ghcr.io/chaperone-dev/chaperone:0.1.0',
    );
  });

  test('has no file that its user may write, and none that gives more rights', async () => {
    const unpack =
      'mkdir x && tar -xf 1/chaperone.tar -C x && cd x/blobs/sha256 && for blob in $(ls -S | head -n 2); do tar -tvf $blob; done';
    const { stdout } = await run('sh', ['-c', unpack], { cwd: dir.path });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    const suspects = lines.filter(
      (line) => !/^(-r[w-][x-]r-[x-]r-[x-]|drwxr-xr-x|lrwxrwxrwx) (root|0)\/(root|0) /.test(line),
    );
    expect(suspects.map((line) => line.split(' ').at(-1))).toEqual(['tmp/']);
  });
});
