import { describe, expect, it } from '@jest/globals';
import type { AccessPolicySubject } from '@chaperone/crds';
import type { Agent } from '../command/index.ts';
import { compileSubjects } from './subject.ts';

const agent: Agent = {
  serviceAccount: 'report-bot',
  namespace: 'agents',
  labels: { app: 'report', tier: 'gold' },
  claims: { agent: 'spiffe://example.com/agents/a', model: 'm-1' },
};

type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
const labelled = (key: string, operator: Operator, values?: string[]): AccessPolicySubject => ({
  podSelector: { matchExpressions: [{ key, operator, ...(values && { values }) }] },
});

describe('compileSubjects', () => {
  it.each<[AccessPolicySubject[] | undefined, boolean]>([
    [undefined, true],
    [[], false],
    [[{ serviceAccount: 'report-bot' }], true],
    [[{ serviceAccount: 'report-*' }], true],
    [[{ serviceAccount: 'ops-bot' }], false],
    [[{ serviceAccount: 'ops-bot' }, { serviceAccount: 'report-bot' }], true],
    [[{ podSelector: { matchLabels: { app: 'report' } } }], true],
    [[{ podSelector: { matchLabels: { app: 'report', tier: 'tin' } } }], false],
    [[{ podSelector: { matchLabels: { app: 'rep*' } } }], false],
    [[labelled('tier', 'In', ['gold', 'tin'])], true],
    [[labelled('tier', 'In', ['tin'])], false],
    [[labelled('zone', 'In', ['a'])], false],
    [[labelled('tier', 'NotIn', ['gold'])], false],
    [[labelled('zone', 'NotIn', ['a'])], true],
    [[labelled('tier', 'Exists')], true],
    [[labelled('constructor', 'Exists')], false],
    [[labelled('tier', 'DoesNotExist')], false],
    [[labelled('zone', 'DoesNotExist')], true],
    [[{ claims: { agent: 'spiffe://example.com/agents/*' } }], true],
    [[{ claims: { agent: 'spiffe://example.com/people/*' } }], false],
    [[{ claims: { run: '*' } }], false],
    [[{ claims: { constructor: '*' } }], false],
    [[{ serviceAccount: 'report-bot', claims: { model: 'm-2' } }], false],
    [[{ serviceAccount: 'report-bot', claims: { model: 'm-*' } }], true],
  ])('%j: %j', (subjects, expected) => {
    expect(compileSubjects(subjects)(agent)).toBe(expected);
  });

  it('selects no agent by labels or claims that are not known', () => {
    const unknown: Agent = { serviceAccount: 'report-bot', namespace: 'agents' };
    expect(compileSubjects([labelled('zone', 'DoesNotExist')])(unknown)).toBe(false);
    expect(compileSubjects([{ podSelector: {} }])(unknown)).toBe(false);
    expect(compileSubjects([{ claims: { model: '*' } }])(unknown)).toBe(false);
  });
});
