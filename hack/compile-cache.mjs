/**
 * Loaded into the sidecar that `make build` starts: waits until it listens, writes down what V8 has compiled until then, and
 * ends it. V8 takes a cache only under the flags that it was written under, so those that the program set are taken back first.
 */
import { flushCompileCache } from 'node:module';
import v8 from 'node:v8';

/** V8's defaults of what sidecar/src/main.ts and core/src/sql/parser.ts set. */
const DEFAULTS = [
  '--maglev',
  '--heap-growing-percent=0',
  '--wasm-tier-up',
  '--wasm-dynamic-tiering',
];

/** One for the agents, one for the administrator. */
const SERVERS = 2;

const watch = setInterval(() => {
  const servers = process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap');
  if (servers.length < SERVERS) return;
  clearInterval(watch);
  for (const flag of DEFAULTS) v8.setFlagsFromString(flag);
  flushCompileCache();
  process.kill(process.pid, 'SIGTERM');
}, 50);
