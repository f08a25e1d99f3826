import { measure, type Measurement, type Scenario } from './pgbench.ts';
import type { Way, WayName } from './ways.ts';

/** Measurements of each way, one a round, in the order of the rounds. */
export type Results = ReadonlyMap<WayName, readonly Measurement[]>;

export interface RoundsPlace {
  readonly ways: readonly Way[];
  readonly dir: string;
  readonly progress: (text: string) => void;
}

/** Each round takes every way once, and each begins with another one: what disturbs the machine disturbs all. */
export async function alternate<Each>(
  ways: readonly Way[],
  rounds: number,
  take: (way: Way) => Promise<Each>,
): Promise<ReadonlyMap<WayName, readonly Each[]>> {
  const results = new Map<WayName, Each[]>(ways.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const shift = round % ways.length;
    for (const way of [...ways.slice(shift), ...ways.slice(0, shift)]) {
      results.get(way.name)?.push(await take(way));
    }
  }
  return results;
}

export async function runScenario(place: RoundsPlace, scenario: Scenario): Promise<Results> {
  const { mode, clients, rounds, seconds } = scenario;
  place.progress(
    `pgbench -S -M ${mode} -c ${String(clients)}: ${String(rounds)} rounds of ${String(seconds)} s`,
  );
  // What a first execution pays once: connections of the pool, parsed texts, compiled code.
  for (const way of place.ways) await measure(way, { ...scenario, seconds: 1 }, place.dir);
  return alternate(place.ways, rounds, async (way) => measure(way, scenario, place.dir));
}
