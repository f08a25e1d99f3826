/**
 * `make demo`: one PostgreSQL, one sidecar, one agent, a person, an auditor and a crash, in about a minute.
 *   --yes    approves by itself      --fast    without pauses      --keep    leaves the recordings where they are
 * Starts everything on free ports and in a temporary directory, and leaves nothing behind, whatever happens.
 * Exits 1 when a step did not show what it should.
 */
import { parseArgs } from 'node:util';
import { hold } from './approval.ts';
import { deny, read, start } from './commands.ts';
import { crash } from './crash.ts';
import { Ground } from './ground.ts';
import { look, prove } from './recording.ts';
import { Stage } from './stage.ts';

const { values } = parseArgs({
  options: { yes: { type: 'boolean' }, fast: { type: 'boolean' }, keep: { type: 'boolean' } },
});
const isTerminal = process.stdout.isTTY && process.stdin.isTTY;
const noColour = process.env['NO_COLOR'] ?? '';

let isStopped = false;
const stage = new Stage({
  write: (text) => {
    if (!isStopped) process.stdout.write(text);
  },
  colours: process.stdout.isTTY && noColour === '',
  pace: values.fast === true ? 0 : 1,
});

const steps: readonly (readonly [string, (ground: Ground, stage: Stage) => Promise<void>])[] = [
  ['An agent, a sidecar, a database', start],
  ['Reading: e-mail and card are masked', read],
  ['A DELETE without WHERE is denied, so that an agent can act on it', deny],
  ['An UPDATE of customers waits for a person', hold],
  ['What was recorded: listed, shown, replayed', look],
  ['The record is proved, and one changed byte is found', prove],
  ['kill -9 under load: committed <= recorded', crash],
];

async function play(ground: Ground): Promise<void> {
  for (const [i, [title, step]] of steps.entries()) {
    stage.heading(i + 1, steps.length, title);
    await stage.pause(0.5);
    await step(ground, stage);
    await stage.pause(2);
  }
}

function sayWhatNext(): void {
  stage.line(`\n${stage.paint('bold', 'What to try next')}\n`);
  stage.output(`npx chaperone sidecar --help           a sidecar in front of a database of yours
cat examples/standalone/policy.yaml    the policy of this demo, and what it says:
npx chaperone policy explain --config examples/standalone \\
    --connection orders-db --agent local 'DELETE FROM customers'
make demo ARGS=--keep                  keeps the recordings, for chaperone show and verify
make test, make bench, make soak       what holds it together`);
  stage.line('\nEverything that was started is stopped again.\n');
}

const ground = await Ground.make({
  keep: values.keep === true,
  asks: isTerminal && values.yes !== true,
});
let ending: Promise<void> | undefined;
const end = async (): Promise<void> => (ending ??= ground.end());

for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.on(signal, () => {
    stage.line('\nstopping what was started ...');
    isStopped = true;
    end().then(
      () => process.exit(status),
      () => process.exit(1),
    );
  });
}

try {
  await play(ground);
  await end();
  if (values.keep === true) stage.line(`\nkept: ${ground.dir.path}`);
  sayWhatNext();
} catch (error) {
  if (ending === undefined) {
    stage.line(
      stage.paint('red', `\nFAILED: ${error instanceof Error ? error.message : String(error)}`),
    );
    process.exitCode = 1;
  }
  await end();
}
