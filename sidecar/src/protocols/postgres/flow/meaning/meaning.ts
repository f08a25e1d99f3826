import type { SessionUse } from '@chaperone/core/sql';
import { postgresLimits } from '../../../../config/limits.ts';
import type { Refusal } from '../../../protocol.ts';
import type { Classification, StatementUse } from '../../catalog/classification.ts';
import type { Classifier } from '../../catalog/classifier.ts';
import type { Names, Running, Statement } from '../names.ts';
import type { TransactionStatus } from '../state.ts';
import { merged } from './merge.ts';
import { Naming } from './naming.ts';
import { TemporaryTables } from './temporary.ts';

interface Cursor {
  classification: Classification;
  /** Outlives its transaction. */
  readonly hold: boolean;
}

/** A command that uses or changes what only the session knows, while the target works on it. */
interface Current {
  readonly running: Running;
  readonly uses: readonly StatementUse[];
  /** Statements that are done. */
  done: number;
}

/**
 * What names and settings mean in one session, beyond the catalog: SQL's prepared statements and cursors, search_path and
 * role, temporary tables. One command that changes any of it runs at a time: what is behind it waits until the target has
 * answered, so that what is known here is what the target knows.
 */
export class SessionMeaning {
  readonly #names: Names;
  readonly #classifier: Classifier;
  readonly #naming = new Naming();
  readonly #temporary = new TemporaryTables();
  readonly #cursors = new Map<string, Cursor>();
  #current: Current | undefined;
  #unsettled = false;
  #failed = false;
  #status: TransactionStatus = 'I';
  #version = 0;
  readonly #versions = new WeakMap<Classification, number>();

  constructor(names: Names, classifier: Classifier) {
    this.#names = names;
    this.#classifier = classifier;
  }

  /** A command is under way that changes what later ones mean. */
  get unsettled(): boolean {
    return this.#unsettled;
  }

  /** The target has answered everything. */
  settle(): void {
    this.#unsettled = false;
    this.#current = undefined;
  }

