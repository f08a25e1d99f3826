import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import https from 'node:https';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import tls from 'node:tls';
import { apiFor, type Api } from '../contract/api.ts';
import { root } from '../harness/paths.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { agentPod, writePodToken } from './agent-pod.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { CA_SECRET, startOperator, type Operator } from './operator.ts';

const NAMESPACE = 'agents';
const SECRET = `/api/v1/namespaces/default/secrets/${CA_SECRET}`;
const MERGE = 'application/merge-patch+json';
const pod = { namespace: NAMESPACE, name: 'report-bot-1', serviceAccount: 'report-bot' };

interface SecretBody {
  readonly data: Readonly<Record<string, string>>;
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
}

/** Two replicas of the operator with an authority of their own, and a real API server that calls one of them. */
describe('an authority of its own', () => {
  let kubernetes: Kubernetes;
  let api: Api;
  let replicas: readonly [Operator, Operator];
  let directory: TempDir;

  beforeAll(async () => {
    directory = await makeTempDir('certificates');
    kubernetes = await startKubernetes();
    await kubernetes.applyCrds();
    await kubernetes.createNamespace(NAMESPACE);
    await kubernetes.mustKubectl(['create', 'serviceaccount', pod.serviceAccount, '-n', NAMESPACE]);
    api = apiFor(kubernetes);
    const start = async (): Promise<Operator> =>
      startOperator(kubernetes, directory.path, {
        own: { hold: '3s' },
        pods: 'https://127.0.0.1:8443',
      });
    replicas = await Promise.all([start(), start()]);
    for (const file of ['connection.yaml', 'secret.yaml', 'policy.yaml'].map((name) =>
      path.join(root, 'examples', 'standalone', name),
    ))
      await kubernetes.mustKubectl(['apply', '-n', NAMESPACE, '-f', '-'], {
        input: (await readFile(file, 'utf8')).replace('host: 127.0.0.1', 'host: localhost'),
      });
  });
  afterAll(async () => {
    api.close();
    for (const replica of replicas) await replica.stop();
    await kubernetes.stop();
    await directory.remove();
  });

  const secret = async (): Promise<SecretBody> =>
    (await api.send('GET', SECRET)).body as unknown as SecretBody;
  const inSecret = async (name: string): Promise<string> =>
    Buffer.from((await secret()).data[name] ?? '', 'base64').toString();
  const phase = async (): Promise<string> =>
    (await secret()).metadata.annotations['chaperone.dev/ca-phase'] ?? '';
  const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
    const end = performance.now() + 30_000;
    while (!(await isSo())) {
      if (performance.now() > end) throw new Error(`not within 30 s: ${what}`);
      await sleep(50);
    }
  };
  const admitted = async (): Promise<number> => {
    const at = `/api/v1/namespaces/${NAMESPACE}/pods?dryRun=All`;
    return (await api.send('POST', at, agentPod({ ...pod, name: 'tried' }))).status;
  };
  /** Whether a server shows a certificate that these authorities verify, under its address. */
  const isTrusted = async ({ brokerUrl }: Operator, ca: string): Promise<boolean> =>
    new Promise((resolve) => {
      const { hostname: host, port } = new URL(brokerUrl);
      const socket = tls.connect({ host, port: Number(port), ca }, () => {
        resolve(socket.authorized);
        socket.destroy();
      });
      socket.on('error', () => {
        resolve(false);
      });
    });

  it('is made once, and every replica serves with it', async () => {
    const ca = await inSecret('ca.crt');
    expect(new X509Certificate(ca).ca).toBe(true);
    expect(await Promise.all(replicas.map(async (one) => isTrusted(one, ca)))).toEqual([
      true,
      true,
    ]);
    const { body } = await api.send('GET', '/apis/events.k8s.io/v1/namespaces/default/events');
    const reasons = (body as unknown as { items: { reason: string }[] }).items.map(
      ({ reason }) => reason,
    );
    expect(reasons.filter((one) => one === 'AuthorityCreated')).toHaveLength(1);
    const metrics = await replicas[0].metrics();
    for (const which of ['serving', 'authority'])
      expect(metrics).toMatch(
        new RegExp(`certificate_expiry_timestamp_seconds{certificate="${which}"} \\d{10}`),
      );
  });

  it('is what the API server trusts, without anybody who writes it into the webhooks', async () => {
    await until('the webhook admits', async () => (await admitted()) === 201);
  });

  const takeOut = async (): Promise<void> => {
    const at = '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations';
    const { body } = await api.send('GET', `${at}/chaperone-injector`);
    const { webhooks } = body as unknown as { webhooks: { clientConfig: object }[] };
    const without = webhooks.map((one) => ({
      ...one,
      clientConfig: { ...one.clientConfig, caBundle: null },
    }));
    await api.send('PATCH', `${at}/chaperone-injector`, { webhooks: without }, MERGE);
  };

  it('is what the API server trusts again, where somebody takes it out', async () => {
    await takeOut();
    await until('the webhook admits', async () => (await admitted()) === 201);
  });

  it('keeps a replica from being ready as long as the API server does not trust it', async () => {
    // Killed, they leave a Lease behind: for some seconds nobody leads, who could tell the API server.
    await Promise.all(replicas.map(async (one) => one.stop()));
    await takeOut();
    await Promise.all(replicas.map(async (one) => one.start()));
    expect(await admitted()).toBe(201);
  });

  it('is rotated under load without one failure', async () => {
    const created = await kubernetes.kubectl(['create', '-f', '-'], {
      input: JSON.stringify(agentPod(pod)),
    });
    expect(created.stderr).toBe('');
    const tokenFile = await writePodToken(kubernetes, directory.path, pod);
    const token = (await readFile(tokenFile, 'utf8')).trim();
    const before = await inSecret('ca.crt');
    let known = before;
    let running = true;
    const seen = { admitted: 0, streams: 0, replicas: 0, failures: [] as string[] };
    const load = async (work: () => Promise<string | undefined>): Promise<void> => {
      while (running) {
        const failure = await work();
        if (failure !== undefined) seen.failures.push(failure);
        await sleep(20);
      }
    };
    /** A stream's first line, by a sidecar that knows what it was told last. */
    const firstLine = async ({ brokerUrl }: Operator): Promise<string | undefined> =>
      new Promise((resolve) => {
        const headers = { authorization: `Bearer ${token}` };
        const request = https.get(
          `${brokerUrl}/v1/stream`,
          { ca: known, headers, agent: false },
          (response) => {
            response.once('data', () => {
              seen.streams += 1;
              resolve(response.statusCode === 200 ? undefined : String(response.statusCode));
              request.destroy();
            });
          },
        );
        request.on('error', (error) => {
          resolve(error.message);
        });
      });
    const loads = [
      load(async () => {
        const status = await admitted();
        seen.admitted += 1;
        return status === 201 ? undefined : `a pod: ${String(status)}`;
      }),
      load(async () => firstLine(replicas[0])),
      load(async () => {
        seen.replicas += 1;
        const trusted = await Promise.all(replicas.map(async (one) => isTrusted(one, known)));
        return trusted.includes(false) ? 'a replica is not trusted' : undefined;
      }),
    ];
    const phases = new Set<string>();
    const annotations = { 'chaperone.dev/rotate': 'CHG-1042' };
    await api.send('PATCH', SECRET, { metadata: { annotations } }, MERGE);
    await until('the rotation is over', async () => {
      const now = await phase();
      phases.add(now);
      // What is told before it signs is taken over in a moment of each step.
      known = await inSecret('ca.crt');
      return phases.has('Retiring') && now === 'Steady';
    });
    await sleep(300);
    running = false;
    await Promise.all(loads);
    expect(seen.failures).toEqual([]);
    expect([...phases].filter((one) => one !== 'Steady')).toEqual(['Publishing', 'Retiring']);
    expect(Math.min(seen.admitted, seen.streams, seen.replicas)).toBeGreaterThan(20);
    const after = await inSecret('ca.crt');
    expect(new X509Certificate(after).fingerprint256).not.toBe(
      new X509Certificate(before).fingerprint256,
    );
    for (const replica of replicas) {
      expect(await isTrusted(replica, before)).toBe(false);
      expect(await isTrusted(replica, after)).toBe(true);
    }
    expect(await inSecret('previous.crt')).toBe('');
  });
});
