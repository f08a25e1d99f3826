import { readFile, writeFile } from 'node:fs/promises';

/** Puts text between the markers `<!-- name:start -->` and `<!-- name:end -->` of a document; the rest of it stays. */
export async function writeBetweenMarkers(
  file: string,
  text: string,
  name = 'bench',
): Promise<void> {
  const [opening, closing] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const document = await readFile(file, 'utf8');
  const start = document.indexOf(opening);
  const end = document.indexOf(closing);
  if (start < 0 || end < start)
    throw new Error(`${file} has no ${opening} with ${closing} behind it`);
  const before = document.slice(0, start + opening.length);
  await writeFile(file, `${before}\n\n${text}\n\n${document.slice(end)}`);
}
