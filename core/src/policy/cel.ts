import { Environment } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import type { Agent, Effect, Parameter } from '../command/index.ts';
import { celTime } from './clock.ts';
import { linearMatches } from './expression-text.ts';
import type { DecisionInput } from './types.ts';

/** What an expression sees. Each class is a CEL type; a field that is undefined is one that `has()` denies. */
class CelEffect {
  readonly command: string;
  readonly kind: string;
  /** Empty where the effect has no object. */
  readonly object: string;
  readonly unbounded: boolean;
  /** Empty where the command names the object itself. */
  readonly through: string;

  constructor(effect: Effect) {
    this.command = effect.command;
    this.kind = effect.kind;
    this.object = effect.object ?? '';
    this.unbounded = effect.unbounded === true;
    this.through = effect.through ?? '';
  }
}

class CelPod {
  readonly name: string;
  readonly uid: string;

  constructor(pod: { readonly name: string; readonly uid: string }) {
    this.name = pod.name;
    this.uid = pod.uid;
  }
}

class CelAgent {
  readonly serviceAccount: string;
  readonly namespace: string;
  readonly pod: CelPod | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, string>>;

  constructor(agent: Agent) {
    this.serviceAccount = agent.serviceAccount;
    this.namespace = agent.namespace;
    this.pod = agent.pod && new CelPod(agent.pod);
    this.labels = { ...agent.labels };
    this.claims = { ...agent.claims };
  }
}

class CelConnection {
  readonly name: string;
  readonly namespace: string;
  readonly protocol: string;

  constructor(connection: DecisionInput['connection']) {
    this.name = connection.name;
    this.namespace = connection.namespace;
    this.protocol = connection.protocol;
  }
}

class CelSession {
  readonly id: string;
  readonly startedAt: Date;

  constructor(session: DecisionInput['session']) {
    this.id = session.id;
    this.startedAt = celTime(session.startedAtMs);
  }
}

class CelCommand {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  readonly effects: readonly CelEffect[];

  constructor(command: DecisionInput['command']) {
    this.text = command.text;
    this.parameters = command.parameters;
    this.effects = command.effects.map((effect) => new CelEffect(effect));
  }
}

/** The variables of one decision. */
export interface CelVariables {
  readonly agent: CelAgent;
  readonly connection: CelConnection;
  readonly session: CelSession;
  readonly command: CelCommand;
  readonly now: Date;
}

export function celVariables(input: DecisionInput): CelVariables {
  return {
    agent: new CelAgent(input.agent),
    connection: new CelConnection(input.connection),
    session: new CelSession(input.session),
    command: new CelCommand(input.command),
    now: celTime(input.nowMs),
  };
}

const time = 'google.protobuf.Timestamp';
const texts = 'map<string, string>';

/** Nodes and depth of an expression's tree; what a person writes stays far below. */
const limits = {
  maxAstNodes: 500,
  maxDepth: 32,
  maxListElements: 200,
  maxMapEntries: 100,
  maxCallArguments: 8,
};

/** The one environment of all expressions; making one takes a millisecond. */
export const environment: Environment = new Environment({ limits })
  .registerType('Effect', {
    ctor: CelEffect,
    fields: {
      command: 'string',
      kind: 'string',
      object: 'string',
      unbounded: 'bool',
      through: 'string',
    },
  })
  .registerType('Pod', { ctor: CelPod, fields: { name: 'string', uid: 'string' } })
  .registerType('Agent', {
    ctor: CelAgent,
    fields: {
      ...{ serviceAccount: 'string', namespace: 'string', pod: 'Pod' },
      ...{ labels: texts, claims: texts },
    },
  })
  .registerType('Connection', {
    ctor: CelConnection,
    fields: { name: 'string', namespace: 'string', protocol: 'string' },
  })
  .registerType('Session', { ctor: CelSession, fields: { id: 'string', startedAt: time } })
  .registerType('Command', {
    ctor: CelCommand,
    fields: { text: 'string', parameters: 'list<dyn>', effects: 'list<Effect>' },
  })
  .registerVariable('agent', 'Agent')
  .registerVariable('connection', 'Connection')
  .registerVariable('session', 'Session')
  .registerVariable('command', 'Command')
  .registerVariable('now', time)
  .registerFunction(`string.${linearMatches}(string): bool`, matchesLinear);

const maxPatternCharacters = 500;
const maxPatterns = 64;
const patterns = new Map<string, RE2JS>();

/** CEL's `matches` in RE2, as its specification has it: anywhere in the text, and no text makes it slow. */
function matchesLinear(text: string, pattern: string): boolean {
  const compiled = patterns.get(pattern) ?? newPattern(pattern);
  return compiled.matcher(text).find();
}

function newPattern(pattern: string): RE2JS {
  if (pattern.length > maxPatternCharacters) throw new RangeError('the pattern is too long');
  const compiled = RE2JS.compile(pattern);
  if (patterns.size >= maxPatterns) patterns.clear();
  patterns.set(pattern, compiled);
  return compiled;
}
