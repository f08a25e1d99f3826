/** Test by test, did it pass? From what pg_regress prints: `     boolean    ... ok   49 ms`. */
export function parseVerdicts(output: string): ReadonlyMap<string, boolean> {
  const verdicts = new Map<string, boolean>();
  for (const line of output.split('\n')) {
    const [, name, verdict] = /^(?:test| {4}) +(\S+) +\.\.\. (ok|FAILED|failed)/.exec(line) ?? [];
    if (name !== undefined) verdicts.set(name, verdict === 'ok');
  }
  return verdicts;
}
