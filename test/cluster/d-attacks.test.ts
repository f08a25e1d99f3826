import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Finished } from '../harness/run.ts';
import { agentDeployment, agentTemplate, rolledOut, type Agent } from './agent.ts';
import { eventually, SYSTEM, type Cluster } from './cluster.ts';
import { makeGround, metricOf, OPERATOR_PODS, type Ground } from './ground.ts';
import { LOGIN } from './target.ts';

const BROKER = `https://chaperone-operator.${SYSTEM}.svc:8443`;
const OWN_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
/** Of the agent's team: may do anything to its own namespace's pods and Deployments. */
const TEAM = ['carl', 'team'];

async function brokerAnswer({ shell }: Agent, token: string): Promise<string> {
  const ask = `curl -sk --max-time 10 -H "Authorization: Bearer ${token}" ${BROKER}/v1/stream`;
  return (await shell(ask)).stdout;
}

describe('from inside the agent', () => {
  let ground: Ground;
  let cluster: Cluster;
  let namespace: string;
  let agent: Agent;
  let intruder: Agent;

  const asTeam = async (args: readonly string[], input = ''): Promise<Finished> =>
    cluster.kubectl(['-n', namespace, ...args], { as: TEAM, input });
  const refusedCalls = async (): Promise<number> =>
    metricOf(cluster, OPERATOR_PODS, 'chaperone_operator_broker_refused_total');

  beforeAll(async () => {
    ground = await makeGround();
    ({ cluster, namespace, agent } = ground);
    await cluster.must([
      'create',
      'rolebinding',
      'team',
      '-n',
      namespace,
      '--clusterrole=admin',
      '--group=team',
    ]);
    await cluster.apply(agentDeployment({ namespace, name: 'intruder', uid: 0 }));
    intruder = await rolledOut(cluster, namespace, 'intruder');
  });

  afterAll(async () => cluster.removeNamespaces());

  test('the target itself answers, and lets nobody in: the credential is nowhere in the pod', async () => {
    const { stderr } = await intruder.shell(
      `psql "host=${await clusterAddress()} user=${LOGIN.user} dbname=orders" -w -c 'SELECT 1'`,
    );
    expect(stderr).toContain('no password supplied');
    const seek = `grep -rIl ${LOGIN.password} / --exclude-dir=sys --exclude-dir=usr --exclude-dir=lib 2>/dev/null; env`;
    const { stdout } = await intruder.shell(seek);
    expect(stdout).not.toContain(LOGIN.password);
    expect(
      stdout
        .split('\n')
        .filter((line) => line.startsWith('/') && !/^\/proc\/(self|thread-self|\d+)\//.test(line)),
    ).toEqual([]);
    // Its own server sees who tried; of the sidecar there is nothing to see.
    expect(
      await cluster.must(['logs', '-n', ground.target.namespace, 'orders', '--tail=200']),
    ).toContain('connection received');
  });

  /** Of the target's Service, as any program of the cluster may ask. */
  async function clusterAddress(): Promise<string> {
    return cluster.must([
      'get',
      'service',
      'orders',
      '-n',
      ground.target.namespace,
      '-o',
      'jsonpath={.spec.clusterIP}',
    ]);
  }

  test("the sidecar's processes, memory, environment, token and spool are out of sight, also for root", async () => {
    const { stdout: processes } = await intruder.shell(
      'cat /proc/[0-9]*/cmdline | tr "\\0" " " 2>/dev/null || cat /proc/[0-9]*/cmdline',
    );
    expect(processes).not.toContain('sidecar');
    const { stdout: environments } = await intruder.shell('cat /proc/[0-9]*/environ');
    expect(environments).not.toContain('CHAPERONE_POD_UID');
    const { stdout: audiences } = await intruder.shell(
      `node -e 'const t=require("fs").readFileSync("${OWN_TOKEN}","utf8").split(".")[1];console.log(JSON.stringify(JSON.parse(Buffer.from(t,"base64url")).aud))'`,
    );
    expect(audiences).not.toContain('chaperone');
    const { stdout: files } = await intruder.shell(
      'ls -a /var/lib/chaperone /var/run/chaperone /var/run/secrets/kubernetes.io/serviceaccount 2>&1',
    );
    expect(files).toContain("cannot access '/var/lib/chaperone'");
    expect(files).not.toContain('exchange');
    const write = await intruder.shell('touch /var/run/chaperone/trust/ca-bundle.crt');
    expect(write.status).not.toBe(0);
  });

  test("other names for the target in the pod's hosts file do not move the sidecar", async () => {
    expect((await intruder.psql('SELECT count(*) FROM orders')).stdout.trim()).toBe('3');
    const forged = `echo "127.0.0.1 ${ground.target.host}" >>/etc/hosts`;
    await intruder.shell(forged);
    expect((await intruder.psql('SELECT count(*) FROM orders')).stdout.trim()).toBe('3');
  });

  test('the broker says nothing to a token that is not a sidecar’s own, and counts who asked', async () => {
    const before = await refusedCalls();
    const { stdout: own } = await agent.shell(`cat ${OWN_TOKEN}`);
    expect(await brokerAnswer(agent, own.trim())).toContain('TOKEN_INVALID');
    const mint = async (...args: readonly string[]): Promise<string> =>
      (
        await cluster.must([
          'create',
          'token',
          'report-bot',
          '-n',
          namespace,
          '--audience=chaperone',
          ...args,
        ])
      ).trim();
    // Of the ServiceAccount, of no pod.
    expect(await brokerAnswer(agent, await mint())).toContain('TOKEN_INVALID');
    // Of a pod without a sidecar.
    const bare = agentTemplate({ namespace, name: 'bare', annotations: {} });
    await cluster.apply({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'bare', namespace },
      spec: bare.spec,
    });
    const bound = await mint('--bound-object-kind=Pod', '--bound-object-name=bare');
    expect(await brokerAnswer(agent, bound)).toMatch(/"code":"\w+"/);
    // Of a pod that is gone.
    await cluster.must(['delete', 'pod', 'bare', '-n', namespace, '--now']);
    expect(await brokerAnswer(agent, bound)).toContain('TOKEN_INVALID');
    // Forged, and expired.
    const claims = {
      aud: ['chaperone'],
      exp: 1,
      sub: `system:serviceaccount:${namespace}:report-bot`,
    };
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(await brokerAnswer(agent, `${part({ alg: 'none' })}.${part(claims)}.`)).toContain(
      'TOKEN_INVALID',
    );
    expect((await refusedCalls()) - before).toBeGreaterThanOrEqual(5);
  });

  test('its own Approval is not decided with its ServiceAccount, whatever RBAC says', async () => {
    const account = `${namespace}:report-bot`;
    await cluster.must([
      'create',
      'rolebinding',
      'mistake',
      '-n',
      namespace,
      '--clusterrole=chaperone-approver',
      `--serviceaccount=${account}`,
    ]);
    const answer = agent.psql('DELETE FROM customers WHERE id = 2');
    const name = await eventually('an Approval', 20, async () => {
      const text = await cluster.must(['get', 'approvals', '-n', namespace, '-o', 'name']);
      return text === '' ? undefined : text.trim().replace(/.*\//, '');
    });
    const decide = [
      ...[
        `curl -sk -X PATCH -H "Authorization: Bearer $(cat ${OWN_TOKEN})" -H 'Content-Type: application/merge-patch+json'`,
      ],
      ...[
        `https://kubernetes.default.svc/apis/chaperone.dev/v1alpha1/namespaces/${namespace}/approvals/${name}`,
      ],
      ...[`-d '{"spec":{"decision":"Approved","reason":"I need it"}}'`],
    ];
    const { stdout } = await agent.shell(decide.join(' '));
    expect(stdout).toMatch(/"status": ?"Failure"/);
    expect(stdout).toMatch(/agent|requester|ServiceAccount/i);
    const denied = JSON.stringify({ spec: { decision: 'Denied', reason: 'no' } });
    await cluster.must(['patch', 'approval', name, '-n', namespace, '--type=merge', '-p', denied], {
      as: ['ada', 'system:masters', 'dba'],
    });
    expect((await answer).stderr).toContain('42501');
    expect(await ground.target.query('SELECT count(*) FROM customers')).toBe('2');
  });

  test('nobody enters the sidecar, alters it, or looks into it by debugging', async () => {
    const enter = await asTeam(['exec', agent.pod, '-c', 'chaperone', '--', 'sh']);
    expect(enter.stderr).toContain('which nobody enters');
    const rights = ['--verb=patch', '--resource=pods/ephemeralcontainers'];
    await cluster.must(['create', 'role', 'debugs', '-n', namespace, ...rights]);
    await cluster.must([
      'create',
      'rolebinding',
      'debugs',
      '-n',
      namespace,
      '--role=debugs',
      '--group=team',
    ]);
    const debug = await asTeam([
      'debug',
      agent.pod,
      '--image=localhost/agent:1',
      '--target=chaperone',
      '--',
      'sleep',
      '1',
    ]);
    expect(debug.stderr).toContain("would read the sidecar's memory");
    const image = JSON.stringify({
      spec: { initContainers: [{ name: 'chaperone', image: 'localhost/agent:1' }] },
    });
    const patched = await asTeam(['patch', 'pod', agent.pod, '-p', image]);
    expect(patched.stderr).toContain('does not change on a pod');
  });

  test('a template with a sidecar of its own gets the real one, and one without the annotation gets no data', async () => {
    const forged = {
      ...agentTemplate({ namespace, name: 'forged' }),
      spec: {
        ...agentTemplate({ namespace, name: 'forged' }).spec,
        initContainers: [
          {
            name: 'chaperone',
            image: 'localhost/agent:1',
            restartPolicy: 'Always',
            command: ['sleep', 'infinity'],
          },
        ],
      },
    };
    const answer = await asTeam(
      ['create', '-f', '-'],
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        ...forged,
        metadata: { ...forged.metadata, name: 'forged' },
      }),
    );
    if (answer.status === 0) {
      const image = await cluster.must([
        'get',
        'pod',
        'forged',
        '-n',
        namespace,
        '-o',
        'jsonpath={.spec.initContainers[0].image}',
      ]);
      expect(image).toContain('chaperone-dev/chaperone');
    } else expect(answer.stderr).toMatch(/chaperone/);
    const bare = await asTeam(
      ['create', '-f', '-'],
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'plain', namespace },
        spec: agentTemplate({ namespace }).spec,
      }),
    );
    expect(bare.status).toBe(0);
    await cluster.must([
      'wait',
      '-n',
      namespace,
      'pod/plain',
      '--for=condition=Ready',
      '--timeout=30s',
    ]);
    const { stderr } = await cluster.kubectl([
      'exec',
      '-n',
      namespace,
      'plain',
      '--',
      'sh',
      '-c',
      'psql "$DATABASE_URL" -c "SELECT 1"',
    ]);
    expect(stderr).toMatch(/could not translate host name|Name or service not known/);
  });

  test('a thousand connections to its loopback address keep nobody else out for long', async () => {
    const restarts = 'jsonpath={.status.initContainerStatuses[0].restartCount}';
    const flood = `node -e '
      const net=require("net"),dns=require("dns");let open=0;const all=[];
      dns.lookup("orders-db",(e,a)=>{for(let i=0;i<1000;i++){const s=net.connect(5432,a);s.on("connect",()=>open++);s.on("error",()=>{});all.push(s)}
      setTimeout(()=>{console.log(open);process.exit()},3000)})'`;
    const flooding = agent.shell(flood);
    // Another agent is another pod, and hears nothing of it.
    expect((await intruder.psql('SELECT count(*) FROM orders')).stdout.trim()).toBe('3');
    await flooding;
    expect((await agent.psql('SELECT count(*) FROM orders')).stdout.trim()).toBe('3');
    expect(await cluster.must(['get', 'pod', agent.pod, '-n', namespace, '-o', restarts])).toBe(
      '0',
    );
  });
});
