/** Appending events to one file and to a file a session, and what compresses a recording. ADR 0008. */
import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';

const events = 50_000;
const sessions = 100;
const rounds = 5;

/** Events as a small SELECT makes them: statements repeat, values, times and cells do not. */
function line(seq) {
  const digest = createHash('sha256').update(String(seq)).digest('base64');
  const command = seq % 2 === 0;
  const payload = command
    ? {
        command: seq / 2,
        text: 'SELECT abalance FROM pgbench_accounts WHERE aid = $1',
        parameters: [String((seq * 7919) % 100000)],
        effects: [{ command: 'SELECT', kind: 'relation', object: 'public.pgbench_accounts' }],
        verdict: { effect: 'Allow', policy: 'bench', rule: 'read', reason: 'allowed by read' },
      }
    : {
        command: (seq - 1) / 2,
        status: 'success',
        rows: 1,
        bytes: 48,
        durationMs: 0.2,
        response: digest,
      };
  const time = new Date(1_700_000_000_000 + seq).toISOString();
  const event = { seq, time, session: '01JD', type: command ? 'command' : 'outcome', payload };
  return Buffer.from(`${JSON.stringify(event)}\n`);
}

const lines = Array.from({ length: events }, (_, seq) => line(seq));
const directory = mkdtempSync(join(tmpdir(), 'spool-'));

function append(files) {
  const descriptors = Array.from({ length: files }, (_, i) =>
    openSync(join(directory, `${i}`), 'a'),
  );
  const started = performance.now();
  lines.forEach((bytes, i) => writeSync(descriptors[i % files], bytes, 0, bytes.length));
  const us = ((performance.now() - started) / events) * 1000;
  descriptors.forEach((descriptor) => closeSync(descriptor));
  return us;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const samples = { one: [], many: [] };
for (let i = 0; i < rounds; i += 1) {
  samples.one.push(append(1));
  samples.many.push(append(sessions));
}
console.log(`Node ${process.version}; medians of ${rounds} alternating rounds, ${events} events`);
console.log(`one file:            ${median(samples.one).toFixed(2)} us an event`);
console.log(`${sessions} files in turn:   ${median(samples.many).toFixed(2)} us an event`);
rmSync(directory, { recursive: true });

const whole = Buffer.concat(lines);
const level = (n) => ({ params: { [constants.ZSTD_c_compressionLevel]: n } });
const ways = [
  ['gzip level 1', (bytes) => gzipSync(bytes, { level: 1 })],
  ['gzip level 6', (bytes) => gzipSync(bytes)],
  ['zstd level 1', (bytes) => zstdCompressSync(bytes, level(1))],
  ['zstd level 3', (bytes) => zstdCompressSync(bytes, level(3))],
];
console.log(`a recording of ${(whole.length / 1e6).toFixed(1)} MB:`);
for (const [name, compress] of ways) {
  const times = [];
  let size = 0;
  for (let i = 0; i < 3; i += 1) {
    const started = performance.now();
    size = compress(whole).length;
    times.push(performance.now() - started);
  }
  const speed = whole.length / 1e6 / (median(times) / 1000);
  console.log(
    `  ${name}: ${((size / whole.length) * 100).toFixed(1)} % of the size, ${speed.toFixed(0)} MB/s`,
  );
}
