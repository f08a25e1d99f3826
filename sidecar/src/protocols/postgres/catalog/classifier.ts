import { checkLineage, resolveEffects, shapeOf } from '@chaperone/core/sql';
import type {
  Analysis,
  LineageVerdict,
  MaskedCatalog,
  Resolution,
  StatementAnalysis,
} from '@chaperone/core/sql';
import { postgresLimits } from '../../../config/limits.ts';
import type { Refusal, SessionPolicies } from '../../protocol.ts';
import type { Analyst, Answer } from '../analyst/index.ts';
import { unaskedBy, type Masking, type Unasked } from '../flow/masking.ts';
import type { Catalog } from './catalog.ts';
import type { MaskedState } from './masked-loader.ts';
import type { Classification } from './classification.ts';
import { copyStreams } from './copies.ts';
import { held, lineageFacts, refusalOf, shifting } from './lineage-facts.ts';
import { mayDrop, namingSettings, notAlone, sessionOf, withTemporary } from './session-use.ts';
import type { TemporaryNames } from '../flow/meaning/temporary.ts';
import type { NamingValues } from '../flow/meaning/naming.ts';
import { TextCache } from './text-cache.ts';
import { STALE, unavailable } from './unavailable.ts';
import { writtenBack } from './written-back.ts';

/** What a session asks about texts. */
export interface Classifier {
  /** Of classifications that hold now; another number means: look again. */
  readonly generation: number;
  /** The masking that the last text was looked at with. */
  readonly masking: Masking;
  /** Masking of what no text asked for, as policies say now. */
  readonly unasked: Unasked;
  classify(text: string): Classification | Promise<Classification>;
  invalidate(): void;
  /** From here on names resolve under these settings, and with these temporary tables before all others. */
  resolveBy(naming: NamingValues, temporary: TemporaryNames | undefined): void;
}

let generations = 0;

/** What looks at texts, and what at names. */
export interface ViewParts {
  readonly analyst: Analyst;
  readonly catalog: Catalog;
  /** Tables of one session that go before those of the catalog. */
  readonly temporary?: TemporaryNames | undefined;
}

/** Texts under one set of policies and one state of the catalog. */
export class View {
  readonly generation: number = ++generations;
  readonly policies: SessionPolicies;
  readonly masking: Masking;
  readonly #analyst: Analyst;
  readonly #catalog: Catalog;
  readonly #temporary: TemporaryNames | undefined;
  readonly #catalogGeneration: number;
  readonly #masked: MaskedCatalog;
  readonly #known = new TextCache<Classification>();
  readonly #ofShape = new TextCache<Classification>();

