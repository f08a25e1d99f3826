import fs from 'node:fs';
import path from 'node:path';
import type { ManifestFile } from '@chaperone/crds';
import { CliError } from '../errors.ts';

const manifestName = /\.(?:ya?ml|json)$/;

/**
 * Reads manifests: files as they are named, and of a directory those that end in .yaml, .yml or .json.
 * @throws CliError UNREADABLE
 */
export function readManifestFiles(paths: readonly string[]): ManifestFile[] {
  return paths.flatMap((name) => expand(name)).map((name) => ({ path: name, text: read(name) }));
}

function expand(name: string): string[] {
  try {
    if (!fs.statSync(name).isDirectory()) return [name];
    return fs
      .readdirSync(name)
      .filter((file) => manifestName.test(file))
      .sort()
      .map((file) => path.join(name, file));
  } catch (error) {
    throw unreadable(name, error);
  }
}

function read(name: string): string {
  try {
    return fs.readFileSync(name, 'utf8');
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, cause: unknown): CliError {
  const { code } = cause as NodeJS.ErrnoException;
  return new CliError(
    'UNREADABLE',
    `${name} cannot be read (${String(code)}); check the path and its mode`,
    cause,
  );
}
