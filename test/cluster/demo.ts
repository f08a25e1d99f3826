/**
 * `make cluster-demo`: the story of `make demo` in a real cluster, in a minute: helm install, three manifests, one annotation; what the
 * agent then asks and gets; a person who approves by kubectl. Uses the cluster of `make cluster`, or KUBECONFIG's, and removes the
 * namespaces that it makes; the installation stays. Exits 1 when a step did not show what it should.
 */
import path from 'node:path';
import { ensure } from '../demo/ground.ts';
import { Stage } from '../demo/stage.ts';
import { root } from '../harness/paths.ts';
import { run, type Finished } from '../harness/run.ts';
import { findBinaries } from '../kube/binaries.ts';
import { agentDeployment, INJECT, rolledOut, serviceAccount, type Agent } from './agent.ts';
import { eventually, install, SYSTEM, useCluster, type Cluster } from './cluster.ts';
import { makeStore, type Store } from './store.ts';
import { manifestsFor, SECRETS, startTarget, type Target } from './target.ts';

const STEPS = 7;
const stage = new Stage({
  write: (text) => process.stdout.write(text),
  colours: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
  pace: process.argv.includes('--fast') || !process.stdout.isTTY ? 0 : 1,
});

interface Ground {
  readonly cluster: Cluster;
  readonly target: Target;
  readonly namespace: string;
  /** Absent in somebody else's cluster, whose nodes have other files. */
  readonly store: Store | undefined;
}

async function shown(cluster: Cluster, ...args: readonly string[]): Promise<void> {
  stage.command(`kubectl ${args.join(' ')}`);
  stage.output(await cluster.must(args));
}

async function begin(): Promise<Ground> {
  stage.heading(1, STEPS, 'An agent and a database, and helm install');
  const cluster = await useCluster();
  await shown(cluster, 'get', 'nodes', '-o', 'wide');
  const target = await startTarget(cluster);
  const namespace = await cluster.makeNamespace('agents');
  await cluster.apply(serviceAccount(namespace), agentDeployment({ namespace, annotations: {} }));
  const { pod } = await rolledOut(cluster, namespace);
  stage.good(`a PostgreSQL at ${target.host}, and an agent, pod ${pod}, that knows no password`);
  stage.command(`helm install chaperone charts/chaperone -n ${SYSTEM} --create-namespace --wait`);
  const began = performance.now();
  const store = process.env['KUBECONFIG'] === undefined ? await makeStore(cluster) : undefined;
  await install(cluster, ...(store?.flags ?? []));
  stage.good(`installed and ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  await shown(cluster, 'get', 'pods', '-n', SYSTEM);
  return { cluster, target, namespace, store };
}

async function annotate({ cluster, target, namespace }: Ground): Promise<Agent> {
  stage.heading(2, STEPS, 'A connection, a secret, a policy, and one annotation');
  stage.command('kubectl apply -f connection.yaml -f secret.yaml -f policy.yaml');
  await cluster.apply(...manifestsFor(target, namespace));
  const kinds = 'auditedconnections,accesspolicies';
  const ready = ['wait', kinds, '--all', '-n', namespace, '--for=condition=Ready', '--timeout=30s'];
  await cluster.must(ready);
  await shown(cluster, 'get', kinds, '-n', namespace);
  const template = { metadata: { annotations: INJECT } };
  const patch = JSON.stringify({ spec: { template } });
  stage.command(`kubectl patch deployment report-bot --type merge -p '${patch}'`);
  await cluster.must([
    'patch',
    'deployment',
    'report-bot',
    '-n',
    namespace,
    '--type=merge',
    '-p',
    patch,
  ]);
  const agent = await rolledOut(cluster, namespace);
  await shown(cluster, 'get', 'pod', agent.pod, '-n', namespace);
  return agent;
}

async function asks(agent: Agent, sql: string): Promise<Finished> {
  stage.says('agent', 'yellow', stage.paint('bold', sql));
  const answer = await agent.psql(sql);
  const colour = answer.status === 0 ? 'green' : 'red';
  const lines = (answer.status === 0 ? answer.stdout : answer.stderr).trimEnd().split('\n');
  for (const line of lines) {
    if (!/^(LOCATION|command terminated)/.test(line)) stage.says('agent', colour, line);
  }
  return answer;
}

async function readAndDelete({ target }: Ground, agent: Agent): Promise<void> {
  stage.heading(3, STEPS, 'Reading: e-mail and card are masked; a DELETE of everything is denied');
  const { stdout } = await asks(
    agent,
    'SELECT id, name, email, card, tier FROM customers ORDER BY id',
  );
  ensure(stdout.includes('Ada Holm'), 'the agent got its rows', stdout);
  ensure(!SECRETS.some((secret) => stdout.includes(secret)), 'e-mail and card are masked', stdout);
  stage.line();
  const { stderr } = await asks(agent, 'DELETE FROM orders');
  ensure(stderr.includes('42501'), 'the DELETE is denied', stderr);
  ensure((await target.query('SELECT count(*) FROM orders')) === '3', 'nothing was deleted');
}

async function approve({ cluster, target, namespace }: Ground, agent: Agent): Promise<void> {
  stage.heading(4, STEPS, 'An UPDATE of customers waits for a person');
  const rights = ['--clusterrole=chaperone-approver', '--group=dba'];
  await cluster.must(['create', 'rolebinding', 'dba', '-n', namespace, ...rights]);
  const answer = asks(agent, 'UPDATE customers SET credit = credit + 50 WHERE id = 2');
  const name = await eventually('an Approval', 20, async () => {
    const found = await cluster.must(['get', 'approvals', '-n', namespace, '-o', 'name']);
    return found === '' ? undefined : found.trim().replace(/^.*\//, '');
  });
  await shown(cluster, 'get', 'approvals', '-n', namespace);
  const credit = 'SELECT credit FROM customers WHERE id = 2';
  ensure((await target.query(credit)) === '100', 'nothing ran before the decision');
  const decision = '{"spec":{"decision":"Approved","reason":"CHG-1042"}}';
  stage.command(
    `kubectl patch approval ${name} --type merge -p '${decision}'     # as ada, of group dba`,
  );
  const patch = ['patch', 'approval', name, '-n', namespace, '--type=merge', '-p', decision];
  await cluster.must(patch, { as: ['ada', 'dba'] });
  const decided = performance.now();
  const { status, stderr } = await answer;
  ensure(status === 0, 'the UPDATE ran', stderr);
  stage.good(`it ran ${String(Math.round(performance.now() - decided))} ms after the decision`);
  ensure((await target.query(credit)) === '150', 'once');
}