  /** Does it matter to this text what the session knows, or the other way round? */
  concerns({ session, usesSession }: Classification): boolean {
    return session !== undefined && (usesSession === true || this.#naming.dirty);
  }

  /** What has to be looked at again before `resolve`: its names may have another meaning by now. */
  stale(
    base: Classification,
  ): { readonly text: string; readonly renew: (found: Classification) => void } | undefined {
    for (const use of usesOf(base)) {
      const held = this.#held(use);
      if (held !== undefined && held.classification.generation !== this.#classifier.generation)
        return {
          text: held.classification.text,
          renew: (found) => {
            held.classification = found;
          },
        };
    }
    return undefined;
  }

  /** The text as it is meant now; only while everything is settled. */
  resolve(base: Classification): Classification {
    const resolved = merged(base, base.session ?? [], {
      statement: (name) => this.#names.statement(name)?.classification,
      cursor: (name) =>
        this.#cursors.get(name)?.classification ?? this.#names.portal(name)?.classification,
    });
    const makes = usesOf(base).some(({ kind }) => kind === 'prepare' || kind === 'declare');
    const many = this.#cursors.size >= postgresLimits.names.value || this.#names.isFull;
    const deep = this.#naming.depth >= postgresLimits.names.value;
    const full = (makes && many) || (deep && base.session?.some(isSavepoint) === true);
    const result =
      full && resolved.refusal === undefined ? { ...resolved, refusal: FULL } : resolved;
    this.#versions.set(result, this.#version);
    return result;
  }

  /** Was it resolved under another meaning than now? */
  isOutdated(resolved: Classification): boolean {
    const version = this.#versions.get(resolved);
    return version !== undefined && version !== this.#version;
  }

  /** A command is about to go to the target: it may drop temporary tables. */
  passed(classification: Classification): void {
    if (classification.invalidates && !isOnlyTemporary(classification) && this.#temporary.doubt())
      this.#moved();
  }

  /** A command begins to run. */
  begins(running: Running): void {
    const { classification } = running;
    if (!this.concerns(classification)) return;
    this.#current = { running, uses: classification.session ?? [], done: 0 };
    this.#unsettled = true;
  }

  /** The target has done one statement of the command; `tag` is what it says of it. */
  completed(running: Running, tag: () => string): void {
    const current = this.#current;
    if (current?.running !== running) return;
    const statement = current.uses[current.done++];
    if (statement === undefined) return;
    for (const use of statement.uses) this.#apply(use, current);
    if (statement.transaction !== undefined) this.#transaction(statement, tag());
  }

  /** An error came. */
  failed(): void {
    this.#failed = true;
  }

  ready(status: TransactionStatus): void {
    if (status === 'I') this.#ended(!this.#failed);
    this.#status = status;
    this.#failed = false;
  }

  #held(use: SessionUse): Statement | Cursor | undefined {
    if (use.kind === 'execute') return this.#names.statement(use.name);
    return use.kind === 'fetch' ? this.#cursors.get(use.name) : undefined;
  }

  #transaction({ transaction, savepoint }: StatementUse, tag: string): void {
    if (transaction === 'savepoint') this.#naming.savepoint(savepoint ?? '');
    else if (transaction === 'release') this.#naming.release(savepoint ?? '');
    else if (transaction === 'rollback-to') {
      this.#naming.rollbackTo(savepoint ?? '');
      this.#moved();
    } else if (transaction !== 'begin') this.#ended(tag === 'COMMIT');
  }

  #ended(committed: boolean): void {
    for (const [name, { hold }] of this.#cursors) if (!hold) this.#cursors.delete(name);
    if (!this.#naming.dirty) return;
    this.#naming.end(committed);
    this.#moved();
  }

  #apply(use: SessionUse, current: Current): void {
    if (use.kind === 'execute' || use.kind === 'fetch') return;
    this.#version++;
    const { classification } = current.running;
    switch (use.kind) {
      case 'prepare':
        this.#names.setStatement(use.name, this.#statement(current.running)).settle();
        return;
      case 'deallocate':
        this.#deallocate(use.name);
        return;
      case 'declare':
        this.#cursors.set(use.name, { classification, hold: use.hold });
        return;
      case 'close':
        this.#close(use.name);
        return;
      case 'set':
        this.#naming.set(use);
        this.#moved();
        return;
      case 'discard':
        this.#discard(use.what);
        return;
      case 'temporary':
        this.#temporary.made(use.name, use.lasting && this.#isFinal(current));
        this.#moved();
    }
  }

  /** Is what the command has done not undone by what may come? */
  #isFinal({ running, uses }: Current): boolean {
    return this.#status === 'I' && running.statement === undefined && uses.length === 1;
  }

  #deallocate(only?: string): void {
    for (const name of only === undefined ? this.#names.statementNames() : [only])
      this.#names.setStatement(name, undefined).settle();
  }

  #close(name?: string): void {
    if (name === undefined) this.#cursors.clear();
    else this.#cursors.delete(name);
  }

  #discard(what: 'all' | 'temporary' | 'settings'): void {
    if (what !== 'settings') this.#temporary.doubt();
    if (what !== 'temporary') this.#naming.reset(what);
    if (what === 'all') {
      this.#deallocate();
      this.#close();
    }
    this.#moved();
  }

  /** Names resolve in another way from here on. */
  #moved(): void {
    const { names, isEmpty } = this.#temporary;
    this.#classifier.resolveBy(this.#naming.values, isEmpty ? undefined : names);
  }

  /** What PREPARE made: executing it has the effects that preparing it had. */
  #statement({ classification }: Running): Statement {
    return {
      number: this.#names.nextStatementNumber(),
      text: classification.text,
      parameterTypes: [],
      classification,
      description: undefined,
      describing: false,
      planned: undefined,
    };
  }
}

const FULL: Refusal = {
  code: 'TOO_MANY_STATEMENTS',
  message: 'this session holds too many statements, portals and cursors',
};

const isSavepoint = ({ transaction }: StatementUse): boolean => transaction === 'savepoint';

function usesOf({ session }: Classification): readonly SessionUse[] {
  return session?.flatMap(({ uses }) => uses) ?? [];
}

/** Making a temporary table drops none. */
function isOnlyTemporary({ session, effects }: Classification): boolean {
  const [only, ...more] = session ?? [];
  const makes = only?.uses.some(({ kind }) => kind === 'temporary') === true;
  return makes && more.length === 0 && effects.every(({ kind }) => kind !== 'function');
}
