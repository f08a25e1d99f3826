import { statSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { tar, type TarEntry } from './tar.ts';

const EXECUTABLE = 0o111;

const modeOf = (file: string): number => ((statSync(file).mode & EXECUTABLE) === 0 ? 0o644 : 0o755);

/** The files of an image. Owned by root and writable by nobody else, but for directories that say otherwise. */
export class Layer {
  readonly #entries = new Map<string, TarEntry>();

  /** @param at absolute path in the image */
  text(at: string, text: string, mode = 0o644): this {
    return this.#add(at, { kind: 'file', mode, content: Buffer.from(text) });
  }

  /** A file of this machine, or what its link leads to. */
  copy(from: string, to: string, mode: number = modeOf(from)): this {
    return this.#add(to, { kind: 'file', mode, content: readFileSync(from) });
  }

  /** A folder of this machine with everything in it; links stay links. */
  copyFolder(from: string, to: string): this {
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
      if (entry.isDirectory()) this.copyFolder(source, target);
      else if (entry.isSymbolicLink()) this.link(target, readlinkSync(source));
      else this.copy(source, target);
    }
    return this;
  }

  link(at: string, target: string): this {
    return this.#add(at, { kind: 'link', mode: 0o777, target });
  }

  directory(at: string, mode = 0o755, uid = 0): this {
    return this.#add(at, { kind: 'directory', mode, uid });
  }

  /** The archive: sorted, so that the order in which files were added does not show. */
  bytes(): Buffer {
    for (const at of [...this.#entries.keys()]) this.#addParents(at);
    const entries = [...this.#entries.values()];
    return tar(entries.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  #addParents(at: string): void {
    for (let parent = path.dirname(at); parent !== '.'; parent = path.dirname(parent)) {
      if (!this.#entries.has(parent)) this.directory(`/${parent}`);
    }
  }

  #add(at: string, entry: Pick<TarEntry, 'kind' | 'mode'> & Partial<TarEntry>): this {
    const relative = at.replace(/^\//, '');
    const rest = { uid: 0, content: Buffer.alloc(0), target: '' };
    this.#entries.set(relative, { ...rest, ...entry, path: relative });
    return this;
  }
}
