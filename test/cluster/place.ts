import { homedir } from 'node:os';
import path from 'node:path';

/** Where all files of the cluster are; `make cluster-down` removes it. */
export function stateFolder(environment: NodeJS.ProcessEnv): string {
  const home = environment['XDG_STATE_HOME'] ?? path.join(homedir(), '.local', 'state');
  return path.join(home, 'chaperone', 'cluster');
}

/** What a person uses: of a member of system:masters, reachable from this machine. */
export const kubeconfigOf = (state: string): string => path.join(state, 'kubeconfig');

/** What images are loaded through. */
export const containerdSocketOf = (state: string): string => path.join(state, 'containerd.sock');
