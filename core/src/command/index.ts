export type { Agent, Command, Effect, EffectKind, Parameter } from './types.ts';
