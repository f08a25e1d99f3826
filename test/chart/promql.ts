import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { root } from '../harness/paths.ts';

/** Labels of whatever is scraped in a cluster. */
const TARGET_LABELS = ['namespace', 'pod', 'container', 'job', 'instance', 'service'];

export interface Exported {
  /** Labels that were seen, by metric; none where it had no value yet. */
  readonly metrics: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a text in Prometheus' format has. */
export function exportedIn(text: string): Exported {
  const metrics = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [, declared] = /^# TYPE (\S+) /.exec(line) ?? [];
    if (declared !== undefined) metrics.set(declared, metrics.get(declared) ?? new Set());
    const [, name = '', labels = ''] = /^([a-z_]+)\{(.*)\} /.exec(line) ?? [];
    for (const [, label = ''] of labels.matchAll(/([a-z_]+)="/g)) metrics.get(name)?.add(label);
  }
  return { metrics };
}

/** All that an expression asks for and nobody exports, or that is no PromQL; empty where it is good. */
export function knownBy({ metrics }: Exported, expression: string): readonly string[] {
  const wrong: string[] = [];
  // Grafana's own words stand for a duration and a text.
  const text = expression.replaceAll('$__rate_interval', '5m');
  const labels: string[] = [];
  const asked: string[] = [];
  parser.parse(text).iterate({
    enter: ({ name, type, from, to }) => {
      const said = text.slice(from, to);
      if (type.isError) wrong.push(`no PromQL: ${text} at ${String(from)}`);
      else if (name === 'Identifier') asked.push(said);
      else if (name === 'LabelName') labels.push(said);
    },
  });
  for (const metric of asked) if (!metrics.has(metric)) wrong.push(`no metric ${metric}`);
  const sets = asked.map((metric) => metrics.get(metric) ?? new Set<string>());
  for (const label of labels) {
    const isKnown = TARGET_LABELS.includes(label) || sets.some((set) => set.has(label));
    // A metric that had no value yet has shown no label.
    const isOpen = sets.some((set) => set.size === 0);
    if (!isKnown && !isOpen) wrong.push(`no label ${label}`);
  }
  return wrong;
}

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly expr: string }[] }[];
}

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
}

/** Every expression of the chart's rules and of its dashboard. */
export async function monitoringExpressions(): Promise<readonly string[]> {
  const read = async (name: string): Promise<string> =>
    readFile(path.join(root, 'charts/chaperone/files/monitoring', name), 'utf8');
  const rules = (await read('alerts.yaml')).replaceAll(/@[A-Z_]+@/g, '1');
  const { groups } = parse(rules) as Rules;
  const { panels } = JSON.parse(await read('dashboard.json')) as Dashboard;
  return [
    ...groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];
}
