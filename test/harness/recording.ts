import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';

const decompress = promisify(zstdDecompress);

export interface Line {
  readonly type: string;
  readonly payload: {
    readonly command?: number;
    readonly text?: string;
    readonly parameters?: readonly unknown[];
    readonly verdict?: { readonly effect: string };
    readonly status?: string;
    readonly stream?: string;
    /** Base64. */
    readonly wire?: string;
  };
}

/** One command as a recording's lines tell it. */
export interface RecordedCommand {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly verdict: string;
  /** Absent: the recording ends before its outcome. */
  readonly outcome?: string;
}

/** The sessions of a data directory, by the names of their directories. */
export async function recordedSessions(data: string): Promise<readonly string[]> {
  const dir = path.join(data, 'sessions');
  return existsSync(dir) ? (await readdir(dir)).sort() : [];
}

async function linesOf(dir: string): Promise<readonly Line[]> {
  const segments = (await readdir(dir)).filter((name) => /^\d{6}\.ndjson(\.zst)?$/.test(name));
  const lines: Line[] = [];
  for (const name of segments.sort()) {
    const bytes = await readFile(path.join(dir, name));
    const text = (name.endsWith('.zst') ? await decompress(bytes) : bytes).toString('utf8');
    // What a crash left without its line feed is no event.
    for (const line of text.split('\n').slice(0, -1)) lines.push(JSON.parse(line) as Line);
  }
  return lines;
}

/**
 * Reads a session as it lies on the disk, sealed or not. Deliberately not the reader of the product: what counts as
 * recorded is judged by its own, simpler eyes.
 */
export async function readRecordedCommands(
  data: string,
  session: string,
): Promise<readonly RecordedCommand[]> {
  const commands = new Map<number, RecordedCommand>();
  for (const { type, payload } of await linesOf(path.join(data, 'sessions', session))) {
    const number = payload.command ?? 0;
    const known = commands.get(number);
    if (type === 'command') {
      const { text = '', parameters = [], verdict } = payload;
      commands.set(number, { text, parameters, verdict: verdict?.effect ?? '' });
    } else if (type === 'outcome' && known !== undefined) {
      commands.set(number, { ...known, outcome: payload.status ?? '' });
    }
  }
  return [...commands.values()];
}

/** The events of the session in which a command's text ends like this. */
export async function eventsWith(data: string, ending: string): Promise<readonly Line[]> {
  for (const session of await recordedSessions(data)) {
    const lines = await linesOf(path.join(data, 'sessions', session));
    if (lines.some(({ payload }) => payload.text?.endsWith(ending) === true)) return lines;
  }
  return [];
}
