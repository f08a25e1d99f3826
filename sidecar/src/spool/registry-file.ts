import fs from 'node:fs';
import {
  readRegistry,
  registryHash,
  registryLine,
  REGISTRY_START,
  type RegisteredSession,
  type RegistryEntry,
} from '@chaperone/core/record';
import { AppendFile } from './append-file.ts';
import type { Disk } from './disk.ts';
import { cutTornLine, lastLine } from './tail.ts';

/** `registry.ndjson`: every session of this data directory, each line carrying the digest of the one before. */
export class RegistryFile {
  readonly file: AppendFile;
  #previous: string;

  constructor(path: string, disk: Disk) {
    this.file = AppendFile.open(path, disk, 'either');
    const torn = cutTornLine(path);
    if (torn > 0) {
      this.file.close();
      this.file = AppendFile.open(path, disk, 'existing');
    }
    const last = lastLine(path);
    this.#previous = last === undefined ? REGISTRY_START : registryHash(last);
  }

  /** The line of an entry, as `append` would write it now, and its digest. */
  next(entry: RegistryEntry): { readonly line: Buffer; readonly digest: string } {
    const line = Buffer.from(registryLine(this.#previous, entry));
    return { line, digest: registryHash(line) };
  }

  /** @throws SidecarError RECORDING_UNAVAILABLE */
  append(entry: RegistryEntry): void {
    const { line, digest } = this.next(entry);
    this.file.append(line, 0, line.length);
    this.#previous = digest;
  }

  /** What it says of each session. Reads the whole file. */
  sessions(): ReadonlyMap<string, RegisteredSession> {
    return readRegistry(fs.readFileSync(this.file.path)).sessions;
  }
}
