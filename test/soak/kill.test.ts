import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KillGround, type Trial } from './kill.ts';
import { randomFrom } from './random.ts';

const TRIALS = 20;
/** Another moment for each run; a failure names it. */
const seed = Date.now() % 1_000_000;

describe(`kill -9 under load, seed ${String(seed)}`, () => {
  let ground: KillGround;
  const trials: Trial[] = [];

  beforeAll(async () => {
    ground = await KillGround.prepare(randomFrom(seed));
  });
  afterAll(async () => {
    await ground.close();
  });

  it.each(Array.from({ length: TRIALS }, (_, i) => i + 1))(
    'trial %i: what is committed is recorded, and what was answered has its outcome',
    async (number) => {
      const trial = await ground.trial(number);
      trials.push(trial);
      expect(trial).toMatchObject({
        committedUnrecorded: [],
        answeredUnrecorded: [],
        refused: [],
      });
      expect(trial.committed).toBeLessThanOrEqual(trial.recorded);
    },
  );

  it('did interrupt writing', () => {
    expect(trials).toHaveLength(TRIALS);
    for (const { sent, acknowledged } of trials) expect(sent).toBeGreaterThan(acknowledged);
    expect(trials.filter(({ committed }) => committed > 0).length).toBeGreaterThan(TRIALS / 2);
  });

  it('leaves recordings that verify once a sidecar has recovered them', async () => {
    const { status, stdout, stderr } = await ground.verify();
    expect({ status, stdout, stderr }).toMatchObject({ status: 0 });
  });
});
