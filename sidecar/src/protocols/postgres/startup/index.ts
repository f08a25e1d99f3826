export * from './agent.ts';
export * from './cancel.ts';
export * from './limits.ts';
export * from './parameters.ts';
export * from './refusal.ts';
export * from './salted-passwords.ts';
export * from './target.ts';
export type { AuthenticationMethod } from './authenticate.ts';
export type { TargetAddress, TargetOptions, TargetTls } from './target-options.ts';
