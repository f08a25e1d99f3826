import path from 'node:path';
import { API_PORT, NODE, NODE_ADDRESS, POD_RANGE, SERVICE_RANGE } from './addresses.ts';

/** One program of the cluster. All addresses are those of its own network namespace. */
export interface Program {
  /** As hack/cluster/binaries names it; containerd is Debian's. */
  readonly name: string;
  readonly args: readonly string[];
}

const ETCD = 'http://127.0.0.1:2379';

function etcd(state: string): Program {
  const peers = 'http://127.0.0.1:2380';
  return {
    name: 'etcd',
    args: [
      ...['--data-dir', path.join(state, 'etcd'), '--unsafe-no-fsync', '--log-level', 'warn'],
      ...['--listen-client-urls', ETCD, '--advertise-client-urls', ETCD],
      ...['--listen-peer-urls', peers, '--initial-advertise-peer-urls', peers],
      ...['--initial-cluster', `default=${peers}`],
    ],
  };
}

function apiServer(state: string): Program {
  const pki = (name: string): string => path.join(state, 'pki', name);
  return {
    name: 'kube-apiserver',
    args: [
      `--etcd-servers=${ETCD}`,
      ...[`--secure-port=${String(API_PORT)}`, '--bind-address=0.0.0.0'],
      `--advertise-address=${NODE_ADDRESS}`,
      `--cert-dir=${path.join(state, 'apiserver')}`,
      ...[`--tls-cert-file=${pki('server.crt')}`, `--tls-private-key-file=${pki('server.key')}`],
      `--client-ca-file=${pki('ca.crt')}`,
      `--kubelet-client-certificate=${pki('kubelet-client.crt')}`,
      `--kubelet-client-key=${pki('kubelet-client.key')}`,
      '--kubelet-preferred-address-types=InternalIP',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-signing-key-file=${pki('tokens.key')}`,
      `--service-account-key-file=${pki('tokens.pub')}`,
      `--service-cluster-ip-range=${SERVICE_RANGE}`,
      '--authorization-mode=Node,RBAC',
      '--enable-admission-plugins=NodeRestriction',
      // Webhooks behind a Service are called at their pods' addresses.
      '--enable-aggregator-routing=true',
      ...['--allow-privileged', '--profiling=false'],
    ],
  };
}

function controllerManager(state: string): Program {
  const pki = (name: string): string => path.join(state, 'pki', name);
  const kubeconfig = pki('kube-controller-manager.kubeconfig');
  return {
    name: 'kube-controller-manager',
    args: [
      `--kubeconfig=${kubeconfig}`,
      ...[`--authentication-kubeconfig=${kubeconfig}`, `--authorization-kubeconfig=${kubeconfig}`],
      `--cert-dir=${path.join(state, 'controller-manager')}`,
      ...['--controllers=*,-nodeipam,-route', '--use-service-account-credentials'],
      `--service-account-private-key-file=${pki('tokens.key')}`,
      ...[`--root-ca-file=${pki('ca.crt')}`, '--leader-elect=false', '--bind-address=127.0.0.1'],
      ...[`--cluster-cidr=${POD_RANGE}`, '--profiling=false'],
    ],
  };
}

function scheduler(state: string): Program {
  const kubeconfig = path.join(state, 'pki', 'kube-scheduler.kubeconfig');
  return {
    name: 'kube-scheduler',
    args: [
      `--kubeconfig=${kubeconfig}`,
      ...[`--authentication-kubeconfig=${kubeconfig}`, `--authorization-kubeconfig=${kubeconfig}`],
      `--cert-dir=${path.join(state, 'scheduler')}`,
      ...['--leader-elect=false', '--bind-address=127.0.0.1', '--profiling=false'],
    ],
  };
}

function containerd(state: string): Program {
  return {
    name: 'containerd',
    args: ['--config', path.join(state, 'containerd.toml'), '--log-level', 'warn'],
  };
}

function kubelet(state: string): Program {
  return {
    name: 'kubelet',
    args: [
      `--config=${path.join(state, 'kubelet.json')}`,
      `--kubeconfig=${path.join(state, 'pki', 'kubelet.kubeconfig')}`,
      ...[`--hostname-override=${NODE}`, `--node-ip=${NODE_ADDRESS}`],
      '--v=1',
    ],
  };
}

function kubeProxy(state: string): Program {
  return {
    name: 'kube-proxy',
    args: [`--config=${path.join(state, 'kube-proxy.json')}`],
  };
}

function coredns(state: string): Program {
  return {
    name: 'coredns',
    args: ['-conf', path.join(state, 'Corefile')],
  };
}

/** All of them, in an order in which they can start. */
export function programs(state: string): readonly Program[] {
  return [
    ...[etcd(state), containerd(state), apiServer(state), controllerManager(state)],
    ...[scheduler(state), kubelet(state), kubeProxy(state), coredns(state)],
  ];
}
