import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { succeed } from './cache.ts';

const APT = '/etc/apt';

/** The lines about Debian's own archives, turned from binary to source packages. */
async function sourceLists(): Promise<readonly (readonly [name: string, text: string])[]> {
  const parts = await readdir(path.join(APT, 'sources.list.d')).catch(() => []);
  const files = ['sources.list', ...parts.map((name) => path.join('sources.list.d', name))];
  const lists: [string, string][] = [];
  for (const file of files) {
    const text = await readFile(path.join(APT, file), 'utf8').catch(() => '');
    if (!/debian/i.test(text)) continue;
    const both = text.replace(/^Types:.*$/gm, 'Types: deb deb-src');
    const lines = both.replace(/^deb (.*)$/gm, 'deb $1\ndeb-src $1');
    lists.push([path.basename(file), lines]);
  }
  return lists;
}

/** An apt that knows sources, in a directory of its own: the system's lists stay as they are. Needs no root. */
export class Apt {
  readonly #options: readonly string[];

  private constructor(options: readonly string[]) {
    this.#options = options;
  }

  static async in(dir: string): Promise<Apt> {
    const lists = path.join(dir, 'lists');
    const parts = path.join(dir, 'sources');
    await mkdir(path.join(lists, 'partial'), { recursive: true });
    await mkdir(parts, { recursive: true });
    for (const [name, text] of await sourceLists()) {
      await writeFile(path.join(parts, name.includes('.') ? name : `${name}.list`), text);
    }
    const options = [
      'Dir::Etc::sourcelist=/dev/null',
      `Dir::Etc::sourceparts=${parts}`,
      `Dir::State::lists=${lists}`,
      `Dir::Cache::pkgcache=`,
      `Dir::Cache::srcpkgcache=`,
      `Debug::NoLocking=1`,
    ].flatMap((option) => ['-o', option]);
    const apt = new Apt(options);
    await apt.#get(dir, 'update');
    return apt;
  }

  /** Files of a source package, into `dir`. */
  async source(name: string, version: string, dir: string): Promise<void> {
    await this.#get(dir, 'source', '--download-only', `${name}=${version}`);
  }

  /** A binary package's files unpacked below `dir`, without installing it. */
  async unpack(name: string, version: string, dir: string): Promise<void> {
    await this.#get(dir, 'download', `${name}=${version}`);
    const file = (await readdir(dir)).find((entry) => entry.startsWith(`${name}_`)) ?? '';
    await succeed('dpkg', ['-x', path.join(dir, file), dir]);
  }

  async #get(cwd: string, ...args: readonly string[]): Promise<void> {
    await succeed('apt-get', ['-q', ...this.#options, ...args], { cwd });
  }
}

/** Version of an installed package. @throws Error where it is not installed */
export async function installedVersion(name: string): Promise<string> {
  return (await succeed('dpkg-query', ['-W', '-f', '${Version}', name])).trim();
}

export async function copyInto(dir: string, files: readonly string[]): Promise<void> {
  for (const file of files) await copyFile(file, path.join(dir, path.basename(file)));
}
