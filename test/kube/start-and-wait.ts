/** Starts an API server, prints its processes and folder as a line of JSON, and stays: for the test that kills it. */
import path from 'node:path';
import { startKubernetes } from './kubernetes.ts';

const { admin, etcd, server } = await startKubernetes();
const pids = [etcd.pid, server().pid];
console.log(JSON.stringify({ pids, folder: path.dirname(admin.kubeconfig) }));
setInterval(() => undefined, 1000);
