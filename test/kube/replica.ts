/**
 * A replica of something that only one may do, for the tests of the election: appends a line `ID NANOSECONDS` to a file for
 * each piece of work, the time being that of its decision to work. Arguments: kubeconfig, identity, file, and the election's times as JSON.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { kubeconfigAccess } from '../../operator/src/kube/access/kubeconfig.ts';
import { KubeClient } from '../../operator/src/kube/client/client.ts';
import { systemClock } from '../../operator/src/kube/clock.ts';
import { Election, type ElectionTimes } from '../../operator/src/kube/lease/election.ts';

const [kubeconfig = '', identity = '', file = '', times = '{}'] = process.argv.slice(2);
const say = (facts: object, message: string): void => {
  console.error(identity, message, JSON.stringify(facts));
};
const election = new Election({
  client: new KubeClient({
    access: await kubeconfigAccess(kubeconfig),
    userAgent: 'replica',
    requestMs: 500,
  }),
  ...{ namespace: 'default', name: 'work', identity },
  lead: async ({ signal, isCurrent }) => {
    while (!signal.aborted) {
      const at = process.hrtime.bigint();
      if (isCurrent()) appendFileSync(file, `${identity} ${String(at)}\n`);
      await sleep(10);
    }
  },
  ...{ clock: systemClock, random: Math.random, log: { info: say, warn: say, error: say } },
  times: JSON.parse(times) as Partial<ElectionTimes>,
});
election.start();
// The clock's timers keep no process alive.
const alive = setInterval(() => undefined, 1000);
process.on('SIGTERM', () => {
  election.stop().then(
    () => {
      clearInterval(alive);
      process.exit();
    },
    () => process.exit(1),
  );
});
