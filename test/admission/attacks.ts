import {
  agentPod,
  injected,
  more,
  withAgent,
  withSidecar,
  withSpec,
  withVolume,
  type Tree,
} from './pods.ts';

/** What is wrong with a pod, the pod, and a part of what is said of it. */
export type Attack = readonly [what: string, pod: Tree, message: string];

const injectedPod = (): Tree => injected(agentPod('new'));
const pod = (change: (own: Tree) => Tree): Tree => change(injectedPod());
const spec = (change: Tree): Tree => withSpec(injectedPod(), () => change);
const sidecar = (change: (own: Tree) => Tree): Tree => withSidecar(injectedPod(), change);
const initsOf = (own: Tree): readonly Tree[] =>
  (own['spec'] as { initContainers: readonly Tree[] }).initContainers;

function volume(name: string, change: Tree): Tree {
  return pod((own) =>
    withSpec(own, ({ volumes }) => ({
      volumes: (volumes as readonly Tree[]).map((one) =>
        one['name'] === name ? { name, ...change } : one,
      ),
    })),
  );
}

function ownToken(audience: string): Tree {
  return { projected: { sources: [{ serviceAccountToken: { audience, path: 'token' } }] } };
}

const argument = (text: string): Tree => sidecar((own) => ({ args: more(own, 'args', text) }));
const withUser = (container: Tree | undefined): Tree => ({
  ...container,
  securityContext: { runAsUser: 7077 },
});

const noProbes = { startupProbe: undefined, readinessProbe: undefined, livenessProbe: undefined };
const needed = 'an annotated pod needs the sidecar as its first init container';
const asMade = "must be what the operator's webhook makes of them";
const users = "user 7077 is the sidecar's";
const mounts = 'a container mounts a volume of the sidecar';

export const sidecarAttacks: readonly Attack[] = [
  ['no sidecar', agentPod('new'), needed],
  [
    'a sidecar behind another container',
    pod((own) => withSpec(own, () => ({ initContainers: [...initsOf(own)].reverse() }))),
    needed,
  ],
  ['a sidecar that ends', sidecar(() => ({ restartPolicy: undefined, ...noProbes })), needed],
  [
    'another image',
    sidecar(() => ({ image: 'registry.example.com/evil:1' })),
    "an image that is not this installation's",
  ],
  ['a command', sidecar(() => ({ command: ['sh'] })), 'must have no command'],
  [
    'a hook',
    sidecar(() => ({ lifecycle: { postStart: { exec: { command: ['sh'] } } } })),
    'must have no command',
  ],
  [
    'variables from elsewhere',
    sidecar(() => ({ envFrom: [{ configMapRef: { name: 'evil' } }] })),
    'must have no command',
  ],
  [
    'another broker',
    sidecar(({ args }) => ({
      args: (args as readonly string[]).map((text) =>
        text.startsWith('--broker=') ? '--broker=https://evil.example.com' : text,
      ),
    })),
    'other arguments',
  ],
  ['a second broker', argument('--broker=https://evil.example.com'), 'other arguments'],
  ['the same broker twice', argument('--trust=/var/run/chaperone/trust'), 'other arguments'],
  ['a listener for everybody', argument('--listen=orders-db=0.0.0.0:5432'), 'other arguments'],
  ['no arguments', sidecar(() => ({ args: [] })), 'other arguments'],
  [
    'a library before all others',
    sidecar((own) => ({ env: more(own, 'env', { name: 'NODE_OPTIONS', value: '-r/x.js' }) })),
    'other variables',
  ],
  [
    'a file over its own',
    pod((own) =>
      withVolume(
        withSidecar(own, (container) => ({
          volumeMounts: more(container, 'volumeMounts', { name: 'evil', mountPath: '/app' }),
        })),
        { name: 'evil', emptyDir: {} },
      ),
    ),
    'must mount its token',
  ],
  ['no spool', sidecar(() => ({ volumeMounts: [] })), 'must mount its token'],
  ['root', sidecar(() => ({ securityContext: { runAsUser: 0 } })), 'as user and group 7077'],
  [
    'a right',
    sidecar(({ securityContext }) => ({
      securityContext: {
        ...(securityContext as Tree),
        capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] },
      },
    })),
    'as user and group 7077',
  ],
];

export const podAttacks: readonly Attack[] = [
  ['a spool on the node', volume('chaperone-spool', { hostPath: { path: '/tmp' } }), asMade],
  [
    'a spool that others can mount',
    volume('chaperone-spool', { persistentVolumeClaim: { claimName: 'shared' } }),
    asMade,
  ],
  ['a token for somebody else', volume('chaperone-token', ownToken('other')), asMade],
  ['the network of the node', spec({ hostNetwork: true }), 'hostNetwork'],
  ['the processes of the node', spec({ hostPID: true }), 'hostPID'],
  ['the IPC of the node', spec({ hostIPC: true }), 'hostIPC'],
  ['shared processes', spec({ shareProcessNamespace: true }), 'shareProcessNamespace'],
  [
    'name servers of its own',
    spec({ dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.1'] } }),
    'dnsPolicy None',
  ],
  [
    'another way to the broker',
    spec({
      hostAliases: [{ ip: '127.0.0.1', hostnames: ['chaperone-operator.chaperone-system.svc'] }],
    }),
    "leads the broker's name elsewhere",
  ],
  [
    'the files of the node',
    pod((own) => withVolume(own, { name: 'node', hostPath: { path: '/var/lib/kubelet' } })),
    'volume node is a hostPath',
  ],
  ...['chaperone', 'chaperone-exchange'].map((audience): Attack => [
    `a token like the sidecar's for ${audience}`,
    pod((own) => withVolume(own, { name: 'mine', ...ownToken(audience) })),
    'projects a token for audience chaperone',
  ]),
  ...['chaperone-token', 'chaperone-spool', 'chaperone-trust'].map((name): Attack => [
    `${name} in its own hands`,
    pod((own) => withAgent(own, { volumeMounts: [{ name, mountPath: '/x' }] })),
    mounts,
  ]),
  ["the sidecar's user", pod((own) => withAgent(own, withUser({}))), users],
  ["the sidecar's user for all", spec({ securityContext: { runAsUser: 7077 } }), users],
  [
    "the sidecar's user in an init container",
    pod((own) =>
      withSpec(own, () => ({ initContainers: [initsOf(own)[0], withUser(initsOf(own)[1])] })),
    ),
    users,
  ],
  [
    'every right',
    pod((own) => withAgent(own, { securityContext: { privileged: true } })),
    'a container is privileged',
  ],
  [
    'the right to look into processes',
    pod((own) => withAgent(own, { securityContext: { capabilities: { add: ['SYS_PTRACE'] } } })),
    'a container is privileged',
  ],
];
