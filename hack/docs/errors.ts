import { sidecarErrors } from '../../sidecar/src/errors.ts';
import { code, generatedFrom, table } from './markdown.ts';
import { meanings } from './meanings.ts';
import { membersOf } from './unions.ts';

function sidecarTable(): string {
  const rows = Object.entries(sidecarErrors).map(([name, { sqlstate, meaning, whatToDo }]) => [
    code(name),
    sqlstate,
    meaning,
    whatToDo,
  ]);
  return table(['code', 'SQLSTATE', 'meaning', 'what to do'], rows);
}

/** A table of a union's members; a member without a meaning, or a meaning without a member, is a mistake. */
function unionTable(
  path: string,
  name: string,
  sentences: Readonly<Record<string, string>>,
): string {
  const members = membersOf(path, name);
  const without = members.filter((member) => sentences[member] === undefined);
  const left = Object.keys(sentences).filter((member) => !members.includes(member));
  if (without.length + left.length > 0) {
    const lacking = `without a meaning in hack/docs/meanings.ts: ${without.join(', ') || 'none'}`;
    throw new Error(`${path} ${name}: ${lacking}; no longer a code: ${left.join(', ') || 'none'}`);
  }
  return table(
    ['code', 'meaning'],
    members.map((member) => [code(member), sentences[member] ?? '']),
  );
}

/** docs/errors.md */
export function errorsDocument(): string {
  const unions = meanings.map(({ title, intro, path, type, sentences }) =>
    [`## ${title}\n`, `${intro}\n`, `${unionTable(path, type, sentences)}\n`].join('\n'),
  );
  return [
    generatedFrom('sidecar/src/errors.ts', ...meanings.map(({ path }) => path)),
    '# Errors',
    'Every code that Chaperone answers, logs or prints. Codes are stable: branch on them, never on a message.\n',
    '## What the sidecar answers\n',
    'An agent finds in the ErrorResponse: SQLSTATE as below; in the message a sentence; in `DETAIL` a JSON object with `code`,',
    'and `policy`, `rule`, `approval` and `effects` where there are any; in `HINT` what it could do instead.\n',
    `${sidecarTable()}\n`,
    unions.join('\n'),
  ].join('\n');
}
