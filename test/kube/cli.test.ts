import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readManifest } from '@chaperone/core/record';
import { writeData } from '../../cli/src/testing/run-cli.ts';
import { root } from '../harness/paths.ts';
import { run, type Finished } from '../harness/run.ts';
import { agentPod } from './agent-pod.ts';
import { findBinaries } from './binaries.ts';
import { NAMESPACE, startBrokerGround, type BrokerGround } from './broker-ground.ts';
import type { User } from './credentials.ts';

const SESSION = '01jd3q0w2t4zp6v8xk5m7n9r1s';
const EXPIRES = new Date(Date.now() + 3_600_000).toISOString();
const escape = '\u001b[31m';

/** `kubectl chaperone` as people have it: kubectl, the plug-in in the PATH, a kubeconfig of one's own. */
describe('kubectl chaperone', () => {
  let ground: BrokerGround;
  let kubectl = '';
  let nobody: User;

  beforeAll(async () => {
    ground = await startBrokerGround();
    [kubectl = ''] = await findBinaries('kubectl');
    nobody = await ground.kubernetes.user('nobody');
    await symlink(path.join(root, 'cli/bin/kubectl-chaperone'), plugin());
    await ground.kubernetes.mustKubectl([
      'create',
      'serviceaccount',
      'report-bot',
      '-n',
      NAMESPACE,
    ]);
    await ground.apply(
      ...(await Promise.all(
        ['connection.yaml', 'policy.yaml', 'secret.yaml'].map(async (file) => {
          const text = await readFile(path.join(root, 'examples/standalone', file), 'utf8');
          // An agent's hosts file leads no address to its sidecar.
          const named = text.replace('host: 127.0.0.1', 'host: localhost');
          return parseAllDocuments(named)[0]?.toJS() as object;
        }),
      )),
    );
    const ready = ['wait', 'auditedconnection', 'orders-db', '-n', NAMESPACE, '--timeout=30s'];
    await ground.kubernetes.mustKubectl([...ready, '--for=condition=BypassFree']);
  });
  afterAll(async () => ground.stop());

  const plugin = (): string => path.join(ground.directory, 'kubectl-chaperone');
  const asked = async (user: User | undefined, ...args: readonly string[]): Promise<Finished> =>
    run(kubectl, ['chaperone', ...args], {
      env: {
        PATH: `${ground.directory}:${process.env['PATH'] ?? ''}`,
        KUBECONFIG: (user ?? ground.kubernetes.admin).kubeconfig,
        NO_COLOR: '1',
      },
    });
  const created = async (object: object): Promise<Finished> =>
    ground.kubernetes.kubectl(['create', '-f', '-'], { input: JSON.stringify(object) });
  const anApproval = async (name: string, required: number): Promise<void> => {
    const { status, stderr } = await created({
      ...{ apiVersion: 'chaperone.dev/v1alpha1', kind: 'Approval' },
      metadata: { name, namespace: NAMESPACE },
      spec: {
        connectionRef: { name: 'orders-db' },
        policyRef: { name: 'orders', rule: 'customer-changes' },
        request: {
          session: SESSION.toUpperCase(),
          agent: { serviceAccount: 'report-bot' },
          command: `UPDATE customers SET tier = 'gold' ${escape}WHERE id = 42`,
          digest: `sha256:${'0'.repeat(64)}`,
        },
        ...{ approvers: { groups: ['dba'] }, required, expiresAt: EXPIRES },
      },
    });
    if (status !== 0) throw new Error(stderr);
  };

  it('lists sessions of a namespace and of all, and shows one in full, whatever an agent claims to be', async () => {
    const name = { name: SESSION, namespace: NAMESPACE };
    const { stderr } = await created({
      ...{ apiVersion: 'chaperone.dev/v1alpha1', kind: 'AuditSession', metadata: name },
      spec: {
        connectionRef: { name: 'orders-db' },
        agent: { serviceAccount: 'report-bot', claims: { model: `${escape}claude` } },
      },
    });
    expect(stderr).toBe('');
    const one = await asked(undefined, 'sessions', '-n', NAMESPACE);
    expect(one.stdout).toMatch(/^NAME\s+CONNECTION\s+AGENT\s+PHASE\s+COMMANDS/);
    expect(one.stdout).toMatch(new RegExp(`^${SESSION}\\s+orders-db\\s+report-bot\\s+Active`, 'm'));
    const all = await asked(undefined, 'sessions', '-A', '--connection', 'orders-db');
    expect(all.stdout).toMatch(new RegExp(`^NAMESPACE\\s.*\\n${NAMESPACE}\\s+${SESSION}`));
    const none = await asked(undefined, 'sessions', '-A', '--agent', 'another');
    expect([none.status, none.stdout]).toEqual([0, 'No sessions in any namespace.\n']);
    const shown = await asked(
      undefined,
      'show',
      SESSION.slice(0, 8).toUpperCase(),
      '-n',
      NAMESPACE,
    );
    expect(shown.stdout).toMatch(/claim model\s+.*claude/);
    expect(shown.stdout).not.toContain('\u001b');
    const json = await asked(undefined, 'sessions', '-n', NAMESPACE, '-o', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject([{ metadata: { name: SESSION } }]);
  });

  it('verifies recordings by what the cluster was told of them, and misses those that are not there', async () => {
    const [same, other, gone] = ['1S', '2S', '3S'].map((end) => `01JD3Q0W2T4ZP6V8XK5M7N9R${end}`);
    const store = writeData({ session: same ?? '' }, { session: other ?? '' });
    const file = path.join(store, 'sessions', (same ?? '').toLowerCase(), 'manifest.jws');
    const { root: rootHash, treeSize } = readManifest(await readFile(file));
    const ended = async (session = '', recording: object = {}): Promise<void> => {
      const name = session.toLowerCase();
      // One of them is there already.
      await created({
        ...{ apiVersion: 'chaperone.dev/v1alpha1', kind: 'AuditSession' },
        metadata: { name, namespace: NAMESPACE },
        spec: { connectionRef: { name: 'orders-db' }, agent: { serviceAccount: 'report-bot' } },
      });
      const endedAt = new Date().toISOString();
      const status = { phase: 'Completed', endedAt, recording };
      await ground.kubernetes.mustKubectl([
        ...['patch', 'auditsession', name, '-n', NAMESPACE, '--subresource=status'],
        ...['--type=merge', '-p', JSON.stringify({ status })],
      ]);
    };
    const verify = ['verify', '-n', NAMESPACE, '--store', store];
    await ended(same, { rootHash, treeSize });
    const good = await asked(undefined, ...verify);
    expect([good.stderr, good.status]).toEqual(['', 0]);
    expect(good.stdout).toMatch(new RegExp(`^${String(same)}\\s+verified`, 'm'));
    await ended(other, { rootHash: `sha256:${'1'.repeat(64)}`, treeSize });
    await ended(gone, { rootHash, treeSize });
    const bad = await asked(undefined, ...verify);
    expect(bad.status).toBe(1);
    expect(bad.stderr).toMatch(/r2s: the AuditSession says sha256:1111/);
    expect(bad.stderr).toMatch(/r3s: there is an AuditSession and no recording/);
    const replayed = await asked(undefined, 'replay', same ?? '', '--store', store, '--speed', '0');
    expect([replayed.status, replayed.stdout]).toEqual([0, expect.stringContaining('orders-db')]);
    await rm(store, { recursive: true });
  });

  it('decides as who the kubeconfig says, and counts people', async () => {
    await anApproval('orders-db-aaaaa', 1);
    const listed = await asked(ground.ada, 'approvals', '-n', NAMESPACE);
    expect(listed.stdout).toMatch(/orders-db-aaaaa\s+Pending\s+orders-db\s+report-bot.*0\/1/);
    expect(listed.stdout).not.toContain('\u001b');
    const named = ['orders-db-aaaaa', '-n', NAMESPACE];
    const decided = await asked(ground.ada, 'approve', ...named, '--reason', 'CHG-1042');
    expect([decided.status, decided.stdout]).toEqual([0, 'orders-db-aaaaa: Approved\n']);
    const shown = await asked(ground.ada, 'approvals', ...named);
    expect(shown.stdout).toMatch(/decided\s+Approved by ada \(CHG-1042\)/);
    const denied = await asked(ground.ada, 'deny', ...named);
    expect(denied.stdout).toBe('orders-db-aaaaa: Denied\n');
    const again = await asked(ground.ada, 'approve', ...named);
    expect([again.status, again.stdout]).toEqual([1, '']);
    await anApproval('orders-db-bbbbb', 2);
    const half = await asked(ground.ada, 'approve', 'orders-db-bbbbb', '-n', NAMESPACE);
    expect(half.stdout).toBe('orders-db-bbbbb: Pending, 1 of 2 approvals given\n');
    expect(half.stderr).toMatch(/^Warning: 1 of 2 people have approved/);
  });

  it('says which role is missing, and which thing is', async () => {
    const sessions = await asked(nobody, 'sessions', '-n', NAMESPACE);
    expect(sessions.status).toBe(1);
    expect(sessions.stderr).toMatch(/cannot list resource "auditsessions".*chaperone-viewer/s);
    const approve = await asked(nobody, 'approve', 'orders-db-bbbbb', '-n', NAMESPACE);
    expect(approve.status).toBe(1);
    expect(approve.stderr).toMatch(/chaperone-approver/);
    const gone = await asked(undefined, 'explain', 'pod/gone', '-n', NAMESPACE);
    expect([gone.status, gone.stderr]).toEqual([
      1,
      expect.stringContaining('there is no pod gone'),
    ]);
    expect((await asked(undefined, 'explain', 'deployment/x', '-n', NAMESPACE)).status).toBe(2);
    expect((await asked(undefined, 'show', 'zzz', '-n', NAMESPACE)).status).toBe(2);
  });

  it('explains a pod: its sidecar, its connections and policies, and what leads past them', async () => {
    const pod = { namespace: NAMESPACE, name: 'report-bot-1', serviceAccount: 'report-bot' };
    const made = await created(agentPod(pod));
    expect(made.stderr).toBe('');
    const explain = ['explain', 'pod/report-bot-1', '-n', NAMESPACE];
    const first = await asked(undefined, ...explain);
    expect(first.status).toBe(1);
    expect(first.stdout).toMatch(/NotReady: the sidecar .* is not ready/);
    expect(first.stdout).toMatch(/orders-db: Postgres \S+:\d+ at 127\.77\.\d+\.\d+/);
    expect(first.stdout).toMatch(
      /orders: Enforce, about orders-db\n.*RequireApproval customer-changes/,
    );
    expect(first.stdout).toContain('no NetworkPolicy restricts what leaves the pod');
    const running = { name: 'chaperone', ready: true, restartCount: 0 };
    const rest = { image: 'x', imageID: 'x' };
    const status = { phase: 'Running', initContainerStatuses: [{ ...running, ...rest }] };
    await ground.kubernetes.mustKubectl([
      ...['patch', 'pod', 'report-bot-1', '-n', NAMESPACE, '--subresource=status'],
      ...['--type=merge', '-p', JSON.stringify({ status })],
    ]);
    await ground.apply({
      ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
      metadata: { name: 'agents' },
      spec: { podSelector: {}, policyTypes: ['Egress'], egress: [] },
    });
    const second = await asked(undefined, ...explain);
    expect(second.stdout).toContain('nothing found that leads past the sidecar');
    expect(second.status).toBe(0);
    // A right of the agent's ServiceAccount is a way past it; told as soon as somebody looks at the connection.
    const reads = ['create', 'role', 'reads', '-n', NAMESPACE, '--verb=get', '--resource=secrets'];
    await ground.kubernetes.mustKubectl(reads);
    await ground.kubernetes.mustKubectl([
      ...['create', 'rolebinding', 'reads', '-n', NAMESPACE, '--role=reads'],
      `--serviceaccount=${NAMESPACE}:report-bot-2`,
    ]);
    const other = { ...pod, name: 'report-bot-2', serviceAccount: 'report-bot-2' };
    await ground.kubernetes.mustKubectl([
      'create',
      'serviceaccount',
      'report-bot-2',
      '-n',
      NAMESPACE,
    ]);
    expect((await created(agentPod(other))).stderr).toBe('');
    await ground.kubernetes.mustKubectl([
      ...['wait', 'auditedconnection', 'orders-db', '-n', NAMESPACE, '--timeout=30s'],
      '--for=condition=BypassFree=False',
    ]);
    const third = await asked(undefined, ...explain, '-o', 'json');
    expect(third.status).toBe(1);
    const { findings } = JSON.parse(third.stdout) as { readonly findings: readonly string[] };
    expect(findings.join()).toMatch(/report-bot-2 can read Secret/);
  });

  it('explains why a pod is not injected', async () => {
    await ground.kubernetes.mustKubectl(['run', 'plain', '-n', NAMESPACE, '--image=x']);
    const { status, stdout } = await asked(undefined, 'explain', 'plain', '-n', NAMESPACE);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/NotAnnotated: annotation chaperone.dev\/inject is not there/),
    ]);
  });

  const withConfig = async (name: string, change: (text: string) => string): Promise<string> => {
    const file = path.join(ground.directory, name);
    await writeFile(file, change(await readFile(ground.kubernetes.admin.kubeconfig, 'utf8')));
    return file;
  };

  it('reads the kubeconfig as kubectl does: contexts, namespaces, plug-ins, several files', async () => {
    const named = await withConfig('named', (text) =>
      text.replace('cluster: test,', `namespace: ${NAMESPACE}, cluster: test,`),
    );
    expect((await asked(undefined, 'sessions', '--kubeconfig', named)).stdout).toContain(SESSION);
    const unknown = await asked(undefined, 'sessions', '--context', 'elsewhere');
    expect([unknown.status, unknown.stderr]).toEqual([
      2,
      expect.stringContaining("no context 'elsewhere'"),
    ]);
    const away = await withConfig('away', (text) =>
      text.replace(/server: \S+/, 'server: https://127.0.0.1:1'),
    );
    const silent = await asked(undefined, 'sessions', '--kubeconfig', away);
    expect([silent.status, silent.stderr]).toEqual([1, expect.stringContaining('does not answer')]);
    const { certificate, key } = ground.kubernetes.admin;
    const status = { clientCertificateData: certificate, clientKeyData: key };
    const apiVersion = 'client.authentication.k8s.io/v1';
    const answer = JSON.stringify({ apiVersion, kind: 'ExecCredential', status });
    const program = path.join(ground.directory, 'log-in');
    await writeFile(
      program,
      `#!/bin/sh\n[ -n "$KUBERNETES_EXEC_INFO" ] || exit 1\ncat <<'END'\n${answer}\nEND\n`,
    );
    await chmod(program, 0o755);
    const exec = `user: { exec: { apiVersion: ${apiVersion}, command: ${program}, interactiveMode: Never } }`;
    const asking = await withConfig(
      'asking',
      (text) => `${text.slice(0, text.indexOf('users:'))}users:\n  - name: test\n    ${exec}\n`,
    );
    const listed = await asked(undefined, 'sessions', '-A', '--kubeconfig', asking);
    expect([listed.stderr, listed.stdout]).toEqual(['', expect.stringContaining(SESSION)]);
  });
});
