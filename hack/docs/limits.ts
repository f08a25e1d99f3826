import { SQL_LIMITS } from '../../core/src/sql/limits.ts';
import { brokerLimits } from '../../operator/src/broker/limits.ts';
import { certificateLimits } from '../../operator/src/certificates/limits.ts';
import { operatorLimits } from '../../operator/src/kube/limits.ts';
import { storeLimits } from '../../operator/src/store/limits.ts';
import { limits } from '../../sidecar/src/config/limits.ts';
import type { Limit } from '../../sidecar/src/config/limits.ts';
import { code, generatedFrom, table } from './markdown.ts';

const steps: readonly (readonly [string, number])[] = [
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
];

function bytes(value: number): string {
  const step = steps.find(([, size]) => value >= size && value % size === 0);
  return step === undefined
    ? `${value.toLocaleString('en')} bytes`
    : `${String(value / step[1])} ${step[0]}`;
}

function milliseconds(value: number): string {
  if (value >= 60_000 && value % 60_000 === 0) return `${String(value / 60_000)} min`;
  return value >= 1000 ? `${String(value / 1000)} s` : `${String(value)} ms`;
}

function shown({ unit, value }: Limit): string {
  if (unit === 'bytes') return bytes(value);
  return unit === 'ms' ? milliseconds(value) : value.toLocaleString('en');
}

function section(part: string, entries: Readonly<Record<string, Limit>>): string {
  const rows = Object.entries(entries).map(([name, limit]) => [
    code(`${part}.${name}`),
    shown(limit),
    limit.beyond,
  ]);
  return `## ${part}\n\n${table(['limit', 'value', 'beyond it'], rows)}\n`;
}

/** The parser's own limits are plain numbers in core; the units are here. */
const parserUnits: Readonly<Record<keyof typeof SQL_LIMITS, string>> = {
  characters: 'UTF-16 code units of one SQL string',
  tokens: 'tokens of one SQL string, comments included',
  statements: 'semicolons of one SQL string',
  controlCharacters: 'control characters other than white space',
  nesting: 'brackets open at any point',
  commentNesting: 'block comments open in one another',
  operatorRun: 'operator characters in a row',
  chain: 'words and operators between two commas, of which a tree can become that deep',
};

function parserSection(): string {
  const rows = Object.entries(parserUnits).map(([name, what]) => [
    code(`sql.${name}`),
    `${SQL_LIMITS[name as keyof typeof SQL_LIMITS].toLocaleString('en')} ${what}`,
    'The text is not parsed; the command is refused with SQL_TOO_COMPLEX.',
  ]);
  return `## sql\n\n${table(['limit', 'value', 'beyond it'], rows)}\n`;
}

/** docs/limits.md */
export function limitsDocument(): string {
  const sections = Object.entries(limits).map(([part, entries]) => section(part, entries));
  const all = {
    ...operatorLimits,
    ...{ brokerServer: brokerLimits, store: storeLimits, certificates: certificateLimits },
  };
  const operator = Object.entries(all).map(([part, rows]) => section(part, rows));
  return [
    generatedFrom(
      ...['sidecar/src/config/limits.ts', 'core/src/sql/limits.ts'],
      ...['operator/src/kube/limits.ts', 'operator/src/broker/limits.ts'],
      ...['operator/src/store/limits.ts', 'operator/src/certificates/limits.ts'],
    ),
    '# Limits',
    'Every limit that the sidecar holds to by itself, with its value and what happens beyond it. What a connection sets',
    'for itself (`spec.limits`, `spec.recording`) and what a policy sets (`spec.limits`) stands with its default in the',
    'descriptions of the custom resources, `crds/manifests/`.\n',
    [...sections, parserSection()].join('\n'),
    'And what the operator holds to:\n',
    operator.join('\n'),
  ].join('\n');
}