async function plugIn(cluster: Cluster, ...args: readonly string[]): Promise<Finished> {
  stage.command(`kubectl chaperone ${args.join(' ')}`);
  const plugin = path.join(root, 'cli', 'bin', 'kubectl-chaperone');
  const env = { KUBECONFIG: cluster.kubeconfig, NO_COLOR: '1' };
  const finished = await run(plugin, args, { env });
  stage.output(finished.stdout);
  return finished;
}

async function look({ cluster, namespace }: Ground, agent: Agent): Promise<void> {
  stage.heading(5, STEPS, 'Who did what: sessions, and what the pod could get past');
  await shown(cluster, 'get', 'auditsessions', '-n', namespace);
  for (const args of [['sessions'], ['explain', `pod/${agent.pod}`]]) {
    const { stdout, stderr } = await plugIn(cluster, ...args, '-n', namespace);
    ensure(stdout !== '', 'kubectl chaperone answers', stderr);
  }
}

async function verify({ cluster, namespace, store }: Ground, agent: Agent): Promise<void> {
  stage.heading(6, STEPS, 'The recording has left the pod: it replays, and proves itself');
  if (store === undefined) {
    stage.line('left out: recordings would be on a node of that cluster, not here');
    return;
  }
  const session = await store.storedSession(namespace, agent.pod);
  const from = ['--store', store.directory];
  const replayed = await plugIn(cluster, 'replay', session, ...from, '--speed', '0');
  ensure(replayed.status === 0, 'the session replays', replayed.stderr);
  const where = ['-n', namespace, '--ca', store.caFile];
  const verified = await plugIn(cluster, 'verify', session, ...from, ...where);
  ensure(verified.status === 0, 'the recording verifies', verified.stderr);
}

async function attack({ cluster, namespace }: Ground, agent: Agent): Promise<void> {
  stage.heading(7, STEPS, 'Into the sidecar, as the administrator of the cluster');
  stage.command(`kubectl exec ${agent.pod} -c chaperone -- sh`);
  const { status, stderr } = await cluster.kubectl([
    ...['exec', '-n', namespace, agent.pod, '-c', 'chaperone', '--', 'sh'],
  ]);
  ensure(status !== 0, 'nobody enters the sidecar', stderr);
  stage.output(stderr.replaceAll(/(.{1,88})(\s|$)/g, '$1\n'));
  stage.line();
  stage.good('refused by the API server itself, also while the operator is down');
}

/** An installation without the store stays: its volume is a temporary folder. */
async function end(done: Ground | undefined): Promise<void> {
  if (done?.store === undefined) return;
  await install(done.cluster);
  await done.store.remove();
}

let ground: Ground | undefined;
try {
  await findBinaries('kubectl', 'helm');
  ground = await begin();
  const agent = await annotate(ground);
  await readAndDelete(ground, agent);
  await approve(ground, agent);
  await look(ground, agent);
  await verify(ground, agent);
  await attack(ground, agent);
  stage.line(
    `\nexport KUBECONFIG=${ground.cluster.kubeconfig}     # make cluster-down removes the cluster\n`,
  );
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  stage.line(stage.paint('red', `\nFAILED: ${why}`));
  process.exitCode = 1;
} finally {
  await ground?.cluster.removeNamespaces();
  await end(ground);
}
