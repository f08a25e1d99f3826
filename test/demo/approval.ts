import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { atTarget } from '../harness/standalone.ts';
import { ensure, type Ground } from './ground.ts';
import type { Saying } from './agent-process.ts';
import { perform, refusalOf, show } from './show-agent.ts';
import type { Stage } from './stage.ts';

const SELF_APPROVAL_MS = 1_000;
const HELD_WITHIN_MS = 10_000;

interface Approval {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly policyRef: { readonly name: string; readonly rule: string };
    readonly expiresAt: string;
    readonly request: {
      readonly agent: { readonly serviceAccount: string };
      readonly command: string;
      readonly parameters: readonly (string | null)[];
      readonly effects: readonly { readonly command: string; readonly object?: string }[];
      readonly digest: string;
    };
  };
  readonly status: { readonly phase: string };
}

async function approvals(ground: Ground): Promise<readonly Approval[]> {
  const { status, stdout, stderr } = await ground.chaperone('approvals', '-o', 'json');
  ensure(status === 0, 'the approvals can be listed', stderr);
  return JSON.parse(stdout) as readonly Approval[];
}

async function pending(ground: Ground): Promise<Approval> {
  const deadline = performance.now() + HELD_WITHIN_MS;
  for (;;) {
    const found = (await approvals(ground)).find(({ status }) => status.phase === 'Pending');
    if (found !== undefined) return found;
    ensure(performance.now() < deadline, 'the UPDATE waits for an approval');
    await sleep(100);
  }
}

function print(stage: Stage, { metadata, spec }: Approval): void {
  const { agent, command, parameters, effects, digest } = spec.request;
  const lines = [
    `Approval   ${metadata.name}`,
    `agent      ${agent.serviceAccount}`,
    `command    ${command}`,
    `parameters ${JSON.stringify(parameters)}`,
    `effects    ${effects.map((effect) => `${effect.command} ${effect.object ?? ''}`).join(', ')}`,
    `because    rule ${spec.policyRef.rule} of policy ${spec.policyRef.name}`,
    `expires    ${spec.expiresAt}`,
    `digest     ${digest}`,
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const edge = `  +${'-'.repeat(width + 2)}+`;
  stage.line();
  stage.line(edge);
  for (const line of lines) stage.line(`  | ${line.padEnd(width)} |`);
  stage.line(`${edge}\n`);
}

/** The person's answer; undefined where somebody decided elsewhere before. */
async function ask(name: string, settled: Promise<unknown>): Promise<boolean | undefined> {
  const elsewhere = new AbortController();
  // Not a terminal of readline's own, so that Ctrl-C stays a signal.
  const { stdin: input, stdout: output } = process;
  const person = createInterface({ input, output, terminal: false });
  const stopAsking = (): void => {
    elsewhere.abort();
  };
  // Also where it fails: whoever waits for the agent's answer hears of that.
  settled.then(stopAsking, stopAsking);
  try {
    for (;;) {
      const question = `  Approve ${name}? (y/n) `;
      const answer = await person.question(question, { signal: elsewhere.signal });
      if (/^\s*(y|yes|n|no)\s*$/i.test(answer)) return /^\s*y/i.test(answer);
    }
  } catch (error) {
    if (!elsewhere.signal.aborted) throw error;
    return undefined;
  } finally {
    person.close();
    input.unref();
  }
}

async function decide(
  ground: Ground,
  stage: Stage,
  name: string,
  settled: Promise<unknown>,
): Promise<void> {
  let approve: boolean | undefined = true;
  if (ground.asks) {
    stage.tell('Answer here, or in a second terminal, in this directory:');
    stage.line(`    npx chaperone approve ${name} --data ${ground.data}\n`);
    approve = await ask(name, settled);
  } else {
    stage.tell('Nobody is asked here (--yes, or no terminal): it is approved after a second.');
    await sleep(SELF_APPROVAL_MS);
  }
  if (approve === undefined) {
    stage.line('\n');
    stage.good('decided in another terminal');
    return;
  }
  const verb = approve ? 'approve' : 'deny';
  stage.command(`chaperone ${verb} ${name} --reason CHG-1042`);
  const { status, stdout, stderr } = await ground.chaperone(verb, name, '--reason', 'CHG-1042');
  stage.output(stdout);
  ensure(status === 0, `chaperone ${verb} decides`, stderr);
}

async function credit(ground: Ground): Promise<unknown> {
  const [row] = await atTarget(ground.server, 'SELECT credit FROM customers WHERE id = 2');
  return row?.['credit'];
}

export async function hold(ground: Ground, stage: Stage): Promise<void> {
  ensure((await credit(ground)) === 100, 'the credit is 100 at first');
  const later: Saying[] = [];
  const answered = ground.agent.perform('give credit', (saying) => {
    // What it gets is shown behind the decision, though it may come before the command that decided has ended.
    if (saying.kind === 'asks') show(stage, saying);
    else later.push(saying);
  });
  // Whoever waits for it below sees its failure.
  answered.catch(() => undefined);
  const approval = await pending(ground);
  const { name } = approval.metadata;
  ensure((await credit(ground)) === 100, 'nothing ran before the decision');
  print(stage, approval);
  await decide(ground, stage, name, answered);
  const refusal = refusalOf(await answered);
  stage.line();
  for (const saying of later) show(stage, saying);
  await perform(ground, stage, 'look at credit');
  const phase = (await approvals(ground)).find((one) => one.metadata.name === name)?.status.phase;
  const expected =
    refusal === undefined ? { credit: 150, phase: 'Consumed' } : { credit: 100, phase: 'Denied' };
  const seen = { credit: await credit(ground), phase };
  ensure(JSON.stringify(seen) === JSON.stringify(expected), 'it ran once if approved', seen);
  stage.line();
  stage.good(
    refusal === undefined
      ? 'held, approved, executed once: 100 + 50 = 150; the Approval is Consumed'
      : 'held, denied, not executed; the agent was told why',
  );
}
