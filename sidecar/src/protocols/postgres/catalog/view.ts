import { checkLineage, resolveEffects, shapeOf } from '@chaperone/core/sql';
import type {
  Analysis,
  LineageVerdict,
  MaskedCatalog,
  NameReference,
  Resolution,
  StatementAnalysis,
} from '@chaperone/core/sql';
import { postgresLimits } from '../../../config/limits.ts';
import type { Refusal, SessionPolicies } from '../../protocol.ts';
import type { Analyst, Answer } from '../analyst/index.ts';
import type { Masking } from '../flow/masking.ts';
import type { Catalog } from './catalog.ts';
import type { MaskedState } from './masked-loader.ts';
import type { Classification } from './classification.ts';
import { copyStreams } from './copies.ts';
import { held, lineageFacts, refusalOf, shifting } from './lineage-facts.ts';
import { mayDrop, notAlone, sessionOf, withTemporary } from './session-use.ts';
import type { TemporaryNames } from '../flow/meaning/temporary.ts';
import { TextCache } from './text-cache.ts';
import { writtenBack } from './written-back.ts';
import { FIRST_OWN } from './questions.ts';

let generations = 0;

/** What looks at texts, and what at names. */
export interface ViewParts {
  readonly analyst: Analyst;
  readonly catalog: Catalog;
  /** Settings under which names resolve, as SQL; absent: as the session began. */
  readonly settings?: string;
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
  readonly #context: Pick<Classification, 'context'>;
  readonly #catalogGeneration: number;
  readonly #masked: MaskedCatalog;
  readonly #known: TextCache<Classification>;
  readonly #ofShape: TextCache<Classification>;

  constructor(policies: SessionPolicies, parts: ViewParts, masked: MaskedState) {
    const { analyst, catalog } = parts;
    this.policies = policies;
    this.#temporary = parts.temporary;
    // There may be one of these for each session.
    const isOwn = parts.temporary !== undefined || parts.settings !== undefined;
    const chars = (isOwn ? postgresLimits.ownTextChars : postgresLimits.cachedTextChars).value;
    this.#known = new TextCache(postgresLimits.cachedTexts.value, chars);
    this.#ofShape = new TextCache(postgresLimits.cachedTexts.value, chars);
    this.#context = parts.settings === undefined ? {} : { context: parts.settings };
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
    return this.#catalog.load(missing).then(() => {
      if (missing.some((name) => this.#isYounger(name))) this.#catalog.invalidate();
      return this.#resolved(text, answer);
    });
  }

  /** A relation with columns to mask, which was not there when those were looked up. */
  #isYounger(name: NameReference): boolean {
    const found = name.kind === 'relation' ? this.#catalog.relation(name) : undefined;
    if (found === undefined || found.oid < FIRST_OWN || !MASKABLE.has(found.kind)) return false;
    if (this.masking.columns.has(found.oid)) return false;
    const masks = this.policies.effective.masking;
    return (found.columns ?? []).some(
      (column) => masks.matchColumn(found.schema, found.name, column) !== undefined,
    );
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
      ...relationsOf(analysis, resolution),
      ...this.#context,
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

function relationsOf(
  { names }: Analysis,
  resolution: Resolution,
): Pick<Classification, 'relations'> {
  const relations = names.flatMap((name) =>
    name.kind === 'relation' ? (resolution.relation(name)?.oid ?? []) : [],
  );
  return relations.includes(0) ? {} : { relations };
}

/** Kinds of relations whose columns are looked up: tables, partitioned ones, views of both kinds, foreign tables. */
const MASKABLE: ReadonlySet<string> = new Set(['r', 'p', 'v', 'm', 'f']);

/** The parser's state, not the text, is why: the text is looked at again when it comes again. */
const PASSING: ReadonlySet<string> = new Set(['SQL_PARSER_BUSY', 'SQL_PARSER_UNAVAILABLE']);
