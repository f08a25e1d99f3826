import { readDefinition } from '@chaperone/core/sql';
import type { NameReference, QualifiedName, Reach, ReachRule } from '@chaperone/core/sql';
import type { Row } from './side-connection.ts';

/** pg_rewrite.ev_type. */
const EVENTS: Readonly<Record<string, ReachRule['on'] | undefined>> = {
  1: 'SELECT',
  2: 'UPDATE',
  3: 'INSERT',
  4: 'DELETE',
};

/** pg_constraint.confdeltype: what the removal of a row does to those that refer to it. */
const REMOVALS: Readonly<Record<string, string | undefined>> = {
  c: 'DELETE',
  n: 'UPDATE',
  d: 'UPDATE',
};

interface Draft {
  readonly kin: (QualifiedName & { readonly below: boolean })[];
  readonly rules: ReachRule[];
  readonly code: (QualifiedName & { readonly on: readonly string[] })[];
  readonly cascades: Reach['cascades'][number][];
  writesTo?: QualifiedName;
}

/** The answer to `reachQuestion`, by the relation's OID. */
export function readReach(
  oids: readonly number[],
  rows: readonly Row[],
): ReadonlyMap<number, Reach> {
  const drafts = new Map<number, Draft>();
  for (const oid of oids) drafts.set(oid, { kin: [], rules: [], code: [], cascades: [] });
  for (const [oid, kind, a, b, c] of rows) {
    const draft = drafts.get(Number(oid));
    if (draft !== undefined) READERS[kind ?? '']?.(draft, a ?? '', b ?? '', c ?? '');
  }
  return drafts;
}

type Reader = (draft: Draft, a: string, b: string, c: string) => void;

const kinOf =
  (below: boolean): Reader =>
  (draft, schema, name) => {
    draft.kin.push({ schema, name, below });
  };

const READERS: Readonly<Record<string, Reader | undefined>> = {
  above: kinOf(false),
  below: kinOf(true),
  rule: (draft, event, text, instead) => {
    const on = EVENTS[event];
    if (on === undefined) return;
    const { effects, from } = readDefinition(text);
    draft.rules.push({ on, instead: instead.startsWith('t'), effects });
    if (on === 'SELECT' && from !== undefined) draft.writesTo = from;
  },
  code: (draft, schema, name, commands) => {
    draft.code.push({ schema, name, on: commands.split(',') });
  },
  key: (draft, schema, name, onDelete) => {
    const removal = REMOVALS[onDelete];
    if (removal !== undefined)
      draft.cascades.push({ schema, name, on: 'DELETE', command: removal });
    const command = 'TRUNCATE TABLE';
    draft.cascades.push({ schema, name, on: command, command });
  },
};

/** Relations that this one's reach names; what they reach counts too. */
export function relationsOf({ kin, rules, writesTo, cascades }: Reach): readonly NameReference[] {
  const named = rules.flatMap(({ effects }) =>
    effects.flatMap(({ kind, name }) => (kind === 'relation' && name !== undefined ? [name] : [])),
  );
  const all = [...kin, ...named, ...cascades, ...(writesTo === undefined ? [] : [writesTo])];
  return all.map(({ schema, name }) => ({ kind: 'relation', schema, name }));
}
