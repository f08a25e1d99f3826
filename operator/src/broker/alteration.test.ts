import { describe, expect, it } from '@jest/globals';
import { answerFor, goldenPod, goldenSettings } from '../admission/injector/testing/goldens.ts';
import type { Container, Pod } from '../admission/pod.ts';
import type { InjectorSettings } from '../admission/settings.ts';
import { applied } from '../admission/testing/applied.ts';
import { alterationOf } from './alteration.ts';

interface Sidecar extends Container {
  readonly image: string;
  readonly args: readonly string[];
}

function injectedPod(change: (sidecar: Sidecar) => object = () => ({})): Pod {
  const pod = goldenPod('deployment');
  const answer = answerFor(pod);
  if (answer.kind !== 'admitted') throw new Error(answer.message);
  const made = applied(pod, answer.patch) as Pod;
  const [sidecar, ...others] = made.spec.initContainers ?? [];
  const changed = { ...sidecar, ...change(sidecar as Sidecar) } as Container;
  return { ...made, spec: { ...made.spec, initContainers: [changed, ...others] } };
}

const before = goldenSettings.image;
const now: InjectorSettings = { ...goldenSettings, image: 'registry.example.com/chaperone:0.2.0' };
const alteration = (pod: Pod, settings: InjectorSettings = goldenSettings): string | undefined =>
  alterationOf(pod, settings, new Set([settings.image, before]));

describe('a sidecar', () => {
  it('is what was injected, and what an upgrade makes of the settings meanwhile', () => {
    expect(alteration(injectedPod())).toBeUndefined();
    const limits = { memory: '1Gi' };
    const other = { ...goldenSettings, spoolSize: '2Gi', resources: { requests: {}, limits } };
    expect(alteration(injectedPod(), other)).toBeUndefined();
    expect(alteration(injectedPod(), now)).toBeUndefined();
  });

  it('of the release before may have flags and probes of its own', () => {
    const pod = injectedPod(({ args }) => ({
      args: [...args.filter((arg) => !arg.startsWith('--trust')), '--of-old=1'],
      readinessProbe: { httpGet: { path: '/ready', port: 15090 } },
    }));
    expect(alteration(pod, now)).toBeUndefined();
    expect(alteration(pod)).toBe("the sidecar's args were changed");
  });

  it.each([
    ['another image', { image: 'registry.example.com/evil:1' }],
    ['a command', { command: ['sh'] }],
    ['rights', { securityContext: { privileged: true } }],
    ['a mount', { volumeMounts: [] }],
    ['a hook', { lifecycle: { postStart: {} } }],
  ])('with %s was altered, of whatever release it is', (_, change) => {
    const pod = injectedPod(() => change);
    expect(alteration(pod)).toEqual(expect.any(String));
    expect(alteration(pod, now)).toEqual(expect.any(String));
  });

  it.each([
    ['another broker', (args: readonly string[]) => [...args, '--broker=https://evil.example']],
    ['no size', (args: readonly string[]) => [...args, '--max-data=none']],
    ['another program', (args: readonly string[]) => ['operator', ...args.slice(1)]],
  ])('that is told %s was altered, of whatever release it is', (_, change) => {
    const pod = injectedPod(({ args }) => ({ args: change(args) }));
    expect(alteration(pod)).toBe("the sidecar's args were changed");
    expect(alteration(pod, now)).toBe("the sidecar's args were changed");
  });
});
