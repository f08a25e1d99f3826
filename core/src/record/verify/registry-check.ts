import type { Registry } from '../registry.ts';
import { REGISTRY_FILE } from '../segment.ts';
import type { Finding } from './findings.ts';

export interface RegistryFacts {
  readonly registry: Registry;
  /** Whether `registry.ndjson` exists. */
  readonly present: boolean;
  /** ULIDs, upper case, of the directories, and whether anything was recorded in them. */
  readonly directories: ReadonlyMap<string, { readonly empty: boolean }>;
}

/**
 * Compares the registry with the directories. A directory without a segment that no line registers is a start that never
 * came to its first event (session.json is written before the registry's line) and no finding.
 */
export function verifyRegistry({ registry, present, directories }: RegistryFacts): Finding[] {
  const file = REGISTRY_FILE;
  const recorded = [...directories].filter(([, { empty }]) => !empty).map(([session]) => session);
  if (!present && recorded.length > 0) {
    return [{ code: 'REGISTRY_BROKEN', message: 'there are recordings, but no registry', file }];
  }
  return [
    ...registry.breaks.map(({ line, offset, reason }): Finding => {
      const message = `line ${String(line)} of the registry was changed, or one before it: ${reason}`;
      return { code: 'REGISTRY_BROKEN', message, file, offset };
    }),
    ...[...registry.sessions.keys()]
      .filter((session) => !directories.has(session))
      .map((session): Finding => {
        const message = `the recording of the session ${session} is missing`;
        return { code: 'RECORDING_MISSING', message, file };
      }),
    ...recorded
      .filter((session) => !registry.sessions.has(session))
      .map((session): Finding => {
        const message = `the session ${session} has a recording, but the registry does not know it`;
        return { code: 'RECORDING_UNREGISTERED', message, file };
      }),
  ];
}
