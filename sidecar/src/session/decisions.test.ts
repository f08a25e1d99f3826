import { describe, expect, it } from '@jest/globals';
import { compileDetectors } from '@chaperone/core/masking';
import { policiesFor, compilePolicies } from '@chaperone/core/policy';
import type { Classified, SessionPolicies } from '../protocols/protocol.ts';
import { Decisions } from './decisions.ts';
import { Meter } from './meter.ts';

const agent = { serviceAccount: 'a', namespace: 'n' };
const connection = { name: 'c', namespace: 'n', protocol: 'Postgres' };
const facts = { agent, connection, session: { id: 's', startedAtMs: 0 } };

const decisions = (): Decisions => {
  const effective = policiesFor(compilePolicies([]).policies, agent, connection);
  const none = compileDetectors([], Buffer.from('k'));
  const policies: SessionPolicies = {
    effective,
    detectors: none,
    commandDetectors: none,
    maskKey: Buffer.from('k'),
  };
  return new Decisions(facts, () => policies, new Meter());
};

const classified = (text: string, like?: Classified): Classified => ({
  text,
  effects: [],
  refusal: undefined,
  ...(like === undefined ? {} : { like }),
});

const textOf = (made: Decisions, text: Classified): string => {
  const request = { classified: text, parameters: [], parameterTypes: [] };
  return made.decide(request).prepared.before.toString();
};

describe('a text like another', () => {
  it('is recorded as it is, and so is the other', () => {
    const made = decisions();
    const first = classified('SELECT 1');
    expect(textOf(made, classified('SELECT 2', first))).toContain('"SELECT 2"');
    expect(textOf(made, classified('SELECT 3', first))).toContain('"SELECT 3"');
    expect(textOf(made, first)).toContain('"SELECT 1"');
    expect(textOf(made, first)).toContain('"SELECT 1"');
    expect(textOf(made, classified('SELECT 4', first))).toContain('"SELECT 4"');
  });
});
