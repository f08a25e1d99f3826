import type { Buffer } from 'node:buffer';
import { postgresLimits } from '../../../config/limits.ts';
import type { Permit } from '@chaperone/core/policy';
import type { Classification } from '../catalog/classification.ts';
import type { Copies } from './copies.ts';
import type { Masking } from './masking.ts';
import type { RowPlan } from './row-plan.ts';

/** A prepared statement, as the agent named it. */
export interface Statement {
  /** Number in the session, from 1; the record refers to it. */
  readonly number: number;
  readonly text: string;
  readonly parameterTypes: readonly number[];
  /** As of the last look; looked at again at each Bind, since names may mean something else by then. */
  classification: Classification;
  /** The target's RowDescription, once it was seen; empty where it returns no rows. */
  description: Buffer | undefined;
  /** A Describe of it is on its way. */
  describing: boolean;
  /** The plan for the last description that was seen: it belongs to the statement, not to an execution. */
  planned: Planned | undefined;
}

/** A plan and what it was made from; it holds as long as all of that is the same. */
export interface Planned {
  readonly plan: RowPlan;
  readonly masking: Masking;
  readonly classification: Classification;
  /** The RowDescription, a frame. */
  readonly description: Buffer;
}

/** A command that the target works on. */
export interface Running {
  /** Number in the record; 0 where there is none. */
  readonly command: number;
  readonly permit: Permit;
  /** `performance.now()` of the read that brought it. */
  readonly since: number;
  readonly classification: Classification;
  /** The statement that it executes; absent for the simple protocol. */
  readonly statement: Statement | undefined;
  /** How its rows are masked; `unknown` until a description said so. */
  plan: RowPlan | 'unknown';
  rows: number;
  bytes: number;
  /** Number of the statement in the text whose answer comes, from 0. */
  result: number;
  /** Result formats of its Bind; absent where all are text. */
  resultFormats?: readonly number[] | undefined;
  /** How far its copies are; absent where it has none. */
  readonly copies?: Copies | undefined;
  /** The target has answered its Bind: the portal is there. */
  bound: boolean;
  /** The outcome is recorded; nothing more of it is. */
  ended: boolean;
}

/** A change of what a name means, on its way to the target. */
export interface Change {
  /** The target did it. */
  settle(): void;
  /** The target skipped or failed it; what later messages made of the name stays. */
  undo(): void;
}

/**
 * What a name means by the last change of it, and what it meant before. Changes are answered in order, but by then later
 * ones may stand on top: one that never happened is taken out from under them.
 */
class Meaning<Value> implements Change {
  value: Value | undefined;
  before: Meaning<Value> | undefined;
  readonly #all: Map<string, Meaning<Value>>;
  readonly #name: string;
  /** Undone, or the name means nothing any more. */
  #void = false;

  constructor(all: Map<string, Meaning<Value>>, name: string, value: Value | undefined) {
    this.#all = all;
    this.#name = name;
    this.value = value;
    this.before = all.get(name);
    all.set(name, this);
  }

  settle(): void {
    this.before = undefined;
    if (this.value === undefined) this.undo();
  }

  undo(): void {
    this.#void = true;
    if (!this.#isLast()) return;
    let last = this.before;
    while (last !== undefined && last.#void) last = last.before;
    if (last === undefined) this.#all.delete(this.#name);
    else this.#all.set(this.#name, last);
  }

  #isLast(): boolean {
    return this.#all.get(this.#name) === this;
  }
}

/**
 * The agent's prepared statements and portals. A change is made when its message is forwarded, since messages behind it in
 * the pipeline mean the new name, and undone when the target turns out to have skipped it.
 */
export class Names {
  readonly #statements = new Map<string, Meaning<Statement>>();
  readonly #portals = new Map<string, Meaning<Running>>();
  readonly #unnamed = new Map<string, Statement>();
  #unnamedChars = 0;
  #statementCount = 0;

  get size(): number {
    return this.#statements.size + this.#portals.size;
  }

  /** No further statement with a name may be made: there are too many, or too much is held of them. */
  get isFull(): boolean {
    if (this.size >= postgresLimits.names.value) return true;
    let bytes = 0;
    for (const [name, { value }] of this.#statements)
      bytes += value === undefined || name === '' ? 0 : heldOf(value);
    return bytes > postgresLimits.statementBytes.value;
  }

  nextStatementNumber(): number {
    return ++this.#statementCount;
  }

  statement(name: string): Statement | undefined {
    return this.#statements.get(name)?.value;
  }

  portal(name: string): Running | undefined {
    return this.#portals.get(name)?.value;
  }

  /** Of those with a name. */
  statementNames(): readonly string[] {
    return [...this.#statements.keys()].filter((name) => name !== '');
  }

  /**
   * The last unnamed statement of this text and these types. Most drivers prepare the same text before each execution: what
   * was made of it (its number in the record, the plan for its description) need not be made again.
   */
  unnamedBefore(text: string, parameterTypes: readonly number[]): Statement | undefined {
    const before = this.#unnamed.get(text);
    if (before?.parameterTypes.length !== parameterTypes.length) return undefined;
    const { parameterTypes: types } = before;
    return types.every((type, i) => type === parameterTypes[i]) ? before : undefined;
  }

  rememberUnnamed(statement: Statement): void {
    const { text } = statement;
    const { unnamedStatements, unnamedStatementChars } = postgresLimits;
    if (text.length > unnamedStatementChars.value) return;
    if (!this.#unnamed.has(text)) this.#unnamedChars += text.length;
    const isMany = this.#unnamed.size >= unnamedStatements.value && !this.#unnamed.has(text);
    if (isMany || this.#unnamedChars > unnamedStatementChars.value) {
      this.#unnamed.clear();
      this.#unnamedChars = text.length;
    }
    this.#unnamed.set(text, statement);
  }

  setStatement(name: string, statement: Statement | undefined): Change {
    return new Meaning(this.#statements, name, statement);
  }

  setPortal(name: string, portal: Running | undefined): Change {
    return new Meaning(this.#portals, name, portal);
  }

  /**
   * All portals end with their transaction; answers those whose command has not ended. One whose Bind the target has yet
   * to answer belongs to the next transaction of a pipeline; what its name meant before is gone all the same.
   */
  endPortals(): readonly Running[] {
    if (this.#portals.size === 0) return NONE;
    const open: Running[] = [];
    for (const last of this.#portals.values()) {
      for (let at: Meaning<Running> | undefined = last; at !== undefined; at = at.before) {
        if (at.value?.bound !== true) continue;
        if (!at.value.ended) open.push(at.value);
        at.value = undefined;
        at.settle();
      }
    }
    return open;
  }
}

/** Bytes that a session keeps for a statement, about. */
function heldOf({ text, description, planned }: Statement): number {
  return text.length + (description?.length ?? 0) + (planned?.description.length ?? 0);
}

const NONE: readonly Running[] = [];
