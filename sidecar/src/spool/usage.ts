import fs from 'node:fs';
import path from 'node:path';
import { SidecarError } from '../errors.ts';
import { Pace } from './pace.ts';

export interface UsageLimits {
  readonly dataBytes: number;
  readonly dataReserveBytes: number;
}

/** Bytes of DATA, against their limit. */
export class Usage {
  readonly #limits: UsageLimits;
  #bytes = 0;

  constructor(limits: UsageLimits) {
    this.#limits = limits;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(bytes: number): void {
    // What is removed may be more than what was counted: manifests are not.
    this.#bytes = Math.max(0, this.#bytes + bytes);
  }

  /** @throws SidecarError RECORDING_FULL where nothing new may begin */
  admit(): void {
    if (this.#bytes >= this.#limits.dataBytes) throw this.#full();
  }

  /** @throws SidecarError RECORDING_FULL where not even what runs may record `bytes` more */
  reserve(bytes: number): void {
    const ceiling = this.#limits.dataBytes + this.#limits.dataReserveBytes;
    if (this.#bytes + bytes > ceiling) throw this.#full();
  }

  #full(): SidecarError {
    const facts = { bytes: this.#bytes, limit: this.#limits.dataBytes };
    return new SidecarError(
      'RECORDING_FULL',
      `The data directory holds ${String(facts.bytes)} bytes of ${String(facts.limit)}. Archive old recordings or raise the limit.`,
      { facts },
    );
  }
}

/** Bytes of every file of the sessions. */
export async function measure(sessions: string): Promise<number> {
  const pace = new Pace();
  let bytes = 0;
  for (const name of fs.readdirSync(sessions)) {
    bytes += sizeOf(path.join(sessions, name));
    await pace.rest();
  }
  return bytes;
}

/** Bytes of the files of one directory. */
export function sizeOf(directory: string): number {
  let bytes = 0;
  for (const file of fs.readdirSync(directory)) {
    bytes += fs.statSync(path.join(directory, file), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}
