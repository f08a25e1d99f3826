/** What http-proxy and http-proxy-3 leave upstream of 50 streams that their clients aborted. ADR 0003. */
import http from 'node:http';
import net from 'node:net';

import { install, listen, wait } from './packages.mjs';

const streams = 50;
const packages = install('http-proxy@1.18.1', 'http-proxy-3@1.23.3');

/** An upstream that answers one line at once, then another each 50 ms for as long as it is listened to. */
function endlessUpstream() {
  const open = new Set();
  const server = http.createServer((request, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: first\n\n');
    const timer = setInterval(() => response.write('data: more\n\n'), 50);
    response.on('close', () => clearInterval(timer));
  });
  return { server, open };
}

/** A client that hangs up, with a reset, as soon as the stream has begun. */
function abortedRequest(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', resolve);
    socket.on('data', () => socket.resetAndDestroy());
    socket.write('GET /events HTTP/1.1\r\nhost: x\r\n\r\n');
  });
}

async function trial(name, createProxyServer) {
  const { server, open } = endlessUpstream();
  const target = `http://127.0.0.1:${await listen(server)}`;
  const proxy = createProxyServer({ target });
  proxy.on('error', () => undefined);
  const front = http.createServer((request, response) => proxy.web(request, response));
  const port = await listen(front);
  await Promise.all(Array.from({ length: streams }, () => abortedRequest(port)));
  for (const seconds of [1, 5]) {
    await wait(seconds === 1 ? 1000 : 4000);
    console.log(
      `${name} ${packages.versionOf(name)}: ${open.size} of ${streams} aborted streams still open upstream after ${seconds} s`,
    );
  }
  for (const each of [front, server]) {
    each.closeAllConnections();
    each.close();
  }
}

console.log(`Node ${process.version}`);
await trial('http-proxy', packages.require('http-proxy').createProxyServer);
await trial('http-proxy-3', (await packages.load('http-proxy-3')).createProxyServer);
process.exit(0);
