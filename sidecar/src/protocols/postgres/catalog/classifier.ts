import { checkLineage, resolveEffects, shapeOf } from '@chaperone/core/sql';
import type {
  Analysis,
  LineageVerdict,
  MaskedCatalog,
  StatementAnalysis,
} from '@chaperone/core/sql';
import type { Effect } from '@chaperone/core/command';
import { SidecarError } from '../../../errors.ts';
import type { Refusal, SessionPolicies } from '../../protocol.ts';
import type { Analyst, Answer } from '../analyst/index.ts';
import type { Masking } from '../flow/masking.ts';
import type { Catalog, MaskedState } from './catalog.ts';
import type { Classification } from './classification.ts';
import { copyStreams } from './copies.ts';
import { TextCache } from './text-cache.ts';

/** What a session asks about texts. */
export interface Classifier {
  /** Of classifications that hold now; another number means: look again. */
  readonly generation: number;
  /** The masking that the last text was looked at with. */
  readonly masking: Masking;
  classify(text: string): Classification | Promise<Classification>;
  invalidate(): void;
}

let generations = 0;

/** What looks at texts, and what at names. */
export interface ViewParts {
  readonly analyst: Analyst;
  readonly catalog: Catalog;
}

/** Texts under one set of policies and one state of the catalog. */
export class View {
  readonly generation: number = ++generations;
  readonly policies: SessionPolicies;
  readonly masking: Masking;
  readonly #analyst: Analyst;
  readonly #catalog: Catalog;
  readonly #catalogGeneration: number;
  readonly #masked: MaskedCatalog;
  readonly #known = new TextCache<Classification>();
  readonly #ofShape = new TextCache<Classification>();

  constructor(policies: SessionPolicies, { analyst, catalog }: ViewParts, masked: MaskedState) {
    this.policies = policies;
    this.#analyst = analyst;
    this.#catalog = catalog;
    this.#catalogGeneration = catalog.generation;
    this.#masked = { relations: masked.columns.relations, dependents: masked.dependents };
    const { detectors, maskKey } = policies;
    this.masking = {
      none: masked.columns.isEmpty && detectors.none,
      columns: masked.columns,
      detectors,
      key: maskKey,
    };
  }

  isCurrent(policies: SessionPolicies): boolean {
    return this.policies === policies && this.#catalogGeneration === this.#catalog.generation;
  }

  /** @throws SidecarError CATALOG_UNAVAILABLE, as a rejection */
  classify(text: string): Classification | Promise<Classification> {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const shape = shapeOf(text);
    const like = shape === undefined ? undefined : this.#ofShape.get(shape);
    // The copy lives as long as the command; there are as many texts of a shape as there are values.
    if (like !== undefined) return { ...like, text, like };
    const answer = this.#analyst.analyse(text);
    return answer instanceof Promise
      ? answer.then(async (found) => this.#classified(text, found))
      : this.#classified(text, answer);
  }

  #classified(text: string, answer: Answer): Classification | Promise<Classification> {
    if ('code' in answer) {
      const refused = this.#refused(text, answer);
      return PASSING.has(answer.code) ? refused : this.#remember(refused);
    }
    const missing = this.#catalog.missing(answer.names);
    if (missing.length === 0) {
      const resolved = this.#resolved(text, answer);
      // The query that a copy is described by is this text's own.
      return this.#remember(resolved, resolved.copies === undefined ? answer.shape : undefined);
    }
    return this.#catalog.load(missing).then(() => this.#resolved(text, answer));
  }

