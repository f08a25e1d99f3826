import type {
  AccessPolicySubject,
  AccessPolicySubjectPodSelector,
  AccessPolicySubjectPodSelectorMatchExpression,
} from '@chaperone/crds';
import { wildcard } from '../command/index.ts';
import type { Agent, TextMatcher } from '../command/index.ts';

/** Whether a policy's `subjects` name this agent. */
export type AgentMatch = (agent: Agent) => boolean;

type Labels = Readonly<Record<string, string>>;

/**
 * Compiles `subjects`: any entry may hold, within one entry all that it names must. Without subjects every agent is
 * meant. A selector of labels holds for no agent whose labels are not known, whatever its operators.
 */
export function compileSubjects(subjects: readonly AccessPolicySubject[] | undefined): AgentMatch {
  if (!subjects) return () => true;
  const entries = subjects.map(compileSubject);
  return (agent) => entries.some((matches) => matches(agent));
}

function compileSubject(subject: AccessPolicySubject): AgentMatch {
  const account = subject.serviceAccount === undefined ? anyText : wildcard(subject.serviceAccount);
  const labels = subject.podSelector && compileSelector(subject.podSelector);
  const claims = Object.entries(subject.claims ?? {}).map(
    ([name, pattern]) => [name, wildcard(pattern)] as const,
  );
  return (agent) => {
    if (!account(agent.serviceAccount)) return false;
    if (labels && !(agent.labels && labels(agent.labels))) return false;
    return claims.every(([name, matches]) => {
      const value = own(agent.claims, name);
      return value !== undefined && matches(value);
    });
  };
}

const anyText: TextMatcher = () => true;

/** A key that the record has itself; `constructor` is none. */
function own(record: Labels | undefined, key: string): string | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Kubernetes' label selectors: NotIn holds also where the label is absent. */
function compileSelector(selector: AccessPolicySubjectPodSelector): (labels: Labels) => boolean {
  const exact = Object.entries(selector.matchLabels ?? {});
  const expressions = selector.matchExpressions ?? [];
  return (labels) =>
    exact.every(([key, value]) => own(labels, key) === value) &&
    expressions.every((expression) => holds(expression, own(labels, expression.key)));
}

function holds(
  expression: AccessPolicySubjectPodSelectorMatchExpression,
  value: string | undefined,
): boolean {
  const values = expression.values ?? [];
  switch (expression.operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}
