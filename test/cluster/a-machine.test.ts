import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { kubeconfigOf, stateFolder } from './place.ts';
import { root } from '../harness/paths.ts';
import { run, type Finished } from '../harness/run.ts';

const state = stateFolder(process.env);
const script = async (name: 'up' | 'down', env: Record<string, string> = {}): Promise<Finished> =>
  run(path.join(root, 'hack', 'cluster', name), name === 'up' ? ['--bare'] : [], { env });

/** What of this machine the cluster may change: each is a place where something was left behind once, or could be. */
async function traces(): Promise<Readonly<Record<string, unknown>>> {
  const output = async (program: string, ...args: readonly string[]): Promise<string> =>
    (await run(program, args)).stdout;
  const cgroups = await output('find', '/sys/fs/cgroup', '-maxdepth', '2', '-name', 'chaperone*');
  const values = [
    'vm/overcommit_memory',
    'kernel/panic',
    'kernel/panic_on_oops',
    'net/ipv4/ip_forward',
  ];
  const settings = values.map(async (name) => readFile(path.join('/proc/sys', name), 'utf8'));
  const places = ['/run', '/var/lib', '/var/log', '/etc'].map(async (folder) => readdir(folder));
  return {
    cgroups,
    links: await output('ip', '-o', 'link', 'show', 'type', 'veth'),
    routes: await output('ip', 'route'),
    namespaces: await output('ip', 'netns'),
    nftables: await output('nft', 'list', 'tables'),
    mounts: (await readFile('/proc/self/mounts', 'utf8'))
      .split('\n')
      .filter((line) => line.includes(state)),
    programs: await output('pgrep', '-lf', `${state}|containerd-shim`),
    settings: await Promise.all(settings),
    folders: (await Promise.all(places)).flat().sort(),
    state: existsSync(state),
  };
}

describe('a cluster on this machine', () => {
  let before: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    expect(await script('down')).toMatchObject({ status: 0 });
    before = await traces();
  });

  // The tests after this find it up.
  afterAll(async () => {
    expect(await script('up')).toMatchObject({ status: 0 });
  });

  test('comes up and goes, and leaves the machine as it was', async () => {
    const { status, stdout, stderr } = await script('up');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('the node is Ready');
    expect(stdout.trimEnd().endsWith(`export KUBECONFIG=${kubeconfigOf(state)}`)).toBe(true);
    const during = await traces();
    expect(during['links']).toContain('chaperone0');
    expect(during['settings']).toEqual(before['settings']);
    expect(await script('down')).toMatchObject({ status: 0 });
    expect(await traces()).toEqual(before);
  });

  test('a second time is told that it is up, in seconds, and nothing is started', async () => {
    await script('up');
    const started = performance.now();
    const { status, stdout } = await script('up');
    expect(status).toBe(0);
    expect(stdout).toContain('is up already');
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test('one whose program was killed is named with its log, and comes up anew', async () => {
    await script('up');
    const { stdout } = await run('pgrep', ['-f', '^[^ ]*/kube-scheduler ']);
    process.kill(Number(stdout.trim()), 'SIGKILL');
    const { status, stdout: said } = await script('up');
    expect(status).toBe(0);
    expect(said).toMatch(/kube-scheduler ended with status 137.*logs\/kube-scheduler\.log/);
    expect(said).toContain('the node is Ready');
  });

  test('one that was killed in the middle of coming up comes up anew', async () => {
    await script('down');
    const first = run('timeout', ['--signal=KILL', '3', path.join(root, 'hack', 'cluster', 'up')]);
    expect((await first).status).not.toBe(0);
    await writeFile(path.join(state, 'died'), 'etcd ended with status 1\n');
    expect(await script('up')).toMatchObject({ status: 0 });
  });

  test('KUBECONFIG: that cluster is looked at, and nothing is started', async () => {
    await script('up');
    const kubeconfig = path.join(state, 'pki', 'admin.kubeconfig');
    const used = await script('up', { KUBECONFIG: kubeconfig });
    expect(used.status).toBe(0);
    expect(used.stdout).toContain('using that cluster, nothing is started');
    const missing = await script('up', { KUBECONFIG: '/nonexistent' });
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('KUBECONFIG=/nonexistent');
  });
});
