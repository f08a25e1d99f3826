import path from 'node:path';
import { CGROUP, NODE, NODE_ADDRESS, POD_RANGE } from './addresses.ts';
import { containerdSocketOf } from '../../test/cluster/place.ts';

/** What stands for "this pod runs" in its namespaces; hack/image writes it. */
export const PAUSE_IMAGE = 'localhost/pause:1';

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

function containerd(state: string): string {
  const cri = 'plugins."io.containerd.grpc.v1.cri"';
  return `version = 2
root = "${path.join(state, 'containerd')}"
disabled_plugins = ["io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper", "io.containerd.snapshotter.v1.zfs", "io.containerd.internal.v1.opt"]
[grpc]
address = "${containerdSocketOf(state)}"
[${cri}]
sandbox_image = "${PAUSE_IMAGE}"
restrict_oom_score_adj = true
[${cri}.cni]
bin_dir = "/usr/lib/cni"
conf_dir = "${path.join(state, 'cni.d')}"
`;
}

/** A cable of its own for each pod: whatever passes between two of them is routed, and so seen by nftables. */
function network(): string {
  return json({
    cniVersion: '0.4.0',
    name: 'pods',
    plugins: [
      {
        type: 'ptp',
        mtu: 1500,
        ipam: {
          type: 'host-local',
          ranges: [[{ subnet: POD_RANGE }]],
          routes: [{ dst: '0.0.0.0/0' }],
        },
      },
    ],
  });
}

function kubelet(state: string): string {
  return json({
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: NODE_ADDRESS,
    authentication: { x509: { clientCAFile: path.join(state, 'pki', 'ca.crt') } },
    authorization: { mode: 'Webhook' },
    containerRuntimeEndpoint: `unix://${containerdSocketOf(state)}`,
    clusterDNS: [NODE_ADDRESS],
    clusterDomain: 'cluster.local',
    resolvConf: '',
    podLogsDir: path.join(state, 'pod-logs'),
    volumePluginDir: path.join(state, 'plugins'),
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${CGROUP}/pods`,
    failCgroupV1: false,
    failSwapOn: false,
    seccompDefault: true,
    makeIPTablesUtilChains: false,
    localStorageCapacityIsolation: false,
    imageGCHighThresholdPercent: 100,
    // The disk is the machine's, and others fill it.
    evictionHard: {
      'memory.available': '100Mi',
      'nodefs.available': '0%',
      'imagefs.available': '0%',
    },
    maxPods: 200,
    registryPullQPS: 0,
    eventRecordQPS: 0,
  });
}

function kubeProxy(state: string): string {
  return json({
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'nftables',
    hostnameOverride: NODE,
    clusterCIDR: POD_RANGE,
    clientConnection: { kubeconfig: path.join(state, 'pki', 'kube-proxy.kubeconfig') },
    // Otherwise it changes the limits of the whole kernel.
    conntrack: { maxPerCore: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
    nftables: { syncPeriod: '10s', minSyncPeriod: '100ms' },
  });
}

/** Names outside the cluster do not exist, and that is said at once. */
function coredns(state: string): string {
  return `cluster.local:53 in-addr.arpa:53 {
  bind ${NODE_ADDRESS}
  errors
  kubernetes cluster.local in-addr.arpa {
    kubeconfig ${path.join(state, 'pki', 'admin.kubeconfig')}
    ttl 1
  }
}
.:53 {
  bind ${NODE_ADDRESS}
  template ANY ANY . {
    rcode NXDOMAIN
  }
}
`;
}

/** File under `state` -> its text. */
export function configs(state: string): Readonly<Record<string, string>> {
  return {
    'containerd.toml': containerd(state),
    'cni.d/10-pods.conflist': network(),
    'kubelet.json': kubelet(state),
    'kube-proxy.json': kubeProxy(state),
    Corefile: coredns(state),
  };
}
