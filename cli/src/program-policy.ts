import type { Command } from 'commander';
import type { Io, Result } from './io.ts';
import { outputOption } from './options.ts';

type Listing = 'table' | 'json';

/** Adds the commands that read manifests. Schemas, expressions and the SQL parser are loaded by whom needs them. */
export function addPolicyCommands(program: Command, io: Io, result: Result): void {
  const policy = program
    .command('policy')
    .description('check policies, and explain what they decide');
  policy
    .command('check')
    .description('say every mistake in manifests, with file, line and field')
    .argument('<files...>', 'manifests, or directories of them')
    .addOption(outputOption(['table', 'json']))
    .action(async (files: string[], { output }: { output: Listing }) => {
      const { checkPolicies } = await import('./commands/policy-check.ts');
      const sound = await checkPolicies(files, { io, output });
      if (!sound) result.exitCode = 1;
    });
  addExplain(policy, io);
}

interface ExplainOptions {
  readonly config: string;
  readonly connection: string;
  readonly agent: string;
  readonly schema: string;
  readonly output: Listing;
}

function addExplain(policy: Command, io: Io): void {
  policy
    .command('explain')
    .description('say which effects an SQL text has, which rules were tried, and the verdict')
    .argument('<sql>', 'the text')
    .requiredOption('--config <dir>', 'directory of the manifests')
    .requiredOption('--connection <name>', 'the AuditedConnection')
    .option('--agent <name>', "the agent's ServiceAccount", 'local')
    .option('--schema <name>', 'schema of unqualified names', 'public')
    .addOption(outputOption(['table', 'json']))
    .action(async (text: string, { output, ...options }: ExplainOptions) => {
      const { explainPolicy } = await import('./commands/policy-explain.ts');
      await explainPolicy({ ...options, text }, { io, output });
    });
}
