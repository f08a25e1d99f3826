import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { root } from '../harness/paths.ts';
import { run } from '../harness/run.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';

const text = readFileSync(path.join(root, 'Dockerfile'), 'utf8').replaceAll(/\\\n\s*/g, ' ');
const [, build = '', last = ''] = text.split(/^FROM /m);

/** What an instruction of the last stage says. */
const said = (instruction: string): string =>
  new RegExp(`^${instruction} (.+)$`, 'm').exec(last)?.[1] ?? '';

/** How a container of an image runs (OCI image specification, config.md). */
interface ImageConfig {
  readonly Entrypoint: readonly string[];
  readonly User: string;
  readonly Env: readonly string[];
  readonly WorkingDir: string;
  readonly Labels: Readonly<Record<string, string>>;
}

async function configOf(archive: string): Promise<ImageConfig> {
  const member = async (name: string): Promise<unknown> =>
    JSON.parse((await run('tar', ['-xOf', archive, name])).stdout) as unknown;
  const [{ Config }] = (await member('manifest.json')) as readonly [{ readonly Config: string }];
  return ((await member(Config)) as { readonly config: ImageConfig }).config;
}

const isWritable = (file: string): boolean =>
  !lstatSync(file).isSymbolicLink() && (lstatSync(file).mode & 0o022) !== 0;

describe('the image of the Dockerfile', () => {
  let dir: TempDir;
  let files: string;
  let config: ImageConfig;

  beforeAll(async () => {
    dir = await makeTempDir('image');
    files = path.join(dir.path, 'image');
    // The build's last line, here.
    const line = /^RUN (hack\/image\/write .*)$/m.exec(build)?.[1] ?? '';
    const here = line
      .replaceAll('/out', path.join(dir.path, 'out'))
      .replace(' /image', ` ${files}`);
    const made = await run('bash', ['-c', here], { cwd: root });
    expect(made).toMatchObject({ status: 0 });
    config = await configOf(path.join(dir.path, 'out', 'chaperone.tar'));
  });
  afterAll(async () => dir.remove());

  test('is run as the one without a container engine', () => {
    expect(JSON.parse(said('ENTRYPOINT'))).toEqual(config.Entrypoint);
    expect(said('USER')).toBe(config.User);
    expect([said('ENV')]).toEqual(config.Env);
    expect(said('WORKDIR')).toBe(config.WorkingDir);
    const labels = said('LABEL').split(' ');
    expect(Object.fromEntries(labels.map((label) => label.split('=')))).toEqual(config.Labels);
  });

  test('has nothing but the files of that one', () => {
    expect(last.startsWith('scratch\n')).toBe(true);
    expect(last.match(/^(COPY|ADD|RUN|FROM) .*$/gm)).toEqual(['COPY --from=build /image/ /']);
    expect(readdirSync(files)).toEqual(expect.arrayContaining(['bin', 'etc', 'opt', 'tmp', 'usr']));
    const inside = (link: string): string => path.join(files, link);
    const program = readlinkSync(inside('usr/local/bin/chaperone'));
    expect(existsSync(inside(program))).toBe(true);
    for (const needed of ['usr/local/bin/node', 'bin/sh', 'opt/chaperone/operator.mjs'])
      expect(existsSync(inside(needed))).toBe(true);
  });

  test('lets nobody write but into /tmp, and nobody become another', () => {
    const all = readdirSync(files, { recursive: true, encoding: 'utf8' });
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((file) => isWritable(path.join(files, file)))).toEqual(['tmp']);
    const special = all.filter((file) => (lstatSync(path.join(files, file)).mode & 0o6000) !== 0);
    expect(special).toEqual([]);
  });

  test('is built with the Node of package.json, by its version', () => {
    const { devDependencies } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    ) as { readonly devDependencies: { readonly node: string } };
    expect(text).toContain(`ARG NODE=node:${devDependencies.node}-bookworm`);
  });
});
