import { floorField, floorId } from '#shared/access/device.ts';
import { NUMBERED_KINDS, seriesKey } from '#shared/documents/number.ts';
import { blockRange, parseLeaseId } from '#shared/documents/numbering.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import type { ServerClient } from './client.ts';
import type { Step } from './report.ts';

type Row = { readonly id: string; readonly doc?: Readonly<Record<string, unknown>> };

/**
 * Raises the floor of every series above all that the server knows, and `margin` numbers more: what devices leased after
 * the backup was made is not in it. To be run on a restored server before anyone reaches it. A floor never falls.
 */
export async function raiseFloors(
  client: ServerClient,
  by: string,
  margin: number,
  nowMs: number,
): Promise<readonly Step[]> {
  const highest = await highestOf(client, nowMs);
  const steps: Step[] = [];
  for (const [series, n] of [...highest].sort()) steps.push(await raise(client, series, n + margin + 1, by, nowMs));
  return steps;
}

/** The highest number of each series that a lease or a granted number names; 0 for a series nobody used yet. */
async function highestOf(client: ServerClient, nowMs: number): Promise<ReadonlyMap<string, number>> {
  const highest = new Map<string, number>();
  const see = (series: string, n: number): void => {
    highest.set(series, Math.max(highest.get(series) ?? 0, n));
  };
  for (const { id } of await rowsOf(client, 'bureau', 'org:'))
    for (const kind of NUMBERED_KINDS) see(`${id.slice('org:'.length)}:${kind}:${String(chinaYearOf(nowMs))}`, 0);
  for (const { id } of await rowsOf(client, 'numbers', 'lease:')) {
    const lease = parseLeaseId(id);
    if (lease !== undefined) see(seriesKey(lease.series), blockRange(lease.block).to);
  }
  const names = (await client.expect([200], 'GET', '/_all_dbs')).body as readonly string[];
  for (const name of names.filter((one) => one.startsWith('case-'))) {
    for (const { doc } of await rowsOf(client, name, 'case:')) {
      if (doc?.['type'] !== 'number.granted') continue;
      const { series, n } = doc['data'] as { series: Parameters<typeof seriesKey>[0]; n: number };
      see(seriesKey(series), n);
    }
  }
  return highest;
}

const PAGE = 2_000;

/** Documents of a database whose id begins like this, read page by page. */
async function rowsOf(client: ServerClient, name: string, prefix: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let start = prefix; ;) {
    const query = new URLSearchParams({
      startkey: JSON.stringify(start),
      endkey: JSON.stringify(`${prefix}\uffff`),
      include_docs: 'true',
      limit: String(PAGE + 1),
    });
    const page = (await client.expect([200], 'GET', `/${name}/_all_docs?${query.toString()}`)).body as {
      rows: readonly Row[];
    };
    rows.push(...page.rows.slice(0, PAGE));
    const next = page.rows[PAGE];
    if (next === undefined) return rows;
    start = next.id;
  }
}

async function raise(client: ServerClient, series: string, n: number, by: string, nowMs: number): Promise<Step> {
  const id = floorId(series);
  const path = `/numbers/${encodeURIComponent(id)}`;
  const current = await client.expect([200, 404], 'GET', path);
  const old = floorField.safeParse(current.body);
  const name = `${id} ${String(old.success ? Math.max(old.data.n, n) : n)}`;
  if (old.success && old.data.n >= n) return { what: 'record', name, did: 'unchanged' };
  const rev = old.success ? { _rev: old.data['_rev'] } : {};
  const at = new Date(nowMs).toISOString();
  await client.expect([201, 202], 'PUT', path, { ...rev, _id: id, kind: 'floor', n, at, by });
  return { what: 'record', name, did: old.success ? 'changed' : 'created' };
}
