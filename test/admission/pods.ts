import { applied } from '../../operator/src/admission/testing/applied.ts';
import { answerFor } from '../../operator/src/admission/injector/testing/goldens.ts';

export type Tree = Readonly<Record<string, unknown>>;

/** A pod of an agent, as its author wrote it. */
export function agentPod(name: string, change: Tree = {}): Tree {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'agents',
      annotations: { 'chaperone.dev/inject': 'true', 'chaperone.dev/connections': 'orders-db' },
    },
    spec: {
      containers: [{ name: 'agent', image: 'registry.example.com/report-bot:3' }],
      initContainers: [{ name: 'setup', image: 'registry.example.com/setup:1' }],
      ...change,
    },
  };
}

/** The same without the annotations: nobody's business. */
export function ordinary(pod: Tree): Tree {
  const { name, namespace } = pod['metadata'] as Tree;
  return { ...pod, metadata: { name, namespace } };
}

/** The pod as the injector makes it. */
export function injected(pod: Tree): Tree {
  const answer = answerFor(pod);
  if (answer.kind === 'refused') throw new TypeError(answer.message);
  return applied(pod, answer.patch) as Tree;
}

/** The pod with another spec. */
export function withSpec(pod: Tree, change: (spec: Tree) => Tree): Tree {
  const spec = pod['spec'] as Tree;
  return { ...pod, spec: { ...spec, ...change(spec) } };
}

/** The pod with its sidecar changed. */
export function withSidecar(pod: Tree, change: (sidecar: Tree) => Tree): Tree {
  return withSpec(pod, ({ initContainers }) => {
    const [sidecar = {}, ...others] = initContainers as readonly Tree[];
    return { initContainers: [{ ...sidecar, ...change(sidecar) }, ...others] };
  });
}

/** The pod with the first of the agent's containers changed. */
export function withAgent(pod: Tree, change: Tree): Tree {
  return withSpec(pod, ({ containers }) => {
    const [agent = {}, ...others] = containers as readonly Tree[];
    return { containers: [{ ...agent, ...change }, ...others] };
  });
}

/** A list of an object with one entry more. */
export function more(owner: Tree, field: string, entry: unknown): readonly unknown[] {
  return [...((owner[field] ?? []) as readonly unknown[]), entry];
}

/** The pod with a volume more. */
export function withVolume(pod: Tree, volume: Tree): Tree {
  return withSpec(pod, (spec) => ({ volumes: more(spec, 'volumes', volume) }));
}
