import path from 'node:path';

/** PersistentVolumes to claim: folders of the node, as there is no provisioner. */
export const VOLUMES: readonly string[] = ['volume-1', 'volume-2', 'volume-3'];

const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: {
    name: 'standard',
    annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
  },
  provisioner: 'kubernetes.io/no-provisioner',
};

const volume = (folder: string, name: string): object => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: {
    storageClassName: 'standard',
    capacity: { storage: '20Gi' },
    accessModes: ['ReadWriteOnce'],
    persistentVolumeReclaimPolicy: 'Retain',
    hostPath: { path: path.join(folder, name), type: 'Directory' },
  },
});

/** The default StorageClass and its volumes, as kubectl reads them. @param folder of the volumes' folders */
export function storage(folder: string): string {
  const items = [storageClass, ...VOLUMES.map((name) => volume(folder, name))];
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}
