import { readFile, writeFile } from 'node:fs/promises';

const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

/** Puts text between the markers of a document; everything else of it stays. */
export async function writeBetweenMarkers(file: string, text: string): Promise<void> {
  const document = await readFile(file, 'utf8');
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) throw new Error(`${file} has no ${START} with ${END} behind it`);
  const before = document.slice(0, start + START.length);
  await writeFile(file, `${before}\n\n${text}\n\n${document.slice(end)}`);
}
