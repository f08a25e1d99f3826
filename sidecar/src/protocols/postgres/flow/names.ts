import type { Buffer } from 'node:buffer';
import type { Permit } from '@chaperone/core/policy';
import type { Classification } from '../catalog/classification.ts';
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
  /** The target has answered its Bind: the portal is there. */
  bound: boolean;
  /** The outcome is recorded; nothing more of it is. */
  ended: boolean;
}

/** Undoes a change of names that never happened at the target, because it skipped the message after an error. */
export interface Change {
  undo(): void;
}

/**
 * The agent's prepared statements and portals. A change is made when its message is forwarded, since messages behind it in
 * the pipeline mean the new name, and undone when the target turns out to have skipped it.
 */
export class Names {
  readonly #statements = new Map<string, Statement>();
  readonly #portals = new Map<string, Running>();
  #statementCount = 0;

  get size(): number {
    return this.#statements.size + this.#portals.size;
  }

  nextStatementNumber(): number {
    return ++this.#statementCount;
  }

  statement(name: string): Statement | undefined {
    return this.#statements.get(name);
  }

  portal(name: string): Running | undefined {
    return this.#portals.get(name);
  }

  setStatement(name: string, statement: Statement | undefined): Change {
    return replace(this.#statements, name, statement);
  }

  setPortal(name: string, portal: Running | undefined): Change {
    return replace(this.#portals, name, portal);
  }

  /**
   * All portals end with their transaction; answers those whose command has not ended. One whose Bind the target has yet
   * to answer belongs to the next transaction of a pipeline.
   */
  endPortals(): readonly Running[] {
    if (this.#portals.size === 0) return NONE;
    const open: Running[] = [];
    for (const [name, portal] of this.#portals) {
      if (!portal.bound) continue;
      this.#portals.delete(name);
      if (!portal.ended) open.push(portal);
    }
    return open;
  }
}

const NONE: readonly Running[] = [];

function replace<Value>(map: Map<string, Value>, name: string, value: Value | undefined): Change {
  const before = map.get(name);
  if (value === undefined) map.delete(name);
  else map.set(name, value);
  return {
    undo() {
      if (before === undefined) map.delete(name);
      else map.set(name, before);
    },
  };
}
