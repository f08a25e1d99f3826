/**
 * A bare Node pipe, to compare with: `node pipe.ts LISTEN-PORT TARGET-PORT`. Two sockets piped into each other, nothing read,
 * nothing decided. Says `ready` on standard output. What a proxy costs in Node before it does any work.
 */
import net from 'node:net';

const [listenPort, targetPort] = process.argv.slice(2).map(Number);

const server = net.createServer({ noDelay: true }, (agent) => {
  const target = net.connect({ host: '127.0.0.1', port: targetPort ?? 0, noDelay: true });
  agent.pipe(target);
  target.pipe(agent);
  agent.on('error', () => target.destroy());
  target.on('error', () => agent.destroy());
});
server.listen(listenPort, '127.0.0.1', () => {
  console.log('ready');
});
