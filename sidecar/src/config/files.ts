import fs from 'node:fs';
import path from 'node:path';
import type { ManifestFile } from '@chaperone/crds';
import { configLimits } from './limits.ts';
import type { ConfigProblem } from './types.ts';

const MANIFEST = /\.(?:ya?ml|json)$/;
/** How often a directory that is exchanged while it is read is read anew. */
const ATTEMPTS = 3;
/** Kubernetes exchanges the content of a mounted ConfigMap or Secret by this link. */
const MOUNT_LINK = '..data';

export interface ReadFiles {
  readonly files: readonly ManifestFile[];
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads the manifests of a directory, not of those below it: `*.yaml`, `*.yml`, `*.json`, links followed, in the order of
 * their names. A directory that Kubernetes mounts is read as one state, never half before and half after a change.
 */
export function readManifestFiles(directory: string): ReadFiles {
  for (let attempt = 1; ; attempt += 1) {
    const before = mountedState(directory);
    const result = readOnce(directory);
    if (mountedState(directory) === before || attempt === ATTEMPTS) return result;
  }
}

function mountedState(directory: string): string {
  try {
    return fs.readlinkSync(path.join(directory, MOUNT_LINK));
  } catch {
    return '';
  }
}

function readOnce(directory: string): ReadFiles {
  let names: readonly string[];
  try {
    names = fs.readdirSync(directory).sort();
  } catch (error) {
    const message = `the configuration directory cannot be read: ${textOf(error)}`;
    return { files: [], problems: [problem(directory, 'UNREADABLE', message)] };
  }
  const manifests = names.filter((name) => MANIFEST.test(name) && !name.startsWith('.'));
  if (manifests.length > configLimits.files.value) {
    const message = `there are ${String(manifests.length)} manifests; ${String(configLimits.files.value)} are read at most`;
    return { files: [], problems: [problem(directory, 'TOO_MANY_FILES', message)] };
  }
  const files: ManifestFile[] = [];
  const problems: ConfigProblem[] = [];
  for (const name of manifests) {
    const read = readFile(path.join(directory, name));
    if (read === undefined) continue;
    if ('text' in read) files.push(read);
    else problems.push(read);
  }
  return { files, problems };
}

function readFile(file: string): ManifestFile | ConfigProblem | undefined {
  try {
    const stat = fs.statSync(file);
    if (stat.isDirectory()) return undefined;
    if (!stat.isFile()) return problem(file, 'UNREADABLE', 'it is no regular file');
    if (stat.size > configLimits.fileBytes.value) {
      const max = String(configLimits.fileBytes.value);
      return problem(file, 'FILE_TOO_LARGE', `it is longer than ${max} bytes; split it`);
    }
    return { path: file, text: fs.readFileSync(file, 'utf8') };
  } catch (error) {
    return problem(file, 'UNREADABLE', `it cannot be read: ${textOf(error)}`);
  }
}

function problem(file: string, code: string, message: string): ConfigProblem {
  return { file, line: 0, path: '', code, severity: 'error', message };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
