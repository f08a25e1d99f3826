/** Peak memory of libpg-query after 50 parses of small statements, by V8 flags. ADR 0005. Linux: reads VmHWM. */
import { spawnSync } from 'node:child_process';

const program = `
const { loadModule, parseSync } = require('libpg-query');
const { readFileSync } = require('node:fs');
const statement = (i) => 'SELECT o.id, c.name FROM public.orders o JOIN public.customers c ON c.id = o.customer_id ' +
  'WHERE o.total > ' + i + ' AND o.state IN (1, 2, 3) ORDER BY o.id LIMIT 10';
(async () => {
  await loadModule();
  for (let i = 0; i < 50; i += 1) parseSync(statement(i));
  // V8 optimises in the background: give it the time that a sidecar has.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const started = performance.now();
  for (let i = 0; i < 2000; i += 1) parseSync(statement(i));
  const us = ((performance.now() - started) / 2000) * 1000;
  const status = readFileSync('/proc/self/status', 'utf8');
  const mb = (field) => Math.round(Number(new RegExp(field + ':\\\\s+(\\\\d+)').exec(status)[1]) / 1024);
  console.log('peak ' + mb('VmHWM') + ' MB, now ' + mb('VmRSS') + ' MB, ' + us.toFixed(0) + ' us a parse');
})();
`;

const set = (flag) => `require('node:v8').setFlagsFromString('${flag}');`;
const both = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];
const variants = [
  { name: '(default flags)', flags: [] },
  { name: '--liftoff-only', flags: ['--liftoff-only'] },
  { name: both.join(' '), flags: both },
  { name: '--no-wasm-tier-up', flags: ['--no-wasm-tier-up'] },
  { name: '--liftoff-only, set by the program', flags: [], before: set('--liftoff-only') },
  { name: 'both, set by the program', flags: [], before: both.map(set).join(' ') },
];

console.log(`Node ${process.version}`);
for (const { name, flags, before = '' } of variants) {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, '-e', before + program], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  console.log(`${name.padEnd(46)} ${stdout.trim()}${stderr.trim().slice(0, 200)}`);
}
