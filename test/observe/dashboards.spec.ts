import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectDefaultMetrics } from 'prom-client';
import { openMeters } from '#service';

const folder = join(import.meta.dirname, '../../deploy/dashboards');

interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly targets?: readonly { readonly expr: string }[];
  }[];
}

const dashboard = JSON.parse(readFileSync(join(folder, 'chaski.json'), 'utf8')) as Dashboard;
const alerts = readFileSync(join(folder, 'alerts.yml'), 'utf8');

const ofPanels = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
const ofAlerts = [...alerts.matchAll(/^ +expr: (.+)$/gm)].map(([, expr = '']) => expr);

/** What a metric is asked as: a histogram by its buckets, sum and count. */
async function asked() {
  const { registry } = openMeters('chaski');
  const own = await registry.getMetricsAsJSON();
  collectDefaultMetrics({ register: registry });
  const labels = new Map<string, ReadonlySet<string>>();
  for (const { name, type } of await registry.getMetricsAsJSON()) {
    const metric = registry.getSingleMetric(name) as unknown as { readonly labelNames?: readonly string[] };
    const names = [
      name,
      ...(String(type) === 'histogram' ? ['bucket', 'sum', 'count'].map((end) => `${name}_${end}`) : []),
    ];
    for (const each of names) labels.set(each, new Set([...(metric.labelNames ?? []), 'le', 'job', 'instance']));
  }
  labels.set('up', new Set(['job', 'instance']));
  return { labels, own: own.map(({ name }) => name) };
}

const metricsIn = (expr: string): readonly string[] =>
  [...expr.matchAll(/\b(?:chaski|process|nodejs)_\w+|\bup\b/g)].map(([name]) => name);

describe('The dashboard and the alert rules', () => {
  it('ask for metrics and labels that there are', async () => {
    const { labels } = await asked();
    const all = [...ofPanels, ...ofAlerts];
    expect([ofPanels.length > 15, ofAlerts.length > 10]).toEqual([true, true]);
    for (const expr of all) {
      const names = metricsIn(expr);
      expect([expr, names.length > 0, names.filter((name) => !labels.has(name))]).toEqual([expr, true, []]);
      const used = [
        ...[...expr.matchAll(/by \(([^)]+)\)/g)].flatMap(([, list = '']) => list.split(', ')),
        ...[...expr.matchAll(/(\w+)=~?"/g)].map(([, label = '']) => label),
      ];
      const known = new Set(names.flatMap((name) => [...(labels.get(name) ?? [])]));
      expect([expr, used.filter((label) => !known.has(label))]).toEqual([expr, []]);
    }
  });

  it('show every metric of the product somewhere', async () => {
    const shown = new Set([...ofPanels, ...ofAlerts].flatMap(metricsIn).map((name) => name.replace(/_bucket$/, '')));
    expect((await asked()).own.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('tell of every alert what it means and what to do', () => {
    const rules = alerts.split(/^ {6}- alert: /m).slice(1);
    expect(rules).toHaveLength(ofAlerts.length);
    for (const rule of rules) {
      expect(rule).toMatch(/severity: (page|ticket)/);
      expect(rule).toMatch(/summary: \S.+\.\n +action: \S.+\.\n/);
    }
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});
