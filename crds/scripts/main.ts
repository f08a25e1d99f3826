/**
 * Keeps `src/generated/` equal to what `manifests/` and `src/schemas/` say.
 *
 * - `node scripts/main.ts generate` writes the files; run it after a change of a schema.
 * - `node scripts/main.ts check-drift` writes nothing; it names each file that differs and ends with 1. CI runs it.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drift } from './drift.ts';
import { generatedFiles } from './generate.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'src/generated');

function generate(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of generatedFiles(root)) writeFileSync(join(folder, name), text);
}

function checkDrift(): void {
  const present = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const files = drift(generatedFiles(root), present);
  for (const file of files)
    process.stderr.write(
      `crds/src/generated/${file} is not what the schemas say; run npm run generate -w crds\n`,
    );
  if (files.length > 0) process.exitCode = 1;
}

const commands = new Map([
  ['generate', generate],
  ['check-drift', checkDrift],
]);
const command = commands.get(process.argv[2] ?? '');
if (command === undefined) {
  process.stderr.write('Use: node scripts/main.ts generate | check-drift\n');
  process.exitCode = 2;
} else {
  command();
}
