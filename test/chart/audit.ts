import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** One request of the operator, as the API server noted it. */
export interface Noted {
  readonly verb: string;
  readonly code: number;
  /** `group/resource/subresource`; the core group is empty. */
  readonly what: string;
  readonly name: string;
  readonly namespace: string;
}

export interface Audit {
  /** Flags of kube-apiserver. */
  readonly args: readonly string[];
  readonly requests: () => Promise<readonly Noted[]>;
}

interface Line {
  readonly verb: string;
  readonly objectRef?: Readonly<
    Partial<Record<'apiGroup' | 'resource' | 'subresource' | 'name' | 'namespace', string>>
  >;
  readonly responseStatus?: { readonly code?: number };
}

/** Has the API server note what a user asks of it. */
export async function auditOf(user: string, directory: string): Promise<Audit> {
  const policyFile = path.join(directory, 'audit-policy.json');
  const log = path.join(directory, 'audit.log');
  const policy = {
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['RequestReceived'],
    rules: [{ level: 'Metadata', users: [user] }, { level: 'None' }],
  };
  await writeFile(policyFile, JSON.stringify(policy));
  return {
    args: [
      `--audit-policy-file=${policyFile}`,
      `--audit-log-path=${log}`,
      '--audit-log-mode=blocking-strict',
    ],
    requests: async () =>
      (await readFile(log, 'utf8'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => toNoted(JSON.parse(line) as Line)),
  };
}

function toNoted({ verb, objectRef = {}, responseStatus }: Line): Noted {
  const { apiGroup = '', resource = '', subresource, name = '', namespace = '' } = objectRef;
  const what = [apiGroup, resource, ...(subresource === undefined ? [] : [subresource])].join('/');
  return { verb, code: responseStatus?.code ?? 0, what, name, namespace };
}

export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

/** What rules give, each right for itself: `verb group/resource`, and the name where it is held to one. */
export function rightsOf(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(({ apiGroups, resources, resourceNames = [''], verbs }) =>
    apiGroups.flatMap((group) =>
      resources.flatMap((resource) =>
        verbs.flatMap((verb) =>
          resourceNames.map((name) => `${verb} ${group}/${resource} ${name}`.trim()),
        ),
      ),
    ),
  );
}

/** Whether a request was made under the right. */
export const usedBy =
  (right: string) =>
  ({ verb, what, name }: Noted): boolean =>
    right === `${verb} ${what}` || right === `${verb} ${what} ${name}`;
