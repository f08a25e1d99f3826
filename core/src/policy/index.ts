export type {
  Allow,
  ApprovalTerms,
  DecisionInput,
  Deny,
  RequireApproval,
  Verdict,
} from './types.ts';
export type { CompiledPolicies, Limits, PolicyMode, PolicyProblem } from './compiled.ts';
export { compilePolicies } from './compile.ts';
export type { Compilation } from './compile.ts';
export { effectName } from './decide.ts';
export { compileSubjects } from './subject.ts';
export type { AgentMatch } from './subject.ts';
export { policiesFor } from './effective.ts';
export type { EffectiveMasking, EffectivePolicies } from './effective.ts';
export type { Explanation, RuleTrial } from './explain.ts';
export type { Permit } from './permit.ts';
export { permitFor } from './permit-for.ts';
