import type { Agent } from '../command/index.ts';
import { resolveMasking } from '../masking/index.ts';
import type { ColumnMasks, DetectorEntry } from '../masking/index.ts';
import { digestOf } from './canonical.ts';
import type { CompiledPolicies, CompiledPolicy, CompiledRule, Limits } from './compiled.ts';
import { decideBy } from './decide.ts';
import type { RuleSet } from './decide.ts';
import { Evaluation } from './evaluation.ts';
import { explainBy } from './explain.ts';
import type { Explanation } from './explain.ts';
import { describeAllowed } from './hint.ts';
import { ruleOrder } from './order.ts';
import type { Allow, DecisionInput, Deny, Verdict } from './types.ts';

/** The masking of one session: columns by name and pattern, and what to look for in any text. */
export interface EffectiveMasking extends ColumnMasks {
  /** For `compileDetectors`: in what the agent receives. */
  readonly detectors: readonly DetectorEntry[];
  /** For `compileDetectors`: in what the record keeps of commands. */
  readonly commandDetectors: readonly DetectorEntry[];
}

/** What applies to one session: the policies of its namespace that name its agent and its connection. */
export interface EffectivePolicies {
  /** Names of the policies that apply, sorted; those in DryRun too. */
  readonly policies: readonly string[];
  /** A pure function of its input. */
  readonly decide: (input: DecisionInput) => Verdict;
  /** The same verdict, with every rule that was tried and why it did not match. */
  readonly explain: (input: DecisionInput) => Explanation;
  /** No rule has an expression: for this session the verdict depends on the effects alone. */
  readonly cacheable: boolean;
  readonly masking: EffectiveMasking;
  /** The strictest of each kind. */
  readonly limits: Limits;
  /** SHA-256 in hex over what the policies say, DryRun included; approvals are bound to it, caches may go by it. */
  readonly digest: string;
}

/** The one protocol whose rules can be matched. */
const decidable = 'Postgres';

const noPolicy: Deny = Object.freeze({
  effect: 'Deny',
  cause: 'not-allowed',
  reason: 'no policy applies to this agent on this connection',
});

const undecidable: Deny = Object.freeze({
  effect: 'Deny',
  cause: 'not-allowed',
  reason: 'policies cannot decide on the protocol of this connection',
});

const onlyDryRun: Allow = Object.freeze({
  effect: 'Allow',
  reason: 'only policies in DryRun apply to this agent on this connection',
});

/**
 * Narrows policies to one session, once: by namespace, which agent and connection must share with the policy, by
 * connection and by subject.
 *
 * Policies in DryRun never change what is decided by those that enforce; their masking and limits do not apply. They
 * say what would have been decided if they enforced as well, in `dryRun` of an Allow, wherever that is not an Allow.
 * Where nothing but policies in DryRun applies, every command passes that way: the connection is open to this agent
 * while it is observed.
 */
export function policiesFor(
  compiled: CompiledPolicies,
  agent: Agent,
  connection: DecisionInput['connection'],
): EffectivePolicies {
  const applying = compiled.policies.filter((policy) => applies(policy, agent, connection));
  const enforcing = applying.filter((policy) => policy.mode === 'Enforce');
  const enforced = ruleSet(enforcing);
  const all = enforcing.length === applying.length ? enforced : ruleSet(applying);
  const decide = decider(connection.protocol, { applying, enforcing, enforced, all });
  const rules = sortedRules(applying);
  return {
    policies: applying.map((policy) => policy.name),
    decide,
    explain: (input) => explainBy(rules, input, decide(input)),
    cacheable: !rules.some((rule) => rule.expression),
    masking: {
      ...resolveMasking(enforcing.flatMap((policy) => policy.columns)),
      detectors: enforcing.flatMap((policy) => policy.detectors),
      commandDetectors: enforcing.flatMap((policy) => policy.commandDetectors),
    },
    limits: strictestLimits(enforcing),
    digest: digestOf(`[${applying.map((policy) => policy.canonical).join(',')}]`),
  };
}

function applies(
  policy: CompiledPolicy,
  agent: Agent,
  connection: DecisionInput['connection'],
): boolean {
  if (policy.namespace !== connection.namespace || policy.namespace !== agent.namespace) {
    return false;
  }
  return policy.connections(connection.name) && policy.agents(agent);
}

interface Scope {
  readonly applying: readonly CompiledPolicy[];
  readonly enforcing: readonly CompiledPolicy[];
  readonly enforced: RuleSet;
  readonly all: RuleSet;
}

function decider(protocol: string, scope: Scope): (input: DecisionInput) => Verdict {
  const { applying, enforcing, enforced, all } = scope;
  if (protocol !== decidable) return () => undecidable;
  if (applying.length === 0) return () => noPolicy;
  if (all === enforced) return (input) => decideBy(enforced, input, new Evaluation(input));
  return (input) => {
    const evaluation = new Evaluation(input);
    const verdict = enforcing.length === 0 ? onlyDryRun : decideBy(enforced, input, evaluation);
    return verdict.effect === 'Allow'
      ? withDryRun(verdict, decideBy(all, input, evaluation))
      : verdict;
  };
}

function withDryRun(verdict: Allow, would: Verdict): Allow {
  return would.effect === 'Allow' ? verdict : { ...verdict, dryRun: would };
}

/** Rules of all these policies that can match on this protocol, by policy and name. */
function sortedRules(policies: readonly CompiledPolicy[]): readonly CompiledRule[] {
  return policies.flatMap((policy) => policy.rules.filter(isDecidable)).sort(ruleOrder);
}

function isDecidable(rule: CompiledRule): boolean {
  return rule.protocol === undefined || rule.protocol === decidable;
}

function ruleSet(policies: readonly CompiledPolicy[]): RuleSet {
  const rules = sortedRules(policies);
  const allow = rules.filter((rule) => rule.effect === 'Allow');
  const approve = rules.filter((rule) => rule.effect === 'RequireApproval');
  let hint: { readonly text: string | undefined } | undefined;
  return {
    deny: rules.filter((rule) => rule.effect === 'Deny'),
    approve,
    allow,
    hint: () => (hint ??= { text: describeAllowed([...allow, ...approve]) }).text,
  };
}

const limitNames = [
  'rowsPerCommand',
  'bytesPerCommand',
  'rowsPerHour',
  'bytesPerHour',
  'sessions',
] as const satisfies readonly (keyof Limits)[];

function strictestLimits(policies: readonly CompiledPolicy[]): Limits {
  const limits: { -readonly [K in keyof Limits]: Limits[K] } = {};
  for (const policy of policies) {
    for (const key of limitNames) {
      const limit = policy.limits[key];
      if (limit !== undefined) limits[key] = Math.min(limit, limits[key] ?? Infinity);
    }
  }
  return limits;
}
