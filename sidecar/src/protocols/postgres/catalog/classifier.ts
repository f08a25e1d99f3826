import { postgresLimits } from '../../../config/limits.ts';
import type { SessionPolicies } from '../../protocol.ts';
import { unaskedBy, type Masking, type Unasked } from '../flow/masking.ts';
import type { Catalog } from './catalog.ts';
import type { Classification } from './classification.ts';
import { namingSettings } from './session-use.ts';
import type { TemporaryNames } from '../flow/meaning/temporary.ts';
import type { NamingValues } from '../flow/meaning/naming.ts';
import { STALE, unavailable } from './unavailable.ts';
import { View } from './view.ts';
import type { ViewParts } from './view.ts';

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

/** Views by policies, for all sessions of one credential and one database. */
export class Views {
  readonly catalog: Catalog;
  readonly #parts: Omit<ViewParts, 'temporary'>;
  readonly #views = new WeakMap<SessionPolicies, View>();
  /** Where names resolve by other settings than a session begins with; by those settings, for sessions that share them. */
  readonly #named = new Map<string, Views>();

  constructor(parts: Omit<ViewParts, 'temporary'>) {
    this.#parts = parts;
    this.catalog = parts.catalog;
  }

  /** Views of the same database under other settings; only of views that are under none. */
  named(naming: NamingValues): Views {
    const settings = namingSettings(naming);
    if (settings === '') return this;
    const known = this.#named.get(settings);
    if (known !== undefined) return known;
    const catalog = this.catalog.under(settings);
    const views = new Views({ ...this.#parts, catalog, settings });
    this.#named.set(settings, views);
    const [oldest] = this.#named.keys();
    if (this.#named.size > postgresLimits.namings.value) this.#named.delete(oldest ?? '');
    return views;
  }

  /** What was looked up is looked up again; the target may know it otherwise by now. */
  invalidate(): void {
    this.catalog.invalidate();
  }

  /** Compares what is known with what the target says. */
  async revalidate(): Promise<void> {
    await this.catalog.revalidate();
  }

  /** Of one session with temporary tables. */
  async viewWith(policies: SessionPolicies, temporary: TemporaryNames): Promise<View> {
    const { catalog } = this;
    const masked = await catalog.masked(policies.effective.masking);
    return new View(policies, { ...this.#parts, temporary }, masked);
  }

  /** @throws SidecarError CATALOG_UNAVAILABLE */
  async viewFor(policies: SessionPolicies): Promise<View> {
    const known = this.#views.get(policies);
    if (known?.isCurrent(policies) === true) return known;
    const masked = await this.catalog.masked(policies.effective.masking);
    const view = new View(policies, this.#parts, masked);
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
