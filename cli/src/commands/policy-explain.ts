import type { Agent, Effect } from '@chaperone/core/command';
import { compilePolicies, policiesFor, type Explanation } from '@chaperone/core/policy';
import { analyse, loadParser, resolveEffects, SqlError } from '@chaperone/core/sql';
import { readManifests, type AuditedConnection, type Resources } from '@chaperone/crds';
import { CliError } from '../errors.ts';
import type { Io } from '../io.ts';
import { effectText } from '../output/command-text.ts';
import { toJson } from '../output/json.ts';
import { painter, toneOf } from '../output/style.ts';
import { table } from '../output/table.ts';
import { visible } from '../output/visible.ts';
import { offlineResolution } from '../policy/offline-resolution.ts';
import { readManifestFiles } from '../store/manifest-files.ts';
import { policyProblemText, problemText } from './policy-check.ts';

export interface ExplainQuestion {
  readonly config: string;
  readonly connection: string;
  readonly agent: string;
  /** Schema of unqualified names, since there is no catalog to ask. */
  readonly schema: string;
  readonly text: string;
}

interface Answer extends Explanation {
  readonly policies: readonly string[];
  readonly effects: readonly Effect[];
}

/** Explains what policies decide on one SQL text. @throws CliError MANIFESTS, WRONG_USE, SQL */
export async function explainPolicy(
  question: ExplainQuestion,
  { io, output }: { readonly io: Io; readonly output: 'table' | 'json' },
): Promise<void> {
  const resources = soundResources(question.config, io);
  const connection = connectionOf(resources, question.connection);
  const answer = explain(resources, connection, {
    question,
    effects: await effectsOf(question),
    nowMs: io.now(),
  });
  await io.out(output === 'json' ? toJson(answer) : answerText(question, answer, io));
}

function soundResources(config: string, io: Io): Resources {
  const { resources, problems } = readManifests(readManifestFiles([config]));
  const compiled = compilePolicies(resources.policies).problems;
  // What the manifests refer to is of no consequence here; what they say is.
  const errors = problems.filter(
    ({ severity, code }) => severity === 'error' && code !== 'MISSING_REFERENCE',
  );
  for (const problem of errors) io.err(problemText(problem, io));
  for (const problem of compiled) io.err(policyProblemText(problem, io));
  if (errors.length + compiled.length === 0) return resources;
  throw new CliError('MANIFESTS', `the manifests in ${config} have errors; correct them first`);
}

function connectionOf({ connections }: Resources, name: string): AuditedConnection {
  const connection = connections.find(({ metadata }) => metadata.name === name);
  if (connection !== undefined) return connection;
  const names = connections.map(({ metadata }) => metadata.name).join(', ');
  throw new CliError(
    'WRONG_USE',
    `there is no connection ${name}; the manifests have: ${names || 'none'}`,
  );
}

async function effectsOf({ text, schema }: ExplainQuestion): Promise<readonly Effect[]> {
  await loadParser();
  try {
    const analysis = analyse(text);
    return resolveEffects(analysis, offlineResolution(analysis, schema));
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    const message = `the sidecar would refuse this text (${error.code}): ${error.message}`;
    throw new CliError('SQL', message, error);
  }
}

interface Facts {
  readonly question: ExplainQuestion;
  readonly effects: readonly Effect[];
  readonly nowMs: number;
}

function explain(
  resources: Resources,
  { metadata, spec }: AuditedConnection,
  { question, effects, nowMs }: Facts,
): Answer {
  const { namespace, name } = metadata;
  const agent: Agent = { serviceAccount: question.agent, namespace };
  const connection = { name, namespace, protocol: spec.protocol };
  const policies = policiesFor(compilePolicies(resources.policies).policies, agent, connection);
  const explanation = policies.explain({
    agent,
    connection,
    session: { id: '', startedAtMs: nowMs },
    command: { text: question.text, parameters: [], parameterTypes: [], effects },
    nowMs,
  });
  return { policies: policies.policies, effects, ...explanation };
}

function answerText({ schema }: ExplainQuestion, answer: Answer, io: Io): string {
  const paint = painter(io.colour);
  const { verdict, rules, effects, policies } = answer;
  const by = verdict.policy === undefined ? '' : `  ${verdict.policy}/${verdict.rule ?? '-'}`;
  const hint =
    verdict.effect === 'Deny' && verdict.hint !== undefined
      ? `hint      ${visible(verdict.hint)}\n`
      : '';
  const dryRun =
    verdict.effect === 'Allow' && verdict.dryRun !== undefined
      ? `dry run   would be ${verdict.dryRun.effect}: ${visible(verdict.dryRun.reason)}\n`
      : '';
  const trials = table({
    head: ['POLICY', 'RULE', 'EFFECT', 'MODE', 'MATCHED', 'WHY'],
    rows: rules.map(({ policy, rule, effect, mode, matched, why }) => [
      policy,
      rule,
      { text: effect, tone: toneOf(effect) },
      mode,
      { text: matched ? 'yes' : 'no', tone: matched ? 'strong' : 'dim' },
      why,
    ]),
    paint,
    empty: 'No rule applies.',
  });
  return [
    `effects   ${effects.length === 0 ? 'none' : visible(effects.map(effectText).join(', '))}\n`,
    `policies  ${policies.length === 0 ? 'none' : visible(policies.join(', '))}\n\n`,
    `${trials}\n`,
    `verdict   ${paint(toneOf(verdict.effect), verdict.effect)}${visible(by)}: ${visible(verdict.reason)}\n`,
    hint,
    dryRun,
    paint(
      'dim',
      `Without the database's catalog, unqualified names count as of the schema ${visible(schema)}.\n`,
    ),
  ].join('');
}
