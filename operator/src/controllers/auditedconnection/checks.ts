import type { Finding } from '../../kube/apply/conditions.ts';
import { allot } from './address.ts';
import type { ConnectionFacts } from './gather.ts';

/** What a connection is found to be, and the address that stands for its target. */
export interface ConnectionFindings {
  readonly address: string | undefined;
  /** In the order in which people read them. */
  readonly findings: readonly Finding[];
}

/** Pure: the same facts, the same findings. */
export function check(facts: ConnectionFacts): ConnectionFindings {
  const address = allot(facts.connection, facts.others);
  const parts = [addressed(address), credentialReady(facts), targetResolved(facts)];
  return { address, findings: [ready(parts), ...parts] };
}

/** `Ready`: a pod can use it. */
function ready(parts: readonly Finding[]): Finding {
  const missing = parts.filter(({ status }) => status !== 'True');
  if (missing.length === 0) {
    const message = 'agents whose policies name it can use it';
    return { type: 'Ready', status: 'True', reason: 'Usable', message };
  }
  const message = missing.map((part) => part.message).join('; ');
  return { type: 'Ready', status: 'False', reason: missing[0]?.reason ?? 'Unusable', message };
}

/** `Addressed`: agents' pods have an address for it. */
function addressed(address: string | undefined): Finding {
  return address === undefined
    ? {
        type: 'Addressed',
        status: 'False',
        reason: 'NoAddressLeft',
        message: 'the namespace has more connections than there are addresses: remove some',
      }
    : {
        type: 'Addressed',
        status: 'True',
        reason: 'AddressAllotted',
        message: `${address} stands for the target in agents' pods`,
      };
}

/** `CredentialReady`: the credential is there and has what the protocol needs. */
function credentialReady({ connection, credential }: ConnectionFacts): Finding {
  const type = 'CredentialReady';
  if (credential.kind === 'none') {
    const message = 'no Secret is needed';
    return { type, status: 'True', reason: 'NoSecret', message };
  }
  const { name } = credential;
  if (credential.kind === 'missing') {
    const message = `there is no Secret ${name} in the namespace: apply it`;
    return { type, status: 'False', reason: 'NoSecret', message };
  }
  if (credential.kind === 'forbidden') {
    const message = `the operator may not read Secret ${name} in this namespace: bind its role for Secrets here, or a Role that names it (docs/operations.md, Rights)`;
    return { type, status: 'False', reason: 'SecretForbidden', message };
  }
  const { spec } = connection;
  const isOwn = spec.credential.secretRef !== undefined;
  const wanted = isOwn ? ownKeys(spec) : ['client_id', 'client_secret'];
  const absent = wanted.filter((key) => !credential.keys.has(key));
  if (absent.length > 0) {
    const message = `Secret ${name} has no ${absent.join(' and no ')}: add it`;
    return { type, status: 'False', reason: 'KeyMissing', message };
  }
  return { type, status: 'True', reason: 'CredentialFound', message: `Secret ${name} has it` };
}

/** Keys of `credential.secretRef`; other protocols choose among several. */
function ownKeys({ protocol, target }: ConnectionFacts['connection']['spec']): readonly string[] {
  if (protocol !== 'Postgres') return [];
  return target.tls.clientCertificateRef === undefined ? ['username', 'password'] : ['username'];
}

/** `TargetResolved`: the host has an address. */
function targetResolved({ connection, target }: ConnectionFacts): Finding {
  const { host } = connection.spec.target;
  const type = 'TargetResolved';
  if ('problem' in target) {
    const message = `${host} leads nowhere: ${target.problem}`;
    return { type, status: 'False', reason: 'HostUnknown', message };
  }
  const message = `${host} is ${target.addresses.join(', ')}`;
  return { type, status: 'True', reason: 'HostFound', message };
}
