/** A Markdown table; a bar within a cell is escaped, a line break becomes a space. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** The head of every generated document. */
export function generatedFrom(...sources: readonly string[]): string {
  return `<!-- Written by make generate from ${sources.join(', ')}; make drift compares. Do not edit. -->`;
}
