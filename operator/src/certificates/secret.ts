import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Secret } from '../kube/kinds.ts';
import { CertificateError } from './errors.ts';
import { certificateLimits } from './limits.ts';
import { authoritiesOf, type CaState, type SigningPair } from './types.ts';

/** Annotations of the Secret. */
export const CA_ANNOTATIONS = {
  /** A person's wish: any value that is another than the one before begins a rotation. */
  rotate: 'chaperone.dev/rotate',
  rotated: 'chaperone.dev/rotated',
  phase: 'chaperone.dev/ca-phase',
  since: 'chaperone.dev/ca-since',
} as const;

const LABELS = {
  'app.kubernetes.io/name': 'chaperone',
  'app.kubernetes.io/part-of': 'chaperone',
  'app.kubernetes.io/component': 'certificates',
};
/** Has tls.crt and tls.key, and may have more. */
const TYPE = 'kubernetes.io/tls';

/** The wish for a rotation; empty where there is none. */
export function wishOf({ metadata }: Secret): string {
  return metadata?.annotations?.[CA_ANNOTATIONS.rotate] ?? '';
}

/** The Secret in which a state is kept. @param base as it was read; its version guards what is written */
export function toSecret(base: Secret, state: CaState): Secret {
  const { metadata } = base;
  const data: Record<string, string> = {
    'tls.crt': state.active.certificate,
    'tls.key': state.active.key,
    'ca.crt': authoritiesOf(state),
  };
  if (state.past !== '') data['past.crt'] = state.past;
  if (state.phase === 'Publishing') {
    data['next.crt'] = state.next.certificate;
    data['next.key'] = state.next.key;
  }
  if (state.phase === 'Retiring') {
    data['previous.crt'] = state.previous;
    data['cross.crt'] = state.cross;
  }
  const encoded = Object.entries(data).map(([name, text]) => [
    name,
    Buffer.from(text).toString('base64'),
  ]);
  return {
    ...base,
    metadata: {
      ...metadata,
      labels: { ...metadata?.labels, ...LABELS },
      annotations: {
        ...metadata?.annotations,
        [CA_ANNOTATIONS.phase]: state.phase,
        [CA_ANNOTATIONS.since]: state.since.toISOString(),
        [CA_ANNOTATIONS.rotated]: state.rotated,
      },
    },
    type: TYPE,
    data: Object.fromEntries(encoded) as Readonly<Record<string, string>>,
  };
}

/** @throws CertificateError CA_UNUSABLE where it is not what `toSecret` writes: nobody guesses what a person meant */
export function readSecret(secret: Secret): CaState {
  const { annotations = {} } = secret.metadata ?? {};
  const since = new Date(annotations[CA_ANNOTATIONS.since] ?? '');
  if (Number.isNaN(since.getTime())) throw unusable(`annotation ${CA_ANNOTATIONS.since}`);
  const rotated = annotations[CA_ANNOTATIONS.rotated] ?? '';
  const past = secret.data?.['past.crt'] === undefined ? '' : textIn(secret, 'past.crt');
  const common = { active: pairIn(secret, 'tls'), since, rotated, past };
  const phase = annotations[CA_ANNOTATIONS.phase];
  if (phase === 'Steady') return { ...common, phase };
  if (phase === 'Publishing') return { ...common, phase, next: pairIn(secret, 'next') };
  if (phase === 'Retiring') {
    const [previous, cross] = [authorityIn(secret, 'previous'), authorityIn(secret, 'cross')];
    return { ...common, phase, previous, cross };
  }
  throw unusable(`annotation ${CA_ANNOTATIONS.phase}`);
}

function pairIn(secret: Secret, name: string): SigningPair {
  const certificate = authorityIn(secret, name);
  const key = textIn(secret, `${name}.key`);
  try {
    if (new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)))
      return { certificate, key };
  } catch {
    // What cannot be read is not its key either. The cause could quote it.
  }
  throw unusable(`${name}.key`);
}

function authorityIn(secret: Secret, name: string): string {
  const text = textIn(secret, `${name}.crt`);
  try {
    if (new X509Certificate(text).ca) return text;
  } catch {
    // As below.
  }
  throw unusable(`${name}.crt`);
}

function textIn({ data = {} }: Secret, name: string): string {
  const encoded = data[name] ?? '';
  if (encoded === '' || encoded.length > certificateLimits.secretBytes.value) throw unusable(name);
  return Buffer.from(encoded, 'base64').toString('utf8');
}

function unusable(what: string): CertificateError {
  const message = `${what} of the authority's Secret cannot be used: restore it, or delete the Secret and restart the operator for a new authority`;
  return new CertificateError('CA_UNUSABLE', message);
}
