import type { Fields } from './tree.ts';
import type {
  ColumnMention,
  CopyUse,
  Lineage,
  NameReference,
  Output,
  Range,
  Refusal,
  RefusalCode,
  SessionUse,
  StatementAnalysis,
  TransactionCommand,
  UnresolvedEffect,
} from './types.ts';

/** Collects what the walk over one statement finds. */
export class Findings {
  private readonly effects = new Map<string, UnresolvedEffect>();
  private readonly references = new Map<string, NameReference>();
  private readonly mentions = new Map<string, ColumnMention>();
  private readonly ranges = new Map<string, Range>();
  private readonly aliases = new Set<string>();
  private readonly obscured = new Set<string>();
  private readonly operators = new Set<string>();
  private readonly outputs: Output[] = [];
  private readonly positions: number[] = [];
  /** Relations read so far, in order; a locking clause looks at those of its FROM. */
  readonly reads: { readonly reference: NameReference; readonly name: string }[] = [];
  private refusal: Refusal | undefined;
  private reshapes = false;
  private invalidates = false;
  private transaction: TransactionCommand | undefined;
  private savepoint: string | undefined;
  private readonly uses: SessionUse[] = [];
  private copied: CopyUse | undefined;

  effect(effect: UnresolvedEffect): void {
    const { reference } = effect;
    const { unlessColumnOf: of } = effect;
    const name = reference?.name ?? effect.object ?? '';
    const flags = `${effect.when ?? ''}${effect.unbounded === true ? '!' : ''}`;
    const column = of === undefined ? '' : `${of.schema ?? ''}\0${of.name}`;
    const key = `${effect.command}\0${effect.kind}\0${reference?.schema ?? ''}\0${name}\0${flags}\0${column}`;
    if (!this.effects.has(key)) this.effects.set(key, effect);
  }

  /** An effect on no object, unless the command already has one. */
  ensure(command: string): void {
    for (const effect of this.effects.values()) if (effect.command === command) return;
    this.effect({ command, kind: 'none' });
  }

  /** An operator or a type, as written, name parts outermost first. */
  code(kind: 'operator' | 'type', parts: readonly string[]): void {
    const schema = parts.at(-2);
    const name = parts.at(-1);
    if (name === undefined || (kind === 'operator' && schema === 'pg_catalog')) return;
    const reference = { kind, name, ...(schema === undefined ? {} : { schema }) };
    this.references.set(JSON.stringify(reference), reference);
  }

  range(range: Range): void {
    const key = [
      range.reference.schema,
      range.reference.name,
      range.name,
      range.renamed,
      range.utility,
    ].join('\0');
    this.ranges.set(key, range);
  }

  alias(name: string): void {
    this.aliases.add(name);
  }

  mention(mention: ColumnMention): void {
    const key = `${mention.kind}\0${mention.qualifier ?? ''}\0${mention.name}\0${mention.expands?.join('\0') ?? ''}`;
    this.mentions.set(key, mention);
  }

  output(output: Output): void {
    this.outputs.push(output);
  }

  position(position: number): void {
    this.positions.push(position);
  }

  obscure(construct: string): void {
    this.obscured.add(construct);
  }

  operator(name: string): void {
    this.operators.add(name);
  }

  /** The first refusal stays: it is the outermost. */
  refuse(code: RefusalCode, reason: string): void {
    this.refusal ??= { code, reason };
  }

  reshape(): void {
    this.reshapes = true;
  }

  invalidate(): void {
    this.invalidates = true;
  }

  control(transaction: TransactionCommand, savepoint?: string): void {
    this.transaction = transaction;
    this.savepoint = savepoint;
  }

  use(use: SessionUse): void {
    this.uses.push(use);
  }

  copy(copy: CopyUse): void {
    this.copied = copy;
  }

  statement(node: string, tree: Fields): StatementAnalysis {
    const lineage: Lineage = {
      outputs: this.outputs,
      mentions: [...this.mentions.values()],
      positions: this.positions,
      ranges: [...this.ranges.values()],
      aliases: [...this.aliases],
      obscured: [...this.obscured],
      operators: [...this.operators],
      reshapes: this.reshapes,
    };
    return {
      node,
      tree,
      effects: [...this.effects.values()],
      code: [...this.references.values()],
      lineage,
      ...(this.transaction === undefined ? {} : { transaction: this.transaction }),
      ...(this.savepoint === undefined ? {} : { savepoint: this.savepoint }),
      invalidates: this.invalidates,
      ...(this.uses.length === 0 ? {} : { session: this.uses }),
      ...(this.copied === undefined ? {} : { copy: this.copied }),
      ...(this.refusal === undefined ? {} : { refusal: this.refusal }),
    };
  }
}
