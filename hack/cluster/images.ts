import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { must } from './commands.ts';
import { containerdSocketOf } from '../../test/cluster/place.ts';
import { root } from '../../test/harness/paths.ts';

const digestOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

/** Writes the images of these names (`hack/image/write --list`) and loads those into containerd that it does not have like this. */
export function loadImages(state: string, names: readonly string[]): void {
  const folder = path.join(state, 'images');
  must(path.join(root, 'hack', 'image', 'write'), ['--to', folder, ...names]);
  for (const name of names) {
    const file = path.join(folder, `${name}.tar`);
    const mark = path.join(folder, `${name}.loaded`);
    const digest = digestOf(file);
    if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) continue;
    const ctr = ['--address', containerdSocketOf(state), '--namespace', 'k8s.io'];
    must('ctr', [...ctr, 'images', 'import', file]);
    writeFileSync(mark, digest);
  }
}

/** The product's image needs what `make build` makes. */
export const isBuilt = (): boolean => existsSync(path.join(root, 'dist', 'operator.mjs'));
