/** Writes images: see the script `write` beside this file. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { images } from './images.ts';
import { archive } from './oci.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string' }, list: { type: 'boolean' }, name: { type: 'string' } },
});

function write(folder: string, name: string): void {
  const image = images[name]?.();
  if (image === undefined)
    throw new Error(`no image ${name}; there are: ${Object.keys(images).join(', ')}`);
  const reference = values.name ?? image.reference;
  const file = path.join(folder, `${name}.tar`);
  writeFileSync(`${file}.part`, archive(reference, image.layers, image.config));
  renameSync(`${file}.part`, file);
  console.log(`${file}  ${reference}`);
}

if (values.list === true) console.log(Object.keys(images).join('\n'));
else {
  if (values.to === undefined) throw new Error('--to FOLDER is missing');
  mkdirSync(values.to, { recursive: true });
  for (const name of positionals) write(values.to, name);
}
