import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdmissionAnswer } from '../review.ts';
import {
  answerFor,
  goldenAnswer,
  goldenFolder,
  goldenNames,
  goldenPod,
} from './testing/goldens.ts';
import { applied } from '../testing/applied.ts';

type Tree = Record<string, unknown>;

const names = goldenNames();

const injectedPods = names
  .map((name) => ({ name, pod: goldenPod(name), answer: answerFor(goldenPod(name)) }))
  .flatMap(({ name, pod, answer }) =>
    answer.kind === 'admitted' && answer.patch.length > 0
      ? [{ name, pod: applied(pod, answer.patch) as Tree & { spec: Tree } }]
      : [],
  );

describe('a golden', () => {
  test('has its answer, and none is left over', () => {
    const outs = readdirSync(goldenFolder).filter((file) => file.endsWith('.out.yaml'));
    expect(outs.sort()).toEqual(names.map((name) => `${name}.out.yaml`));
  });

  test.each(names)('%s', (name) => {
    const golden = readFileSync(join(goldenFolder, `${name}.out.yaml`), 'utf8');
    expect(goldenAnswer(name)).toBe(golden);
  });
});

describe('an injected pod', () => {
  test.each(injectedPods)('gets no patch the second time: $name', ({ pod }) => {
    expect(answerFor(pod)).toMatchObject({ kind: 'admitted', patch: [] });
  });

  test.each(injectedPods)(
    'has the sidecar first, and the other init containers as they were: $name',
    ({ name, pod }) => {
      const containers = pod.spec['initContainers'] as readonly { name: string }[];
      const before = (goldenPod(name)['spec'] as Tree)['initContainers'] as
        { name: string }[] | undefined;
      const others = (before ?? [])
        .map((container) => container.name)
        .filter((own) => own !== 'chaperone');
      expect(containers.map((container) => container.name)).toEqual(['chaperone', ...others]);
    },
  );

  test.each(injectedPods)(
    'shows its token and its spool to the sidecar alone: $name',
    ({ pod }) => {
      const all = [
        ...(pod.spec['initContainers'] as Tree[]),
        ...(pod.spec['containers'] as Tree[]),
      ];
      const seen = all
        .slice(1)
        .flatMap(({ volumeMounts }) => volumeMounts as { name: string; readOnly?: boolean }[]);
      expect(seen.map((mount) => mount.name)).not.toContain('chaperone-token');
      expect(seen.map((mount) => mount.name)).not.toContain('chaperone-spool');
      expect(
        seen
          .filter((mount) => mount.name === 'chaperone-trust')
          .every((mount) => mount.readOnly === true),
      ).toBe(true);
    },
  );

  const deployment = injectedPods.find(({ name }) => name === 'deployment')?.pod ?? { spec: {} };
  const sidecarWith = (change: Tree): AdmissionAnswer => {
    const containers = deployment.spec['initContainers'] as readonly Tree[];
    const [sidecar, ...others] = containers;
    return answerFor({
      ...deployment,
      spec: { ...deployment.spec, initContainers: [{ ...sidecar, ...change }, ...others] },
    });
  };
  const sidecar = (deployment.spec['initContainers'] as readonly Tree[])[0] ?? {};
  const more = (field: string, entry: unknown): Tree => ({
    [field]: [...(sidecar[field] as unknown[]), entry],
  });

  test.each([
    [
      'a token of a cloud',
      more('volumeMounts', {
        name: 'aws-iam-token',
        mountPath: '/var/run/secrets/eks.amazonaws.com/serviceaccount',
        readOnly: true,
      }),
    ],
    ['a variable of a cloud', more('env', { name: 'AWS_REGION', value: 'eu-central-1' })],
    [
      'a default of a LimitRange',
      {
        resources: {
          requests: { cpu: '25m', memory: '96Mi' },
          limits: { cpu: '1', memory: '256Mi' },
        },
      },
    ],
  ])('keeps what others add harmlessly: %s', (_what, change) => {
    expect(sidecarWith(change)).toMatchObject({ patch: [] });
  });

  test.each([
    ['another image', { image: 'registry.example.com/evil:1' }],
    ['a command', { command: ['sh'] }],
    ['another broker', { args: ['sidecar', '--broker=https://evil.example.com'] }],
    ['variables from a ConfigMap', { envFrom: [{ configMapRef: { name: 'evil' } }] }],
    ['a library before all others', more('env', { name: 'LD_PRELOAD', value: '/tmp/evil.so' })],
    [
      'a file over its own',
      more('volumeMounts', { name: 'evil', mountPath: '/app', readOnly: true }),
    ],
    ['a hook', { lifecycle: { postStart: { exec: { command: ['sh'] } } } }],
    ['root', { securityContext: { runAsUser: 0 } }],
    ['no restart', { restartPolicy: undefined }],
  ])('is repaired where somebody gave the sidecar %s', (_what, change) => {
    const answer = sidecarWith(change);
    const containers = deployment.spec['initContainers'] as readonly Tree[];
    const tampered = {
      ...deployment,
      spec: {
        ...deployment.spec,
        initContainers: [{ ...sidecar, ...change }, ...containers.slice(1)],
      },
    };
    expect(answer.kind).toBe('admitted');
    expect(applied(tampered, answer.kind === 'admitted' ? answer.patch : [])).toEqual(deployment);
  });
});
