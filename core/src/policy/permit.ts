const brand: unique symbol = Symbol('permit');

/**
 * Permission as a value: forwarding takes a Permit, and only policy and approval can make one,
 * so that a forgotten `return` after a denial does not compile.
 */
export interface Permit {
  readonly [brand]: true;
  /** How it came about: by a rule, by a person, or because the command has no effect that a policy decides on. */
  readonly by: 'policy' | 'approval';
}

const byPolicy: Permit = Object.freeze({ [brand]: true as const, by: 'policy' as const });
const byApproval: Permit = Object.freeze({ [brand]: true as const, by: 'approval' as const });

/** Only `policy/` and `approval/` may call this; the linter holds everyone else to it. */
export function mintPermit(by: Permit['by']): Permit {
  return by === 'policy' ? byPolicy : byApproval;
}
