import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadParser } from '@chaperone/core/sql';
import { randomFrom } from '../soak/random.ts';
import { CORPUS, CRASHES, readInputs } from './corpus.ts';
import { fuzz, tryInput } from './engine.ts';
import type { FuzzTarget } from './target.ts';
import { targets } from './targets/index.ts';

const SHORT_MS = 800;
/** Other inputs in each run; a failure names it. */
const seed = Date.now() % 1_000_000;

beforeAll(loadParser);
afterAll(async () => {
  for (const { close } of targets) await close?.();
});

describe.each(targets.map((target) => [target.name, target] as const))('%s', (name, target) => {
  it('stands every input that once broke it', async () => {
    for (const { file, input } of readInputs(CRASHES, name)) {
      const { error } = await tryInput(target, input);
      expect({ file, error: error?.stack }).toEqual({ file, error: undefined });
    }
  });

  it(`stands the corpus and what a moment makes of it, seed ${String(seed)}`, async () => {
    const until = performance.now() + SHORT_MS;
    const corpus = readInputs(CORPUS, name).map(({ input }) => input);
    const { crash, runs } = await fuzz(target, {
      corpus,
      random: randomFrom(seed),
      goesOn: () => performance.now() < until,
    });
    expect({ input: crash?.input.toString('base64'), error: crash?.error.stack }).toEqual({});
    expect(runs).toBeGreaterThan(target.seeds.length);
  });
});

describe('the engine', () => {
  const strange: FuzzTarget = {
    name: 'strange',
    seeds: [Buffer.from('a seed of some length')],
    words: ['magic'],
    run: (input) => {
      const text = input.toString('latin1');
      const [word, longer] = [text.includes('magic'), text.includes('magic\u0000')];
      if (longer && text.includes('seed')) throw new Error('it broke');
      return `${String(word)} ${String(longer)}`;
    },
  };

  it('finds a defect behind two findings, and makes its input small', async () => {
    const { crash, found } = await fuzz(strange, {
      corpus: [],
      random: randomFrom(1),
      goesOn: (runs) => runs < 1_000_000,
    });
    expect(crash?.error.message).toBe('it broke');
    expect(crash?.input).toHaveLength('magic\0seed'.length);
    expect(found.length).toBeGreaterThan(0);
  });
});
