import { describe, expect, it } from '@jest/globals';
import { celVariables } from './cel.ts';
import { compileExpression, ExpressionError } from './expression.ts';
import type { Outcome } from './expression.ts';
import { scanExpression } from './expression-text.ts';
import type { DecisionInput } from './types.ts';

const input: DecisionInput = {
  agent: {
    serviceAccount: 'report-bot',
    namespace: 'agents',
    pod: { name: 'report-bot-1', uid: '7f3c' },
    labels: { team: 'sales' },
    claims: { agent: 'spiffe://example.com/agents/a', matches: 'yes' },
  },
  connection: { name: 'orders-db', namespace: 'agents', protocol: 'Postgres' },
  session: { id: '01JD', startedAtMs: Date.UTC(2026, 5, 1, 3) },
  command: {
    text: 'UPDATE public.orders SET note = $1',
    parameters: ['gold', null, { binary: 'AAE=' }],
    parameterTypes: [25, 0, 17],
    effects: [
      { command: 'UPDATE', kind: 'relation', object: 'public.orders', unbounded: true },
      { command: 'SET', kind: 'none' },
    ],
  },
  nowMs: Date.UTC(2026, 5, 1, 3, 30),
};

const evaluate = (text: string, given: DecisionInput = input): Outcome =>
  compileExpression(text)(celVariables(given));

describe('an expression', () => {
  it.each([
    ['now.getHours("Europe/Berlin") < 6', true],
    ['now.getHours("Europe/Berlin") == 5 && now.getMinutes("Asia/Kolkata") == 0', true],
    ['now.getHours() == 3', true],
    ['now.getDayOfWeek("Europe/Berlin") == 1', true],
    ['now - session.startedAt > duration("29m")', true],
    ['session.startedAt.getHours("Europe/Berlin") == 5', true],
    ['agent.serviceAccount == "report-bot" && agent.namespace == connection.namespace', true],
    ['agent.claims.agent.startsWith("spiffe://example.com/")', true],
    ['has(agent.claims.ticket)', false],
    ['has(agent.pod) && agent.pod.name.endsWith("-1")', true],
    ['"team" in agent.labels && agent.labels["team"] == "sales"', true],
    ['connection.protocol == "Postgres"', true],
    ['session.id == "01JD"', true],
    ['command.text.contains("note")', true],
    ['command.parameters[0] == "gold"', true],
    ['command.parameters[1] == null', true],
    ['command.parameters.exists(p, p == "gold")', true],
    ['command.effects.all(e, e.object.startsWith("public."))', false],
    ['command.effects.exists(e, e.unbounded && e.command == "UPDATE")', true],
    ['command.effects[1].object == ""', true],
    ['command.effects.exists(e, command.parameters.exists(p, p == e.command))', false],
    ['command.text.matches("^UPDATE .*orders")', true],
    ['agent.claims.matches == "yes"', true],
    ['"x.matches(" == "x.matches("', true],
  ])('%s: %j', (text, holds) => {
    expect(evaluate(text)).toEqual({ holds });
  });

  it.each([
    ['agent.claims.ticket == "1"', 'no_such_key'],
    ['command.parameters[9] == "1"', 'index_out_of_bounds'],
    ['command.parameters[0]', 'no_bool'],
    ['command.text.matches("(?=x)")', 'evaluation_failed'],
    ['false || now.getHours(agent.labels.team) < 6', 'unknown_time_zone'],
  ])('fails with a code and no value: %s', (text, failed) => {
    expect(evaluate(text)).toEqual({ failed });
  });

  it.each([
    ['now.getHours("Mars/Base") < 6', /IANA/],
    ['1 +', /at character/],
    ['agent.serviceAcount == "x"', /serviceAcount, at character/],
    ['agent.serviceAccount == 3', /==/],
    ['agent.serviceAccount', /gives string/],
    ['foo == 1', /foo/],
    ['', /./],
    [`"${'a'.repeat(5000)}" == ""`, /longer than/],
    [`${'('.repeat(100)}true${')'.repeat(100)}`, /depth/i],
    [`${'true && '.repeat(400)}true`, /./],
    ['command.effects.all(a, command.effects.all(b, command.effects.all(c, true)))', /nested/],
  ])('is refused with a reason: %s', (text, reason) => {
    expect(() => compileExpression(text)).toThrow(ExpressionError);
    expect(() => compileExpression(text)).toThrow(reason);
  });

  it('bounds the steps of nested macros', () => {
    const parameters = Array.from({ length: 1000 }, () => 'x');
    const long = { ...input, command: { ...input.command, parameters } };
    const nested = 'command.parameters.all(a, command.parameters.all(b, a == b))';
    expect(evaluate(nested, long)).toEqual({ failed: 'too_many_steps' });
    expect(evaluate('command.parameters.all(a, a == "x")', long)).toEqual({ holds: true });
    const text = 'a,'.repeat(60_000);
    const wide = { ...input, command: { ...input.command, text } };
    expect(evaluate('command.text.split(",").all(a, a != "")', wide)).toEqual({
      failed: 'too_many_steps',
    });
  });

  it('takes no long for a text made to be slow', () => {
    const text = 'a'.repeat(100_000) + 'b';
    const started = performance.now();
    const slow = { ...input, command: { ...input.command, text } };
    expect(evaluate('command.text.matches("^(a+)+$")', slow)).toEqual({ holds: false });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('scanExpression', () => {
  it.each([
    ['a.matches("b")', 'a.Matches("b")'],
    ['a.matches ("b")', 'a.Matches ("b")'],
    ['a.matches // x.matches(\n ("b")', 'a.Matches // x.matches(\n ("b")'],
    ['a . matches("b.matches(")', 'a . Matches("b.matches(")'],
    ['a.matches', 'a.matches'],
    ["r'\\' + a.matches('b')", "r'\\' + a.Matches('b')"],
    ["'''it's''' + a.matches('b')", "'''it's''' + a.Matches('b')"],
  ])('renames matches in %j', (text, renamed) => {
    expect(scanExpression(text).text).toBe(renamed);
  });

  it.each([
    ['a.all(x, x.exists(y, y))', 2],
    ['a.map(x, x).filter(x, x)', 1],
    ['has(a.b) && size(a) > 1', 0],
    ['".all(" == ""', 0],
  ])('counts the nesting of %j', (text, nesting) => {
    expect(scanExpression(text).nesting).toBe(nesting);
  });
});
