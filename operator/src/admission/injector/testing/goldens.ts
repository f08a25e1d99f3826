import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccessPolicy, AuditedConnection } from '@chaperone/crds';
import { parse, parseAllDocuments, stringify } from 'yaml';
import type { AdmissionAnswer, AdmissionRequest } from '../../review.ts';
import type { InjectorSettings, PodConnection } from '../../settings.ts';
import type { NamespaceState } from '@chaperone/core/injection';
import { toPodConnection } from '../state.ts';
import { inject } from '../webhook.ts';

/** Folder of the goldens: `NAME.in.yaml`, a pod as its author wrote it; `NAME.out.yaml`, the injector's answer. */
export const goldenFolder: string = join(import.meta.dirname, '../golden');

/** How the installation of the goldens injects. */
export const goldenSettings: InjectorSettings = {
  image: 'registry.example.com/chaperone:0.1.0',
  imagePullPolicy: 'IfNotPresent',
  uid: 7077,
  brokerUrl: 'https://chaperone-operator.chaperone-system.svc:8443',
  brokerCa: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  exchangeAudience: 'chaperone-exchange',
  spoolSize: '1Gi',
  resources: { requests: { cpu: '25m', memory: '96Mi' }, limits: { memory: '256Mi' } },
};

/** Connections and policies of the goldens' namespace. */
export function goldenState(): NamespaceState<PodConnection> {
  const documents = parseAllDocuments(readFileSync(join(goldenFolder, 'namespace.yaml'), 'utf8'));
  const objects = documents.map((document) => document.toJS() as { readonly kind: string });
  const ofKind = (kind: string): readonly unknown[] =>
    objects.filter((object) => object.kind === kind);
  return {
    connections: (ofKind('AuditedConnection') as readonly AuditedConnection[]).map(toPodConnection),
    policies: ofKind('AccessPolicy') as readonly AccessPolicy[],
  };
}

/** Names of the goldens. */
export function goldenNames(): readonly string[] {
  return readdirSync(goldenFolder)
    .filter((file) => file.endsWith('.in.yaml'))
    .map((file) => file.replace('.in.yaml', ''))
    .sort();
}

/** The pod of a golden as its author wrote it. */
export function goldenPod(name: string): Readonly<Record<string, unknown>> {
  return parse(readFileSync(join(goldenFolder, `${name}.in.yaml`), 'utf8')) as Record<
    string,
    unknown
  >;
}

/** What the injector answers for a pod of the goldens' namespace. */
export function answerFor(pod: Readonly<Record<string, unknown>>): AdmissionAnswer {
  const request: AdmissionRequest = {
    uid: '6a2f41a3-0000-4000-8000-000000000000',
    operation: 'CREATE',
    namespace: 'agents',
    userInfo: { username: 'system:serviceaccount:kube-system:replicaset-controller', groups: [] },
    object: pod,
    oldObject: undefined,
  };
  const state = goldenState();
  return inject(request, () => state, goldenSettings);
}

/** The text of a golden's answer. */
export function goldenAnswer(name: string): string {
  return stringify(answerFor(goldenPod(name)), { lineWidth: 120, aliasDuplicateObjects: false });
}
