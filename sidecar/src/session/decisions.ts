import { prepareCommand, withText } from '@chaperone/core/record';
import type { PreparedCommand, RecordedVerdict } from '@chaperone/core/record';
import type { Agent, Command } from '@chaperone/core/command';
import type { EffectivePolicies, Verdict } from '@chaperone/core/policy';
import type {
  Classified,
  CommandRequest,
  Refusal,
  SessionPolicies,
} from '../protocols/protocol.ts';
import type { Meter } from './meter.ts';

/** A verdict with what the path derives from it: the refusal, where it refuses, and the record's bytes. */
export interface Decided {
  readonly verdict: Verdict;
  readonly refusal: Refusal | undefined;
  readonly prepared: PreparedCommand;
}

/** Decided before, for the same text, statement number and policies. */
interface Known extends Decided {
  readonly policies: SessionPolicies;
  readonly statement: number | undefined;
}

/** Who asks, through which connection, in which session. */
export interface DecisionFacts {
  readonly agent: Agent;
  readonly connection: {
    readonly name: string;
    readonly namespace: string;
    readonly protocol: string;
  };
  readonly session: { readonly id: string; readonly startedAtMs: number };
}

/** Decides commands by the policies that hold now, once per text where nothing else matters. */
export class Decisions {
  readonly #facts: DecisionFacts;
  readonly #policies: () => SessionPolicies;
  readonly #meter: Meter;
  readonly #known = new WeakMap<Classified, Known>();
  /** Decided for some text like this one; the record's bytes hold that text. */
  readonly #knownLike = new WeakMap<Classified, Known>();

  constructor(facts: DecisionFacts, policies: () => SessionPolicies, meter: Meter) {
    this.#facts = facts;
    this.#policies = policies;
    this.#meter = meter;
  }

  get policies(): SessionPolicies {
    return this.#policies();
  }

  decide(request: CommandRequest): Decided {
    const policies = this.#policies();
    const { classified, statement } = request;
    const spent = this.#meter.exhausted(Date.now(), policies.effective.limits);
    if (spent !== undefined) return this.#exhausted(request, spent);
    if (!policies.effective.cacheable) return this.#decideAnew(request, policies);
    const { like } = classified;
    if (like !== undefined) return this.#decideLike(request, like, policies);
    const known = this.#known.get(classified);
    if (known?.policies === policies && known.statement === statement) return known;
    const decided = this.#decideAnew(request, policies);
    this.#known.set(classified, { ...decided, policies, statement });
    return decided;
  }

  #decideAnew(request: CommandRequest, policies: SessionPolicies): Decided {
    const verdict = policies.effective.decide(this.#input(request));
    return this.prepare(request, verdict, deniedBy(verdict, request.classified));
  }

  /** Where verdicts depend on effects alone, that of a text holds for all like it; what is recorded is the text itself. */
  #decideLike(request: CommandRequest, like: Classified, policies: SessionPolicies): Decided {
    const { classified, statement } = request;
    const known = this.#knownLike.get(like);
    if (known?.policies !== policies) {
      const decided = this.#decideAnew(request, policies);
      this.#knownLike.set(like, { ...decided, policies, statement });
      return decided;
    }
    const { verdict, refusal, prepared } = known;
    const text = policies.commandDetectors.maskText(classified.text);
    return { verdict, refusal, prepared: withText(prepared, text, statement) };
  }

  /** The refusal if the command were decided now; for one that waited. */
  deniedNow(request: CommandRequest): Refusal | undefined {
    const verdict = this.#policies().effective.decide(this.#input(request));
    return deniedBy(verdict, request.classified);
  }

  /** The refusal that any execution of this text would meet; undefined where parameters or time may matter. */
  foresee(classified: Classified): Refusal | undefined {
    const policies = this.#policies();
    if (!policies.effective.cacheable) return undefined;
    const request = { classified, parameters: [], parameterTypes: [] };
    return deniedBy(policies.effective.decide(this.#input(request)), classified);
  }

  #exhausted(request: CommandRequest, reason: string): Decided {
    const verdict = { effect: 'Deny', cause: 'rule', reason } as const;
    return this.prepare(request, verdict, { code: 'LIMIT_HOURLY', message: reason });
  }

  /** The record's bytes for every execution that is decided like this. */
  prepare(request: CommandRequest, verdict: Verdict, refusal: Refusal | undefined): Decided {
    const { classified, statement } = request;
    const { commandDetectors } = this.#policies();
    const prepared = prepareCommand({
      ...(statement === undefined ? {} : { statement }),
      text: commandDetectors.maskText(classified.text),
      effects: classified.effects,
      verdict: recorded(verdict),
      ...(refusal === undefined ? {} : { code: refusal.code }),
    });
    return { verdict, refusal, prepared };
  }

  #input({
    classified,
    parameters,
    parameterTypes,
  }: CommandRequest): Parameters<EffectivePolicies['decide']>[0] {
    const command: Command = {
      text: classified.text,
      parameters,
      parameterTypes,
      effects: classified.effects,
    };
    return { ...this.#facts, command, nowMs: Date.now() };
  }
}

function recorded(verdict: Verdict): RecordedVerdict {
  const { effect, policy, rule, reason } = verdict;
  const named = {
    ...(policy === undefined ? {} : { policy }),
    ...(rule === undefined ? {} : { rule }),
  };
  if (verdict.effect !== 'Allow' || verdict.dryRun === undefined)
    return { effect, ...named, reason };
  const { dryRun } = verdict;
  return {
    effect,
    ...named,
    reason,
    dryRun: {
      effect: dryRun.effect,
      ...(dryRun.policy === undefined ? {} : { policy: dryRun.policy }),
      ...(dryRun.rule === undefined ? {} : { rule: dryRun.rule }),
    },
  };
}

function deniedBy(verdict: Verdict, { effects }: Classified): Refusal | undefined {
  if (verdict.effect !== 'Deny') return undefined;
  const { policy, rule, reason, hint } = verdict;
  return {
    code: 'POLICY_DENIED',
    message: reason,
    effects,
    ...(policy === undefined ? {} : { policy }),
    ...(rule === undefined ? {} : { rule }),
    ...(hint === undefined ? {} : { hint }),
  };
}
