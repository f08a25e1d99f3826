/**
 * Shows that the linter holds the borders: `make borders`. Copies the configuration into a temporary tree, plants one
 * violation a file there, lints it with the very rules of this repository and expects each to be reported, and an
 * innocent file not to be. Touches nothing but its temporary directory.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { ESLint } from 'eslint';

const root = dirname(import.meta.dirname);
const workspaces = ['crds', 'core', 'sidecar', 'operator', 'cli'];

/** A file to plant, and the rule that has to report it; none for an innocent file. */
interface Plant {
  readonly path: string;
  readonly text: string;
  readonly rule?: string;
}

const uses = (name: string, from: string): string =>
  `import { ${name} } from '${from}';\n\nexport const held: unknown = ${name};\n`;
const exportsValue = (name: string): string => `export const ${name}: unknown = {};\n`;

const cycle = 'import-x/no-cycle';
const paths = 'import-x/no-restricted-paths';
const imports = 'no-restricted-imports';

const plants: readonly Plant[] = [
  // What the others import.
  { path: 'sidecar/src/app.ts', text: exportsValue('app') },
  { path: 'sidecar/src/spool/spool.ts', text: exportsValue('spool') },
  { path: 'sidecar/src/protocols/ssh/codec.ts', text: exportsValue('ssh') },
  { path: 'cli/src/show.ts', text: exportsValue('show') },
  { path: 'core/src/command/words.ts', text: exportsValue('words') },
  { path: 'core/src/policy/permit.ts', text: exportsValue('mintPermit') },
  { path: 'core/src/policy/index.ts', text: "export { mintPermit } from './permit.ts';\n" },
  // Two files that import each other.
  {
    path: 'core/src/record/first.ts',
    text: "import { second } from './second.ts';\n\nexport const first = (): number => second();\n",
    rule: cycle,
  },
  {
    path: 'core/src/record/second.ts',
    text: "import { first } from './first.ts';\n\nexport const second = (): number => first();\n",
    rule: cycle,
  },
  { path: 'core/src/sql/up.ts', text: uses('app', '../../../sidecar/src/app.ts'), rule: paths },
  {
    path: 'core/src/sql/package.ts',
    text: uses('app', '@chaperone/sidecar/src/app.ts'),
    rule: paths,
  },
  { path: 'core/src/sql/net.ts', text: uses('connect', 'node:net'), rule: imports },
  { path: 'core/src/policy/fs.ts', text: uses('readFile', 'node:fs/promises'), rule: imports },
  { path: 'crds/src/core.ts', text: uses('words', '../../core/src/command/words.ts'), rule: paths },
  {
    path: 'sidecar/src/protocols/postgres/spool.ts',
    text: uses('spool', '../../spool/spool.ts'),
    rule: paths,
  },
  {
    path: 'sidecar/src/protocols/postgres/ssh.ts',
    text: uses('ssh', '../ssh/codec.ts'),
    rule: paths,
  },
  { path: 'sidecar/src/io/app.ts', text: uses('app', '../app.ts'), rule: paths },
  { path: 'cli/src/sidecar.ts', text: uses('app', '../../sidecar/src/app.ts'), rule: paths },
  { path: 'operator/src/sidecar.ts', text: uses('app', '../../sidecar/src/app.ts'), rule: paths },
  { path: 'sidecar/src/cli.ts', text: uses('show', '../../cli/src/show.ts'), rule: paths },
  {
    path: 'sidecar/src/mint.ts',
    text: uses('mintPermit', '../../core/src/policy/permit.ts'),
    rule: imports,
  },
  {
    path: 'sidecar/src/mint-package.ts',
    text: uses('mintPermit', '@chaperone/core/policy'),
    rule: imports,
  },
  {
    path: 'core/src/record/mint.ts',
    text: uses('mintPermit', '../policy/permit.ts'),
    rule: imports,
  },
  {
    path: 'sidecar/src/forge.ts',
    text: 'export interface Permit {\n  by: string;\n}\n\nexport const forged = {} as Permit;\n',
    rule: 'no-restricted-syntax',
  },
  {
    path: 'sidecar/src/config/environment.ts',
    text: 'export const environment: unknown = process.env;\n',
    rule: 'no-restricted-globals',
  },
  // Innocent: a program on core, policy minting, approval minting.
  { path: 'cli/src/words.ts', text: uses('words', '../../core/src/command/words.ts') },
  { path: 'core/src/policy/decide.ts', text: uses('mintPermit', './permit.ts') },
  {
    path: 'sidecar/src/approval/mint.ts',
    text: uses('mintPermit', '../../../core/src/policy/permit.ts'),
  },
];

/** The packages of the repository, except its own, which have to be those of the copy. */
function linkPackages(copy: string): void {
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@chaperone'), { recursive: true });
  const others = readdirSync(join(root, 'node_modules')).filter((name) => name !== '@chaperone');
  for (const name of others) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of workspaces) symlinkSync(join(copy, name), join(modules, '@chaperone', name));
}

function copyConfiguration(copy: string): void {
  const files = ['eslint.config.js', 'tsconfig.base.json', 'package.json'];
  const perWorkspace = ['tsconfig.json', 'package.json'];
  files.push(...workspaces.flatMap((name) => perWorkspace.map((file) => join(name, file))));
  for (const file of files) cpSync(join(root, file), join(copy, file));
}

function plant(copy: string): void {
  for (const { path, text } of plants) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
}

async function lint(copy: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const eslint = new ESLint({ cwd: copy });
  const results = await eslint.lintFiles(plants.map(({ path }) => path));
  const rulesOf = (result: ESLint.LintResult): string[] =>
    result.messages.map(({ ruleId, message }) => ruleId ?? message);
  return new Map(results.map((result) => [result.filePath, rulesOf(result)]));
}

/** Nothing if the linter said what it had to say of the file, otherwise a sentence. */
function mistakeOf({ path, rule }: Plant, reported: readonly string[]): string | undefined {
  if (rule === undefined) {
    return reported.length === 0 ? undefined : `${path} is innocent, yet: ${reported.join(', ')}`;
  }
  return reported.includes(rule)
    ? undefined
    : `${path} has to be reported by ${rule}; reported: ${reported.join(', ') || 'nothing'}`;
}

const copy = mkdtempSync(join(tmpdir(), 'chaperone-borders-'));
try {
  copyConfiguration(copy);
  linkPackages(copy);
  plant(copy);
  const reported = await lint(copy);
  const mistakes = plants
    .map((each) => mistakeOf(each, reported.get(join(copy, each.path)) ?? ['not linted']))
    .filter((mistake) => mistake !== undefined);
  for (const mistake of mistakes) console.log(mistake);
  const planted = plants.filter(({ rule }) => rule !== undefined).length;
  console.log(`${String(planted)} violations planted, ${String(mistakes.length)} mistakes`);
  process.exitCode = mistakes.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
