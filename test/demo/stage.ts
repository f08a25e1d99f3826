import { setTimeout as sleep } from 'node:timers/promises';

const WIDTH = 96;
const INDENT = '  ';

export interface StageOptions {
  readonly write: (text: string) => void;
  readonly colours: boolean;
  /** 1: for a person who reads along; 0: without pauses. */
  readonly pace: number;
}

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Colour = keyof typeof codes;

/** A cell as node-postgres gives it for these tables: text, number or NULL. */
function textOf(cell: unknown): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}

/** Breaks a text between words, so that each line has at most `width` characters. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Where the demo is shown: lines of at most 96 columns. */
export class Stage {
  readonly #options: StageOptions;
  #isEmpty = false;

  constructor(options: StageOptions) {
    this.#options = options;
  }

  paint(colour: Colour, text: string): string {
    return this.#options.colours ? `\u001b[${String(codes[colour])}m${text}\u001b[0m` : text;
  }

  /** Never two empty lines in a row. */
  line(text = ''): void {
    if (text === '' && this.#isEmpty) return;
    this.#isEmpty = text === '' || text.endsWith('\n');
    this.#options.write(`${text}\n`);
  }

  heading(number: number, of: number, title: string): void {
    const text = `-- ${String(number)}/${String(of)}  ${title} `;
    this.line();
    this.line(this.paint('bold', text.padEnd(WIDTH, '-')));
    this.line();
  }

  /** A sentence to the reader. */
  tell(text: string): void {
    for (const line of wrap(text, WIDTH - INDENT.length)) this.line(`${INDENT}${line}`);
  }

  good(text: string): void {
    this.#marked(this.paint('green', 'ok'), 2, text);
  }

  /** A command as a person would type it. */
  command(text: string): void {
    this.line();
    this.line(`${INDENT}${this.paint('cyan', `$ ${text}`)}`);
  }

  /** What somebody says, behind their name. */
  says(who: string, colour: Colour, text: string): void {
    const name = who.padEnd(7);
    this.#marked(this.paint(colour, `${name}|`), name.length + 1, text);
  }

  /** A program's output: as it is, but for what does not fit the width. */
  output(text: string, most = 40): void {
    const lines = text.trimEnd().split('\n');
    for (const line of lines.slice(0, most)) {
      const room = WIDTH - INDENT.length * 2;
      const cut = line.length > room ? `${line.slice(0, room - 3)}...` : line;
      this.line(`${INDENT}${INDENT}${this.paint('dim', cut)}`);
    }
    if (lines.length > most) this.line(`${INDENT}${INDENT}...`);
  }

  /** Rows under their columns, as lines. */
  table(columns: readonly string[], rows: readonly (readonly unknown[])[]): readonly string[] {
    const texts = rows.map((row) => row.map((cell) => textOf(cell)));
    const widths = columns.map((name, i) =>
      Math.max(name.length, ...texts.map((row) => row[i]?.length ?? 0)),
    );
    const format = (cells: readonly string[]): string =>
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd();
    return [format(columns), ...texts.map(format)];
  }

  async pause(seconds: number): Promise<void> {
    await sleep(seconds * this.#options.pace * 1000);
  }

  #marked(mark: string, markWidth: number, text: string): void {
    const lines = wrap(text, WIDTH - INDENT.length - markWidth - 1);
    lines.forEach((line, i) => {
      this.line(`${INDENT}${i === 0 || markWidth > 2 ? mark : ' '.repeat(markWidth)} ${line}`);
    });
  }
}