  constructor(policies: SessionPolicies, parts: ViewParts, masked: MaskedState) {
    const { analyst, catalog } = parts;
    this.policies = policies;
    this.#temporary = parts.temporary;
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
      results: [],
      maskedOutput: false,
      touchesMasked: true,
      mayQuoteMasked: true,
      invalidates: false,
    };
  }

  #resolved(text: string, analysis: Analysis): Classification {
    const resolution = this.#resolution(analysis);
    const effects = resolveEffects(analysis, resolution);
    const verdicts = analysis.statements.map((statement) => this.#lineage(statement, resolution));
    const facts = lineageFacts(verdicts, effects, this.#masked);
    // Names are looked up in what is committed, and a ROLLBACK changes nothing of that.
    const invalidates = analysis.statements.some(
      (statement) => statement.invalidates && statement.transaction === undefined,
    );
    const copies = copyStreams(analysis, text);
    return {
      text,
      effects,
      refusal:
        refusalOf(analysis, verdicts) ??
        shifting(analysis, invalidates && facts.touchesMasked) ??
        held(analysis, facts) ??
        notAlone(analysis),
      generation: this.generation,
      ...facts,
      invalidates,
      ...writtenBack(analysis, resolution, { masked: this.#masked, masking: this.masking }),
      ...(copies.length === 0 ? {} : { copies }),
      ...sessionOf(analysis),
    };
  }

  /** A text that may drop tables before it uses them gets no certainty about them. */
  #resolution({ statements }: Analysis): Resolution {
    const temporary = this.#temporary;
    if (temporary === undefined) return this.#catalog;
    const drops = statements.length > 1 && statements.some(mayDrop);
    return withTemporary(this.#catalog, temporary, !drops);
  }

  #lineage(statement: StatementAnalysis, resolution: Resolution): LineageVerdict {
    if (this.#masked.relations.length === 0) return { kind: 'untouched' };
    const unknown = statement.lineage.ranges.find(
      ({ reference, utility }) => utility !== true && resolution.relation(reference) === undefined,
    );
    if (unknown !== undefined) {
      return {
        kind: 'refused',
        code: 'LINEAGE_UNKNOWN',
        reason: `relation ${JSON.stringify(unknown.reference.name)} does not exist, or was made in this transaction`,
      };
    }
    return checkLineage(statement, this.#masked, resolution);
  }
}

/** The parser's state, not the text, is why: the text is looked at again when it comes again. */
const PASSING: ReadonlySet<string> = new Set(['SQL_PARSER_BUSY', 'SQL_PARSER_UNAVAILABLE']);

/** Views by policies, for all sessions of one credential and one database. */
export class Views {
  readonly catalog: Catalog;
  readonly #analyst: Analyst;
  readonly #views = new WeakMap<SessionPolicies, View>();
  /** Where names resolve by other settings than a session begins with; by those settings. */
  readonly #named = new Map<string, Views>();

  constructor({ analyst, catalog }: ViewParts) {
    this.#analyst = analyst;
    this.catalog = catalog;
  }

  /** Views of the same database under other settings; only of views that are under none. */
  named(naming: NamingValues): Views {
    const settings = namingSettings(naming);
    if (settings === '') return this;
    const known = this.#named.get(settings);
    if (known !== undefined) return known;
    const catalog = this.catalog.under(settings);
    const views = new Views({ analyst: this.#analyst, catalog });
    if (this.#named.size < postgresLimits.names.value) this.#named.set(settings, views);
    return views;
  }

  /** What was looked up is looked up again; the target may know it otherwise by now. */
  invalidate(): void {
    this.catalog.invalidate();
    for (const views of this.#named.values()) views.invalidate();
  }

  /** Compares what is known with what the target says. */
  async revalidate(): Promise<void> {
    await this.catalog.revalidate();
    for (const views of this.#named.values()) await views.revalidate();
  }

  /** Of one session with temporary tables. */
  async viewWith(policies: SessionPolicies, temporary: TemporaryNames): Promise<View> {
    const { catalog } = this;
    const masked = await catalog.masked(policies.effective.masking);
    return new View(policies, { analyst: this.#analyst, catalog, temporary }, masked);
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
  readonly #root: Views;
  readonly #policies: () => SessionPolicies;
  #views: Views;
  #temporary: TemporaryNames | undefined;
  #view: View;
  /** Names resolve in another way than in the view at hand. */
  #moved = false;

  constructor(views: Views, policies: () => SessionPolicies, view: View) {
    this.#root = views;
    this.#views = views;
    this.#policies = policies;
    this.#view = view;
  }

  get masking(): Masking {
    return this.#view.masking;
  }

  get unasked(): Unasked {
    return unaskedBy(this.#policies());
  }

  get generation(): number {
    return this.#isCurrent() ? this.#view.generation : STALE;
  }

  classify(text: string): Classification | Promise<Classification> {
    if (!this.#isCurrent()) return this.#classifyAnew(text);
    const answer = this.#view.classify(text);
    return answer instanceof Promise ? this.#settled(text, answer) : answer;
  }

  invalidate(): void {
    this.#root.invalidate();
  }

  resolveBy(naming: NamingValues, temporary: TemporaryNames | undefined): void {
    this.#views = this.#root.named(naming);
    this.#temporary = temporary;
    this.#moved = true;
  }

  #isCurrent(): boolean {
    return !this.#moved && this.#view.isCurrent(this.#policies());
  }

  async #classifyAnew(text: string, tries = TRIES): Promise<Classification> {
    return this.#settled(text, this.#lookAnew(text), tries - 1);
  }

  async #lookAnew(text: string): Promise<Classification> {
    this.#moved = false;
    const temporary = this.#temporary;
    this.#view =
      temporary === undefined
        ? await this.#views.viewFor(this.#policies())
        : await this.#views.viewWith(this.#policies(), temporary);
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
      if (this.#isCurrent() || tries === 0) return classification;
      return await this.#classifyAnew(text, tries);
    } catch (error) {
      return unavailable(text)(error);
    }
  }
}

/** How often a look-up is repeated because something changed under it. */
const TRIES = 3;
