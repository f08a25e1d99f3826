import type { Saying } from './agent-process.ts';
import type { Ground } from './ground.ts';
import type { Stage } from './stage.ts';

const AGENT = 'agent';

type Refused = Extract<Saying, { kind: 'refused' }>;

function refused(stage: Stage, { sqlstate, message, detail, hint }: Refused): void {
  stage.says(AGENT, 'red', `ERROR ${sqlstate}: ${message}`);
  if (detail !== undefined) stage.says(AGENT, 'red', `DETAIL ${detail.replaceAll('","', '", "')}`);
  if (hint !== undefined) stage.says(AGENT, 'red', `HINT   ${hint}`);
}

/** One line of the agent's, as a reader sees it. */
export function show(stage: Stage, saying: Saying): void {
  switch (saying.kind) {
    case 'asks': {
      const values = saying.values.length > 0 ? `   [${saying.values.join(', ')}]` : '';
      stage.says(AGENT, 'yellow', `${stage.paint('bold', saying.sql)}${values}`);
      return;
    }
    case 'gets':
      for (const line of stage.table(saying.columns, saying.rows)) {
        if (line !== '') stage.says(AGENT, 'green', line);
      }
      if (saying.columns.length === 0) {
        stage.says(AGENT, 'green', `${saying.tag} ${String(saying.rowCount)}`);
      }
      return;
    case 'refused':
      refused(stage, saying);
      return;
    case 'thinks':
      stage.says(AGENT, 'yellow', `(thinks: ${saying.text})`);
      return;
    case 'lost':
      stage.says(AGENT, 'red', saying.message);
      return;
    case 'done':
      return;
  }
}

/** Lets the agent do a task before the reader's eyes. */
export async function perform(
  ground: Ground,
  stage: Stage,
  task: string,
): Promise<readonly Saying[]> {
  let shown = Promise.resolve();
  const said = await ground.agent.perform(task, (saying) => {
    shown = shown.then(async () => {
      show(stage, saying);
      await stage.pause(0.6);
    });
  });
  await shown;
  return said;
}

/** What the agent got: the rows of all answers of a task, as one text. */
export function rowsOf(said: readonly Saying[]): string {
  return JSON.stringify(said.flatMap((saying) => (saying.kind === 'gets' ? saying.rows : [])));
}

export function refusalOf(said: readonly Saying[]): Refused | undefined {
  return said.find((saying) => saying.kind === 'refused');
}
