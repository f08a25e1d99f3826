/**
 * Bundles the programs for shipping: `make build`. Writes dist/ and nothing else:
 * sidecar.mjs, analyst.mjs (the sidecar's thread for large texts), operator.mjs, cli.mjs, libpg-query.wasm (read from beside the bundle at start), the launcher `chaperone`
 * and its flags, and in `compiled` what V8 made of the sidecar, for the same Node and processor: a third of the time to start.
 * Then starts what it made: a bundle that cannot parse SQL or print its help is an error of the build.
 */
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

/** A sidecar that does not come up within this time is an error of the build. */
const START_MS = 60_000;

const root = dirname(import.meta.dirname);
const dist = join(root, 'dist');

const programs = [
  { name: 'sidecar', entry: 'sidecar/src/main.ts' },
  { name: 'analyst', entry: 'sidecar/src/protocols/postgres/analyst/thread.ts' },
  { name: 'operator', entry: 'operator/src/main.ts' },
  { name: 'cli', entry: 'cli/src/main.ts' },
];

// CommonJS packages inside an ES module still ask for these three.
const banner = [
  "const { createRequire: __createRequire } = process.getBuiltinModule('node:module');",
  'const require = __createRequire(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;',
].join('\n');

/**
 * An `import` of a built-in module reads each of its properties, and with that loads what stands behind them: all of undici
 * for node:http. Here an import reads those that it names and no other, and `require` gets the module itself: a fifth of the
 * time to start, 3 MB. Modules over `module.exports` for both would copy all names for each import: 10 ms, and 5 MB of the
 * optimising compiler, which takes that loop for worth its work.
 */
const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(context) {
    context.onResolve({ filter: /^(node:)?[a-z0-9_]+(\/[a-z0-9_/]+)?$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '');
      const namespace = kind === 'require-call' ? 'required-builtin' : 'imported-builtin';
      return builtinModules.includes(name) ? { path: name, namespace } : undefined;
    });
    context.onLoad({ filter: /.*/, namespace: 'required-builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}');`,
    }));
    context.onLoad({ filter: /.*/, namespace: 'imported-builtin' }, ({ path }) => ({
      contents: importedBuiltin(path),
    }));
  },
};

/** An ES module whose names are read only where the bundle keeps them: the others are pure, and go. */
function importedBuiltin(name: string): string {
  const names = Object.keys(process.getBuiltinModule(`node:${name}`) ?? {});
  const lines = names
    .filter((each) => /^[A-Za-z]\w*$/.test(each) && each !== 'default')
    .map(
      (each, i) =>
        `const v${String(i)} = /* @__PURE__ */ (() => builtin.${each})(); export { v${String(i)} as ${each} };`,
    );
  return [
    `const builtin = process.getBuiltinModule('node:${name}'); export default builtin;`,
    ...lines,
  ].join('\n');
}

async function bundle(name: string, entry: string): Promise<void> {
  await build({
    entryPoints: [join(root, entry)],
    outfile: join(dist, `${name}.mjs`),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: banner },
    plugins: [lazyBuiltins],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'external',
    sourcemap: false,
    logLevel: 'warning',
  });
  toAscii(join(dist, `${name}.mjs`));
}

/**
 * One letter beyond ASCII, in a regular expression that esbuild leaves as it is, and V8 keeps two bytes for each character of
 * the bundle, and reads them more slowly.
 */
function toAscii(file: string): void {
  const escape = (letter: string): string =>
    `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/[^\0-\x7f]/g, escape));
}

function copyParser(): void {
  const fromCore = createRequire(join(root, 'core', 'package.json'));
  const wasm = join(dirname(fromCore.resolve('libpg-query')), 'libpg-query.wasm');
  copyFileSync(wasm, join(dist, 'libpg-query.wasm'));
}

const launcher = `#!/bin/sh
# Starts the sidecar, the operator or the command line that lie beside this file, under the flags of the file runtime.
self=$(readlink -f "$0") && here=$(dirname "$self") || exit 2
node=\${CHAPERONE_NODE:-node}
# As a plug-in of kubectl it speaks of the cluster.
case \${0##*/} in kubectl-chaperone | kubectl_chaperone) set -- cluster "$@" ;; esac
program=cli
case \${1-} in
sidecar | operator)
  program=$1
  shift
  ;;
esac
[ $program != sidecar ] || export NODE_COMPILE_CACHE="$here/compiled" NODE_COMPILE_CACHE_PORTABLE=1
. "$here/runtime"
exec "$node" $node_flags "$here/$program.mjs" "$@"
`;

function writeLauncher(): void {
  const path = join(dist, 'chaperone');
  writeFileSync(path, launcher);
  chmodSync(path, 0o755);
  const plugin = join(dist, 'kubectl-chaperone');
  rmSync(plugin, { force: true });
  symlinkSync('chaperone', plugin);
  copyFileSync(join(root, 'cli', 'bin', 'runtime'), join(dist, 'runtime'));
}

/** Each answers, and the parser is found beside the bundle. */
function tryOut(): void {
  const env = { ...process.env, CHAPERONE_NODE: process.execPath };
  const start = (...args: readonly string[]): void => {
    execFileSync(join(dist, 'chaperone'), args, { stdio: 'pipe', input: '', env });
  };
  start('sidecar', '--help');
  start('operator', '--help');
  const manifests = join(root, 'examples', 'standalone');
  const whose = ['--config', manifests, '--connection', 'orders-db', '--agent', 'local'];
  start('policy', 'explain', ...whose, 'SELECT 1');
}

/** Starts the sidecar once, for the functions that a start compiles. */
function fillCompileCache(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'chaperone-build-'));
  const preload = `--import=${join(root, 'hack', 'compile-cache.mjs')}`;
  const env = { ...process.env, CHAPERONE_NODE: process.execPath, NODE_OPTIONS: preload };
  const listen = ['--listen', 'orders-db=127.0.0.1:0', '--admin', '127.0.0.1:0'];
  const where = ['--config', join(root, 'examples', 'standalone'), '--data', join(scratch, 'data')];
  try {
    execFileSync(join(dist, 'chaperone'), ['sidecar', ...where, ...listen], {
      stdio: 'pipe',
      env,
      timeout: START_MS,
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const present = programs.filter(({ entry }) => existsSync(join(root, entry)));
const missing = programs.filter((program) => !present.includes(program));
for (const { name, entry } of present) await bundle(name, entry);
copyParser();
writeLauncher();
if (missing.length > 0) {
  throw new Error(`no entry point: ${missing.map(({ entry }) => entry).join(', ')}`);
}
fillCompileCache();
tryOut();
console.log(`built ${programs.map(({ name }) => `dist/${name}.mjs`).join(', ')}, dist/chaperone`);
