import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mintPermit } from '@chaperone/core/policy/permit';
import { running } from './agent/command.ts';
import { Names, type Change, type Running, type Statement } from './names.ts';
import type { Classification } from '../catalog/classification.ts';

const classification: Classification = {
  text: '',
  effects: [],
  refusal: undefined,
  generation: 1,
  masking: 'none',
  results: [],
  maskedOutput: false,
  touchesMasked: false,
  mayQuoteMasked: false,
  invalidates: false,
};

function statement(text: string): Statement {
  return {
    number: 1,
    text,
    parameterTypes: [],
    classification,
    description: undefined,
    describing: false,
    planned: undefined,
  };
}

function portal(facts: Partial<Running> = {}): Running {
  return {
    ...running({ permit: mintPermit('policy'), command: 1 }, classification, undefined, 0),
    ...facts,
  };
}

describe('the names of a session', () => {
  it('mean what the latest message made of them, at once', () => {
    const names = new Names();
    names.setStatement('s', statement('a'));
    expect(names.statement('s')?.text).toBe('a');
    names.setStatement('s', undefined);
    expect(names.statement('s')).toBeUndefined();
  });

  it('get back their meaning where a change never happened', () => {
    const names = new Names();
    names.setStatement('s', statement('a')).settle();
    const skipped = [names.setStatement('s', statement('b')), names.setStatement('s', undefined)];
    for (const change of skipped.toReversed()) change.undo();
    expect(names.statement('s')?.text).toBe('a');
  });

  it('keep what was made of them behind a change that never happened', () => {
    const names = new Names();
    names.setStatement('', statement('allowed')).settle();
    const skipped = names.setStatement('', statement('skipped'));
    const later = names.setStatement('', statement('later'));
    skipped.undo();
    expect(names.statement('')?.text).toBe('later');
    later.undo();
    expect(names.statement('')?.text).toBe('allowed');
  });

  it('are forgotten once they are closed', () => {
    const names = new Names();
    names.setStatement('s', statement('a')).settle();
    const closed = names.setStatement('s', undefined);
    expect(names.size).toBe(1);
    closed.settle();
    expect(names.size).toBe(0);
  });

  it('are what the target has, whatever happens and whatever is skipped', () => {
    const step = fc.record({
      name: fc.constantFrom('', 'a'),
      text: fc.option(fc.nat(9)),
      done: fc.boolean(),
      lag: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const names = new Names();
        const target = new Map<string, string>();
        const pending: (() => void)[] = [];
        for (const { name, text, done, lag } of steps) {
          const value = text === null ? undefined : String(text);
          const change: Change = names.setStatement(
            name,
            value === undefined ? undefined : statement(value),
          );
          pending.push(() => {
            if (!done) {
              change.undo();
              return;
            }
            change.settle();
            if (value === undefined) target.delete(name);
            else target.set(name, value);
          });
          while (pending.length > lag) pending.shift()?.();
        }
        for (const answer of pending) answer();
        for (const name of ['', 'a']) expect(names.statement(name)?.text).toBe(target.get(name));
        expect(names.size).toBe(target.size);
      }),
    );
  });

  it('of portals end with the transaction, but for those that the target has yet to bind', () => {
    const names = new Names();
    const [open, ended, next] = [
      portal({ bound: true }),
      portal({ bound: true, ended: true }),
      portal(),
    ];
    names.setPortal('open', open).settle();
    names.setPortal('ended', ended).settle();
    const bind = names.setPortal('open', next);
    names.setPortal('next', portal());
    expect(names.endPortals()).toEqual([open]);
    expect([names.portal('open'), names.portal('ended')]).toEqual([next, undefined]);
    expect(names.portal('next')).toBeDefined();
    bind.undo();
    expect(names.portal('open')).toBeUndefined();
    expect(names.endPortals()).toEqual([]);
  });
});