  #remember(classification: Classification, shape?: string): Classification {
    this.#known.set(classification.text, classification);
    if (shape !== undefined) this.#ofShape.set(shape, classification);
    return classification;
  }

  #refused(text: string, refusal: Refusal): Classification {
    return {
      text,
      effects: [],
      refusal,
      generation: this.generation,
      masking: 'none',
      maskedOutput: false,
      touchesMasked: true,
      mayQuoteMasked: true,
      invalidates: false,
    };
  }

  #resolved(text: string, analysis: Analysis): Classification {
    const effects = resolveEffects(analysis, this.#catalog);
    const verdicts = analysis.statements.map((statement) => this.#lineage(statement));
    const opaque = verdicts.some(({ kind }) => kind === 'opaque-call');
    const maskedOutput = verdicts.some(
      (verdict) => verdict.kind === 'plain' && verdict.maskedOutput,
    );
    const touchesMasked = verdicts.some(({ kind }) => kind !== 'untouched');
    // Names are looked up in what is committed, and a ROLLBACK changes nothing of that.
    const invalidates = analysis.statements.some(
      (statement) => statement.invalidates && statement.transaction === undefined,
    );
    const copies = copyStreams(analysis, text);
    const shifts = invalidates && touchesMasked && analysis.statements.length > 1;
    return {
      text,
      effects,
      refusal: refusalOf(analysis, verdicts) ?? (shifts ? SHIFTS : undefined),
      generation: this.generation,
      masking: opaque ? 'opaque' : maskedOutput ? 'columns' : 'none',
      maskedOutput,
      touchesMasked,
      mayQuoteMasked: touchesMasked || (this.#masked.relations.length > 0 && effects.some(isWrite)),
      invalidates,
      ...(copies.length === 0 ? {} : { copies }),
    };
  }

  #lineage(statement: StatementAnalysis): LineageVerdict {
    if (this.#masked.relations.length === 0) return { kind: 'untouched' };
    const unknown = statement.lineage.ranges.find(
      ({ reference, utility }) =>
        utility !== true && this.#catalog.relation(reference) === undefined,
    );
    if (unknown !== undefined) {
      return {
        kind: 'refused',
        code: 'LINEAGE_UNKNOWN',
        reason: `relation ${JSON.stringify(unknown.reference.name)} does not exist, or was made in this transaction`,
      };
    }
    return checkLineage(statement, this.#masked, this.#catalog);
  }
}

/** The parser's state, not the text, is why: the text is looked at again when it comes again. */
const PASSING: ReadonlySet<string> = new Set(['SQL_PARSER_BUSY', 'SQL_PARSER_UNAVAILABLE']);

const SHIFTS: Refusal = {
  code: 'LINEAGE_UNKNOWN',
  message:
    'the text changes the catalog and reaches masked columns; nobody can tell what they are called by then',
  hint: 'Send the statements one by one.',
};

function refusalOf(analysis: Analysis, verdicts: readonly LineageVerdict[]): Refusal | undefined {
  for (const { refusal } of analysis.statements) {
    if (refusal !== undefined) return { code: refusal.code, message: refusal.reason };
  }
  for (const verdict of verdicts) {
    if (verdict.kind === 'refused') return { code: verdict.code, message: verdict.reason };
  }
  return undefined;
}

/** Views by policies, for all sessions of one credential and one database. */
export class Views {
  readonly catalog: Catalog;
  readonly #analyst: Analyst;
  readonly #views = new WeakMap<SessionPolicies, View>();

  constructor({ analyst, catalog }: ViewParts) {
    this.#analyst = analyst;
    this.catalog = catalog;
  }

  /** @throws SidecarError CATALOG_UNAVAILABLE */
  async viewFor(policies: SessionPolicies): Promise<View> {
    const known = this.#views.get(policies);
    if (known?.isCurrent(policies) === true) return known;
    const masked = await this.catalog.masked(policies.effective.masking);
    const view = new View(policies, { analyst: this.#analyst, catalog: this.catalog }, masked);
    this.#views.set(policies, view);
    return view;
  }
}

/** One session's look at texts: always through the view that is current when a text comes. */
export class SessionClassifier implements Classifier {
  readonly #views: Views;
  readonly #policies: () => SessionPolicies;
  #view: View;

  constructor(views: Views, policies: () => SessionPolicies, view: View) {
    this.#views = views;
    this.#policies = policies;
    this.#view = view;
  }

  get masking(): Masking {
    return this.#view.masking;
  }

  get generation(): number {
    return this.#view.isCurrent(this.#policies()) ? this.#view.generation : STALE;
  }

  classify(text: string): Classification | Promise<Classification> {
    if (!this.#view.isCurrent(this.#policies())) return this.#classifyAnew(text);
    const answer = this.#view.classify(text);
    return answer instanceof Promise ? this.#settled(text, answer) : answer;
  }

  invalidate(): void {
    this.#views.catalog.invalidate();
  }

  async #classifyAnew(text: string, tries = TRIES): Promise<Classification> {
    return this.#settled(text, this.#lookAnew(text), tries - 1);
  }

  async #lookAnew(text: string): Promise<Classification> {
    this.#view = await this.#views.viewFor(this.#policies());
    return this.#view.classify(text);
  }

  /** While names were looked up, catalog or policies may have changed: then all is looked at again. */
  async #settled(
    text: string,
    answer: Promise<Classification>,
    tries = TRIES,
  ): Promise<Classification> {
    try {
      const classification = await answer;
      if (this.#view.isCurrent(this.#policies()) || tries === 0) return classification;
      return await this.#classifyAnew(text, tries);
    } catch (error) {
      return unavailable(text)(error);
    }
  }
}

const isWrite = ({ kind, command }: Effect): boolean => kind === 'relation' && command !== 'SELECT';

/** How often a look-up is repeated because something changed under it. */
const TRIES = 3;

/** No classification has it. */
const STALE = 0;

/** A text whose names cannot be looked up is refused, and looked at again the next time. */
const unavailable =
  (text: string) =>
  (error: unknown): Classification => {
    if (!(error instanceof SidecarError)) throw error;
    return {
      text,
      effects: [],
      refusal: { code: error.code, message: error.message },
      generation: STALE,
      masking: 'none',
      maskedOutput: false,
      touchesMasked: true,
      mayQuoteMasked: true,
      invalidates: false,
    };
  };
