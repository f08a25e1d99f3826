/** `up` and `down` of the cluster; see the scripts of these names, which hold the machine's lock. */
import { down } from './down.ts';
import { ClusterError } from './errors.ts';
import { stateFolder } from '../../test/cluster/place.ts';
import { up } from './up.ts';

const state = stateFolder(process.env);
const began = performance.now();
const say = (line: string): void => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${line}`);
};

const commands: Readonly<Record<string, () => Promise<void>>> = {
  async up() {
    const isBare = process.argv.includes('--bare');
    await up(state, { kubeconfig: process.env['KUBECONFIG'], isBare, say });
  },
  async down() {
    await down(state);
    say('nothing of the cluster is left');
  },
};

try {
  const run = commands[process.argv[2] ?? ''];
  if (run === undefined) throw new ClusterError('commands: up, down');
  await run();
} catch (error) {
  if (!(error instanceof ClusterError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
