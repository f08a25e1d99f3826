import { Buffer } from 'node:buffer';
import { compileDetectors } from '@chaperone/core/masking';
import type { Wire } from '../../../../io/wire.ts';
import type { CommandPath } from '../../../protocol.ts';
import type { Classification } from '../../catalog/classification.ts';
import type { Classifier } from '../../catalog/classifier.ts';
import { MaskedColumns } from '../../catalog/masked-columns.ts';
import { ScratchPool } from '../outgoing.ts';
import { PostgresSession, type SessionParts } from '../session.ts';

const key = Buffer.alloc(32, 1);

const copiesOf = (text: string): Pick<Classification, 'copies'> => {
  if (!text.startsWith('COPY ')) return {};
  const out = { direction: 'out', statement: 0 } as const;
  return { copies: [text.endsWith(' TO STDOUT') ? out : { direction: 'in' }] };
};

/** A text without effects that reaches nothing masked. */
export const plainText = (text: string): Classification => ({
  text,
  effects: [],
  refusal: undefined,
  generation: 1,
  masking: 'none',
  results: [],
  maskedOutput: false,
  touchesMasked: false,
  mayQuoteMasked: false,
  invalidates: false,
  ...copiesOf(text),
});

/** Every text is plain; nothing is masked. */
export const plainClassifier: Classifier = {
  generation: 1,
  masking: { none: true, columns: MaskedColumns.none, detectors: compileDetectors([], key), key },
  unasked: { withheld: false, detectors: compileDetectors([], key) },
  classify: plainText,
  invalidate: () => undefined,
  resolveBy: () => undefined,
};

export interface SessionEnds {
  readonly agent: Wire;
  readonly target: Wire;
  readonly path: CommandPath;
}

/** A started session between two wires: commands of at most 1 KiB, ten minutes of idleness, nothing masked. */
export function aSessionBetween(
  ends: SessionEnds,
  parts: Partial<SessionParts> = {},
): PostgresSession {
  const session = new PostgresSession({
    ...ends,
    connection: {
      name: 'orders-db',
      namespace: 'agents',
      target: { host: '127.0.0.1', port: 5432, tlsMode: 'Disable' },
      credential: { username: 'u' },
      maxCommandBytes: 1024,
      idleTimeoutMs: 600_000,
      maxSessionDurationMs: Infinity,
    },
    classifier: plainClassifier,
    pool: new ScratchPool(64 * 1024),
    cancelTarget: async () => Promise.resolve(),
    shownProcessId: (processId) => processId,
    log: () => undefined,
    ...parts,
  });
  session.start();
  return session;
}
