import { visible } from './visible.ts';
import type { Paint, Tone } from './style.ts';

export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
}

interface Shown {
  readonly text: string;
  readonly tone?: Tone | undefined;
}

export interface TableOptions {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | Cell)[])[];
  readonly paint: Paint;
  /** What is printed in place of a table without rows. */
  readonly empty: string;
}

const GAP = '  ';

/** Aligned columns, each cell on one line and made harmless. */
export function table({ head, rows, paint, empty }: TableOptions): string {
  if (rows.length === 0) return `${empty}\n`;
  const cells = rows.map((row) =>
    row.map((cell) => {
      const { text, tone } =
        typeof cell === 'string' ? { text: cell } : { tone: undefined, ...cell };
      return { text: visible(text), tone };
    }),
  );
  const title = (text: string): Cell => ({ text, tone: 'dim' });
  const all: readonly (readonly Shown[])[] = [head.map(title), ...cells];
  const widths = head.map((_title, column) =>
    all.reduce((most, row) => Math.max(most, width(row[column]?.text ?? '')), 0),
  );
  return all
    .map((row) => {
      const line = row.map(({ text, tone }, column) => {
        const last = column === row.length - 1;
        const padding = last ? '' : ' '.repeat((widths[column] ?? 0) - width(text));
        return `${tone === undefined ? text : paint(tone, text)}${padding}`;
      });
      return `${line.join(GAP)}\n`;
    })
    .join('');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns of a terminal, near enough: what people see as one character counts one. */
function width(text: string): number {
  return [...segmenter.segment(text)].length;
}
