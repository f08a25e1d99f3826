import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../test/harness/paths.ts';
import type { Layer } from './layer.ts';

const FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'];

function find(name: string): string {
  const found = FOLDERS.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (found === undefined)
    throw new Error(`no program ${name}; please run: hack/system-packages cluster`);
  return found;
}

/** Adds the shared libraries that a program of this machine needs, and its loader, at their own paths. */
export function addLibraries(layer: Layer, program: string): void {
  // `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)`, the loader without an arrow; nothing for a static program.
  const lines = execFileSync('ldd', [program], { encoding: 'utf8' }).split('\n');
  for (const line of lines) {
    const library = /^\s*(?:\S+ => )?(\/\S+) \(0x/.exec(line)?.[1];
    // What a package brings along comes with its folder.
    if (library?.startsWith(root) === false) layer.copy(library, library);
  }
}

/** Adds programs of this machine under /bin, with what they need. */
export function addPrograms(layer: Layer, ...names: readonly string[]): void {
  for (const name of names) {
    const program = find(name);
    layer.copy(program, `/bin/${name}`);
    addLibraries(layer, program);
  }
}
