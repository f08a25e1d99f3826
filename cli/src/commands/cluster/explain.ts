import {
  explain,
  type ConditionExplanation,
  type PodExplanation,
} from '../../cluster/explain/explain.ts';
import { gather } from '../../cluster/explain/gather.ts';
import type { Cluster } from '../../cluster/open.ts';
import { CliError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { toJson } from '../../output/json.ts';
import { painter, type Paint, type Tone } from '../../output/style.ts';
import { visible } from '../../output/visible.ts';

const POD = /^(?:(?:po|pod|pods)\/)?([a-z0-9][a-z0-9.-]*)$/;
const TONES: Readonly<Record<string, Tone>> = { True: 'good', False: 'bad', Unknown: 'warn' };

/** Says why a pod is or is not injected, what it may use, and whether it could get past that. False where there is a finding. */
export async function explainPod(
  cluster: Cluster,
  given: string,
  { io, output }: { readonly io: Io; readonly output: 'text' | 'json' },
): Promise<boolean> {
  const [, name] = POD.exec(given) ?? [];
  if (name === undefined) {
    throw new CliError('WRONG_USE', `${given}: name a pod, as pod/report-bot-1`);
  }
  const explanation = explain(await gather(cluster, name));
  const isText = output === 'text';
  await io.out(isText ? textOf(explanation, painter(io.colour)) : toJson(explanation));
  return explanation.findings.length === 0;
}

function textOf(explanation: PodExplanation, paint: Paint): string {
  const { pod, injection, network, noConnections, waiting, findings } = explanation;
  const isGood = injection.state === 'Injected';
  const lines = [
    `${paint('strong', visible(`pod ${pod.namespace}/${pod.name}`))}  ServiceAccount ${visible(pod.serviceAccount)}, ${visible(pod.phase)}`,
    '',
    paint('strong', 'injection'),
    `  ${paint(isGood ? 'good' : 'bad', injection.state)}: ${visible(injection.message)}`,
    '',
    paint('strong', 'connections'),
    ...(noConnections === undefined
      ? []
      : [`  ${paint('warn', 'none')}: ${visible(noConnections)}`]),
    ...connectionLines(explanation, paint),
    '',
    paint('strong', 'policies'),
    ...(explanation.policies.length === 0 ? ['  none: every command is denied'] : []),
    ...policyLines(explanation, paint),
    '',
    ...waitingLines(waiting, pod.namespace, paint),
    paint('strong', 'network'),
    `  ${paint(network.state === 'Restricted' ? 'good' : 'warn', network.state)}: ${visible(network.message)}`,
    '',
    findings.length === 0
      ? paint('good', 'nothing found that leads past the sidecar')
      : paint('bad', `${String(findings.length)} to look at:`),
    ...findings.map((finding) => `  - ${visible(finding)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function connectionLines({ connections }: PodExplanation, paint: Paint): readonly string[] {
  const conditionLine = (type: string, { status, message }: ConditionExplanation): string =>
    `    ${type.padEnd(11)}${paint(TONES[status] ?? 'warn', visible(status))} ${visible(message)}`;
  return connections.flatMap(({ name, protocol, target, address, ready, bypassFree }) => [
    `  ${visible(name)}: ${protocol} ${visible(target)} at ${visible(address ?? 'no address yet')}`,
    conditionLine('Ready', ready),
    conditionLine('BypassFree', bypassFree),
  ]);
}

function policyLines({ policies }: PodExplanation, paint: Paint): readonly string[] {
  return policies.flatMap(({ name, mode, connections, rules, dependsOnClaims, ready }) => [
    `  ${visible(name)}: ${mode}, about ${visible(connections.join(', '))}${dependsOnClaims ? ', for agents with certain claims' : ''}`,
    ...(rules.length === 0 ? [] : [`    rules: ${visible(rules.join('; '))}`]),
    ...(ready.status === 'True'
      ? []
      : [`    Ready ${paint('bad', visible(ready.status))} ${visible(ready.message)}`]),
  ]);
}

function waitingLines(
  waiting: readonly string[] | undefined,
  namespace: string,
  paint: Paint,
): readonly string[] {
  if (waiting === undefined || waiting.length === 0) return [];
  const lines = waiting.map(
    (name) => `  chaperone cluster approve ${visible(name)} -n ${namespace}`,
  );
  return [paint('strong', 'waits for'), ...lines, ''];
}
