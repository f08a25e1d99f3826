import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Inputs that met something new, by target; what `make fuzz --keep` found is added. */
export const CORPUS: string = path.join(import.meta.dirname, 'corpus');
/** Inputs that once showed a defect, by target; a test runs them for ever. */
export const CRASHES: string = path.join(import.meta.dirname, 'crashes');

export interface StoredInput {
  readonly file: string;
  readonly input: Buffer;
}

/** Inputs of one target in the order of their names; none where there is no folder. */
export function readInputs(folder: string, target: string): readonly StoredInput[] {
  const dir = path.join(folder, target);
  let names: readonly string[];
  try {
    names = readdirSync(dir).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names.map((file) => ({ file, input: readFileSync(path.join(dir, file)) }));
}

/** @returns the file's path; its name is a digest of its content */
export function writeInput(folder: string, target: string, input: Buffer): string {
  const dir = path.join(folder, target);
  mkdirSync(dir, { recursive: true });
  const file = path.join(dir, createHash('sha256').update(input).digest('hex').slice(0, 16));
  writeFileSync(file, input);
  return file;
}
