import fs from 'node:fs';
import { REGISTRATION_FILE } from '@chaperone/core/record';
import { SidecarError } from '../errors.ts';

/** Largest piece, bytes: what flushed together may be more, and goes in several. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** Bytes of one segment that are off the pod once they were sent. */
interface Piece {
  /** Open from the beginning: a segment that is sealed meanwhile may go from under its name. */
  readonly fd: number;
  readonly name: string;
  readonly segment: number;
  readonly from: number;
  to: number;
  /** From its first try on it stays what it is: an answer may have been lost. */
  isFixed: boolean;
}

/** Brings a piece off the pod; resolves when it is kept there. Throws SidecarError. */
export type SendPiece = (name: string, bytes: Buffer) => Promise<void>;

/** `tail-000001-000000000000.ndjson`: bytes of a segment from an offset on. */
export function pieceName(segment: number, offset: number): string {
  return `tail-${String(segment).padStart(6, '0')}-${String(offset).padStart(12, '0')}.ndjson`;
}

/**
 * What of a session is not off the pod yet. Whoever waits at the same time shares one request: while one is under way the next
 * piece grows.
 */
export class Tail {
  readonly #send: SendPiece;
  readonly #pieces: Piece[] = [];
  readonly #covered = new Map<number, number>();
  #running: Promise<void> | undefined;

  /** @param registration the session's own file, which leaves first */
  constructor(registration: string, send: SendPiece) {
    this.#send = send;
    const fd = fs.openSync(registration, 'r');
    const to = fs.fstatSync(fd).size;
    this.#pieces.push({ fd, name: REGISTRATION_FILE, segment: 0, from: 0, to, isFixed: true });
  }

  /** @param size bytes of the segment that have to leave, from its beginning */
  cover(file: string, segment: number, size: number): void {
    const from = this.#covered.get(segment) ?? 0;
    if (size <= from) return;
    this.#covered.clear();
    this.#covered.set(segment, size);
    const last = this.#pieces.at(-1);
    const fits = last !== undefined && size - last.from <= PIECE_BYTES;
    if (last?.segment === segment && !last.isFixed && fits) last.to = size;
    else {
      const fd = fs.openSync(file, 'r');
      const name = pieceName(segment, from);
      this.#pieces.push({ fd, name, segment, from, to: size, isFixed: false });
    }
  }

  /** Resolves when everything that is covered is off the pod. @throws SidecarError RECORDING_UNAVAILABLE */
  async left(): Promise<void> {
    while (this.#pieces.length > 0) {
      this.#running ??= this.#run().finally(() => {
        this.#running = undefined;
      });
      await this.#running;
    }
  }

  async #run(): Promise<void> {
    for (let piece = this.#pieces[0]; piece !== undefined; piece = this.#pieces[0]) {
      piece.isFixed = true;
      try {
        await this.#send(piece.name, read(piece));
      } catch (cause) {
        if (!(cause instanceof SidecarError)) throw cause;
        const message = `The recording did not get off the pod: ${cause.message}. Nothing was forwarded; the next command tries again.`;
        throw new SidecarError('RECORDING_UNAVAILABLE', message, { cause });
      }
      this.#pieces.shift();
      fs.closeSync(piece.fd);
    }
  }

  /** What has not left by now is left to the upload of whole segments. */
  close(): void {
    if (this.#running !== undefined) {
      this.#running.then(this.#release, this.#release);
      return;
    }
    this.#release();
  }

  readonly #release = (): void => {
    for (const { fd } of this.#pieces.splice(0)) fs.closeSync(fd);
  };
}

function read({ fd, from, to }: Piece): Buffer {
  const bytes = Buffer.alloc(to - from);
  fs.readSync(fd, bytes, 0, bytes.length, from);
  return bytes;
}
