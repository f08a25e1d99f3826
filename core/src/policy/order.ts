/** By UTF-16 units, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

interface Named {
  readonly namespace: string;
  readonly name: string;
}

/** By namespace and name. */
export function policyOrder(a: Named, b: Named): number {
  return compareText(a.namespace, b.namespace) || compareText(a.name, b.name);
}

interface Rule {
  readonly policy: string;
  readonly name: string;
}

/** By policy and rule: which of several matching rules decides does not depend on where they stand. */
export function ruleOrder(a: Rule, b: Rule): number {
  return compareText(a.policy, b.policy) || compareText(a.name, b.name);
}
