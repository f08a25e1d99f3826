import type { Effect } from '../command/types.ts';
import { isEffectfulBuiltin } from './functions.ts';
import { quoteName } from './quote.ts';
import type { DefinedEffect, QualifiedName, Reach, ReachRule, Resolution } from './types.ts';

/*
 * A command that names one relation may come to others: by views and rules, by partitions and children, by triggers and
 * foreign keys. What the catalog knows of that becomes effects with `through`. The relation's own definitions decide, not
 * which rows there are: a partition counts even where its bounds rule it out.
 */

/** One relation that is come to. */
interface Visit {
  readonly command: string;
  readonly relation: QualifiedName;
  readonly unbounded: boolean;
  readonly cascades: boolean;
  /** Its kin is accounted for. */
  readonly withKin: boolean;
}

const WRITES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);
/** Commands that run a view's query. */
const READS: ReadonlySet<string> = new Set([
  'SELECT',
  'UPDATE',
  'DELETE',
  'LOCK TABLE',
  'REFRESH MATERIALIZED VIEW',
]);

/** Collects what a command comes to through the relation that it names. */
export class Through {
  readonly #resolution: Resolution;
  readonly #name: string;
  readonly #found = new Map<string, Effect>();

  /** @param name of the relation, quoted */
  constructor(resolution: Resolution, name: string) {
    this.#resolution = resolution;
    this.#name = name;
  }

  get effects(): readonly Effect[] {
    return [...this.#found.values()];
  }

  visit(visit: Visit): void {
    const reach = this.#reachOf(visit.relation);
    if (reach === undefined) return;
    if (visit.withKin) this.#kin(visit, reach);
    this.#rules(visit, reach);
    for (const { on, ...name } of reach.code)
      if (on.includes(visit.command)) this.#add({ command: 'CALL', kind: 'function', name });
    this.#cascades(visit, reach);
  }

  #reachOf({ schema, name }: QualifiedName): Reach | undefined {
    const relation = this.#resolution.relation({ kind: 'relation', schema, name });
    return relation === undefined ? undefined : this.#resolution.reach?.(relation);
  }

  #kin(visit: Visit, { kin }: Reach): void {
    for (const { below, ...relation } of kin) {
      const isNew = this.#relation(visit.command, relation, visit.unbounded);
      if (isNew && below) this.visit({ ...visit, relation, withKin: false });
    }
  }

  #rules({ command, unbounded }: Visit, { rules, writesTo }: Reach): void {
    const own = rules.filter(({ on }) => on === command);
    const read = command !== 'SELECT' && READS.has(command);
    const reading = read ? rules.filter(({ on }) => on === 'SELECT') : [];
    for (const { effects } of [...own, ...reading] satisfies readonly ReachRule[])
      for (const effect of effects) this.#defined(effect);
    if (writesTo === undefined || !(WRITES.has(command) || command === 'LOCK TABLE')) return;
    if (own.some(({ instead }) => instead)) return;
    this.#come(command, writesTo, unbounded);
  }

  #defined(effect: DefinedEffect): void {
    if (effect.kind === 'relation' && effect.name !== undefined)
      this.#come(effect.command, effect.name, effect.unbounded === true);
    else this.#add(effect);
  }

  #cascades(visit: Visit, reach: Reach): void {
    for (const { on, command, ...relation } of reach.cascades) {
      if (on !== visit.command || (on === 'TRUNCATE TABLE' && !visit.cascades)) continue;
      if (this.#relation(command, relation, false))
        this.visit({ ...visit, command, relation, unbounded: false, withKin: true });
    }
  }

  /** Another relation is used as if it had been named. */
  #come(command: string, relation: QualifiedName, unbounded: boolean): void {
    if (this.#relation(command, relation, unbounded))
      this.visit({ command, relation, unbounded, cascades: false, withKin: true });
  }

  /** Was it not known yet? */
  #relation(command: string, name: QualifiedName, unbounded: boolean): boolean {
    return this.#add({ command, kind: 'relation', name, ...(unbounded ? { unbounded } : {}) });
  }

  #add({ command, kind, name, unbounded }: DefinedEffect): boolean {
    const object = name === undefined ? undefined : quoteName(name.schema, name.name);
    const key = `${command}\0${kind}\0${object ?? ''}\0${String(unbounded)}`;
    if (this.#found.has(key)) return false;
    this.#found.set(key, {
      command,
      kind,
      ...(object === undefined ? {} : { object }),
      ...(unbounded === true ? { unbounded } : {}),
      // A definition that cannot be read has to be allowed as what it is: unknown.
      ...(kind === 'none' ? {} : { through: this.#name }),
    });
    return true;
  }
}

/** Of the functions that a stored definition calls, those that are effects. */
export function isDefinedCall({ schema, name }: QualifiedName): boolean {
  return schema !== 'pg_catalog' || isEffectfulBuiltin(name);
}
