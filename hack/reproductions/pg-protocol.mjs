/** What pg-protocol's parser does with the agent's direction, with lengths nobody means, and with bytes. ADR 0004. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const main = require.resolve('pg-protocol');
const { Parser } = require(join(dirname(main), 'parser.js'));
const { serialize } = require(main);
console.log(`pg-protocol ${require(join(dirname(dirname(main)), 'package.json')).version}`);

function parse(bytes) {
  const messages = [];
  try {
    new Parser().parse(Buffer.from(bytes), (message) => messages.push(message));
  } catch (error) {
    return `throws ${error.constructor.name}: ${error.message}`;
  }
  return messages.length === 0
    ? 'no message: waits for more'
    : JSON.stringify(messages).slice(0, 160);
}

const frame = (type, length, body = '') => {
  const header = Buffer.alloc(5);
  header.write(type);
  header.writeUInt32BE(length, 1);
  return Buffer.concat([header, Buffer.from(body)]);
};

console.log('\nThe agent’s direction:');
console.log(`  Query "DELETE FROM t":  ${parse(serialize.query('DELETE FROM t'))}`);
console.log(`  Parse:                  ${parse(serialize.parse({ text: 'SELECT 1' }))}`);
console.log(`  Sync:                   ${parse(serialize.sync())}`);

console.log('\nLengths:');
console.log(`  ReadyForQuery, length 0:           ${parse(frame('Z', 0, 'I'))}`);
console.log(`  ReadyForQuery, length 4, no body:  ${parse(frame('Z', 4))}`);
console.log(
  `  DataRow of 100 cells in 6 bytes, a stranger's frame behind: ${parse(
    Buffer.concat([frame('D', 6, Buffer.from([0, 100])), Buffer.alloc(300, 1)]),
  )}`,
);
console.log(`  unknown type "?":                  ${parse(frame('?', 4))}`);

const parser = new Parser();
const chunk = Buffer.alloc(1 << 20);
const before = process.memoryUsage().arrayBuffers;
parser.parse(frame('D', 0xffffffff), () => undefined);
for (let i = 0; i < 256; i += 1) parser.parse(chunk, () => undefined);
const grown = (process.memoryUsage().arrayBuffers - before) / (1 << 20);
console.log(
  `  DataRow that announces 4 GiB, 256 MiB of it sent: ${grown.toFixed(0)} MiB held, nothing refused`,
);

console.log('\nBytes:');
const row = frame('D', 4 + 2 + 4 + 2, Buffer.from([0, 1, 0, 0, 0, 2, 0xff, 0xfe]));
new Parser().parse(row, (message) =>
  console.log(
    `  a cell ff fe becomes ${Buffer.from(message.fields[0]).toString('hex')}; keys of the message: ${Object.keys(message).join(', ')}`,
  ),
);
