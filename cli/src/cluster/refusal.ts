import { CliError, type CliErrorCode } from '../errors.ts';
import { kinds, type KindName } from './types.ts';

/** metav1.Status, as far as it is read. */
export interface Status {
  readonly reason?: string;
  readonly message?: string;
}

const CODES: Readonly<Record<number, CliErrorCode>> = {
  401: 'KUBECONFIG',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
};

/** What the API server said in place of an answer, and which role is missing where one is. */
export function refusal(
  status: Status | null | undefined,
  http: number,
  { method, kind }: { readonly method: string; readonly kind: KindName },
): CliError {
  const said = status?.message ?? `it answered ${String(http)}`;
  const { plural, reads, writes } = kinds[kind];
  if (http === 401) {
    return new CliError('KUBECONFIG', `the API server does not know you: ${said}; log in again`);
  }
  if (http === 403) {
    const role = method === 'GET' ? reads : writes;
    const hint = `; what it takes is in the ClusterRole ${role}: ask for a RoleBinding in the namespace`;
    return new CliError('FORBIDDEN', `${said}${hint}`);
  }
  if (http === 404 && status?.reason !== 'NotFound') {
    const message = `the cluster does not know ${plural}: is chaperone installed? (${said})`;
    return new CliError('NOT_FOUND', message);
  }
  return new CliError(CODES[http] ?? 'REFUSED', said);
}
