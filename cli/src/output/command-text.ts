import type {
  CommandView,
  NotificationView,
  PostgresResponse,
  ResponseNotice,
} from '@chaperone/core/record';
import { painter, toneOf, type Paint } from './style.ts';
import { table } from './table.ts';
import { toDuration } from './time.ts';
import { visible, visibleLines } from './visible.ts';

const INDENT = '    ';
/** Rows of a response that are shown; -o json has all. */
const MAX_ROWS = 20;
const MAX_CELL = 60;

/** A command's request as a person reads it: number, verdict, text, parameters, effects. */
export function requestText(command: CommandView, colour: boolean): string {
  const paint = painter(colour);
  const { verdict } = command;
  const rule = verdict.policy === null ? '' : `  ${verdict.policy}/${verdict.rule ?? '-'}`;
  const head = `${paint('strong', `#${String(command.seq)}`)}  ${visible(command.receivedAt)}  `;
  const lines = [
    `${head}${paint(toneOf(verdict.effect), verdict.effect)}${visible(rule)}  ${paint('dim', visible(verdict.reason))}`,
    indent(visibleLines(command.text)),
    ...field('parameters', parameters(command)),
    ...field('effects', command.effects.map(effectText).join(', ')),
    ...field('would be', dryRunText(command)),
    ...field('approval', approvalText(command)),
  ];
  return `${lines.join('\n')}\n`;
}

/** A notification, which belongs to no command. */
export function notificationText(notification: NotificationView, colour: boolean): string {
  const paint = painter(colour);
  const { seq, receivedAt, channel, payload } = notification;
  const what = channel === null ? '' : ` on ${visible(channel)}`;
  const head = `${paint('strong', `#${String(seq)}`)}  ${visible(receivedAt)}  notification${what}`;
  return payload === null || payload === ''
    ? `${head}\n`
    : `${head}\n${indent(visibleLines(payload))}\n`;
}

/** Its outcome and response. */
export function outcomeText(command: CommandView, colour: boolean): string {
  const paint = painter(colour);
  const { outcome, response } = command;
  if (outcome === null) return `${INDENT}${paint('warn', 'no outcome was recorded')}\n`;
  const code = outcome.code === null ? '' : ` ${visible(outcome.code)}`;
  const facts = [
    `${paint(toneOf(outcome.status), outcome.status)}${code}`,
    outcome.rows === 1 ? '1 row' : `${String(outcome.rows)} rows`,
    `${String(outcome.bytes)} bytes`,
    toDuration(outcome.durationMs),
  ];
  const head = `${INDENT}outcome     ${facts.join(', ')}\n`;
  return response === null ? head : `${head}${responseText(response, paint)}`;
}

function responseText(response: PostgresResponse, paint: Paint): string {
  const { notices = [], rows, error, tag, truncated, undecodable } = response;
  const more = rows.length - MAX_ROWS;
  return [
    ...notices.map(
      ({ severity = 'NOTICE', message = '' }) => `${visible(severity)}: ${visible(message)}`,
    ),
    ...(rows.length > 0 ? rowsText(response, paint).trimEnd().split('\n') : []),
    ...(more > 0 ? [`… and ${String(more)} more rows; -o json shows all`] : []),
    ...(error === undefined ? [] : errorLines(error, paint)),
    ...(tag === undefined ? [] : [paint('dim', visible(tag))]),
    ...(truncated === true ? ['the record keeps a part of the response only'] : []),
    ...(undecodable === undefined ? [] : [`the rest cannot be decoded: ${visible(undecodable)}`]),
  ]
    .map((line) => `${INDENT}${line}\n`)
    .join('');
}

function errorLines(error: ResponseNotice, paint: Paint): string[] {
  const { severity = 'ERROR', code = '', message = '', detail, hint } = error;
  return [
    `${paint('bad', visible(`${severity} ${code}`))}: ${visible(message)}`,
    ...(detail === undefined ? [] : [`  detail: ${visible(detail)}`]),
    ...(hint === undefined ? [] : [`  hint: ${visible(hint)}`]),
  ];
}

function rowsText({ columns, rows }: PostgresResponse, paint: Paint): string {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), columns.length);
  const head = Array.from({ length: widest }, (_x, at) =>
    visible(columns[at]?.name ?? `column ${String(at + 1)}`),
  );
  const shown = rows.slice(0, MAX_ROWS);
  return table({
    head,
    rows: shown.map((row) =>
      row.map((value) => (value === null ? { text: 'NULL', tone: 'dim' as const } : cut(value))),
    ),
    paint,
    empty: '',
  });
}

function parameters({ parameters: values }: CommandView): string {
  return values
    .map((value, at) => {
      const name = `$${String(at + 1)}`;
      if (value === null) return `${name}=NULL`;
      return typeof value === 'string' ? `${name}='${value}'` : `${name}=base64:${value.binary}`;
    })
    .join('  ');
}

export function effectText(effect: CommandView['effects'][number]): string {
  const object = effect.object === undefined ? '' : ` ${effect.object}`;
  const through = effect.through === undefined ? '' : ` through ${effect.through}`;
  return `${effect.command}${object}${effect.unbounded === true ? ' (every row)' : ''}${through}`;
}

function dryRunText({ verdict: { dryRun } }: CommandView): string {
  if (dryRun === undefined) return '';
  return `${dryRun.effect} by ${dryRun.policy ?? '-'}/${dryRun.rule ?? '-'}, were the policy enforced`;
}

function approvalText({ approval }: CommandView): string {
  if (approval === null) return '';
  const who = approval.deciders.map(({ username }) => username).join(', ');
  return `${approval.name}: ${approval.decision}${who === '' ? '' : ` by ${who}`}${approval.reason === '' ? '' : ` (${approval.reason})`}`;
}

function field(name: string, text: string): string[] {
  return text === '' ? [] : [`${INDENT}${name.padEnd(10)}  ${visible(text)}`];
}

const cut = (text: string): string =>
  text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text;

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `${INDENT}${line}`)
    .join('\n');
