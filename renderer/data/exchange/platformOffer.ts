import type { OrgCard } from '#shared/access/directory.ts';
import { findChecklist, findMatter, fullAddress } from '#shared/catalogue/find.ts';
import type { EventData } from '#shared/events/registry.ts';
import { lastSent, standingOfRecord } from '#shared/exchange/outbox.ts';
import type { RecordOut } from '#shared/exchange/platformPackage.ts';
import { caseOut, hazardOut, LIFELINE_CHECKLISTS, matterOfCase, revisionOf } from '#shared/exchange/platformRecord.ts';
import { chinaDateAt } from '#shared/kernel/chinaTime.ts';

import type { Context } from '../context.ts';
import type { Offer, OfferedRecord } from '../exchangeProtocol.ts';
import type { CaseRow, InspectionRow } from '../tables.ts';

type Platform = EventData<'exchange.packed'>['platform'];
/** A record with what goes out of it; `out` is absent where its matter has no code of the standard. */
type Candidate = { readonly record: string; readonly title: string; readonly on: string; readonly out?: RecordOut };

const LIFELINE: ReadonlySet<string> = new Set(LIFELINE_CHECKLISTS);

/** What of an organisation is to go to a platform; see `exchange.offer`. */
export async function offerFor(ctx: Context, org: OrgCard, platform: Platform, from: string): Promise<Offer> {
  const sent = lastSent(await ctx.db.exchanges.toArray(), platform);
  const candidates = await candidatesFor(ctx, org, platform, from, [...sent.keys()]);
  const records = candidates.flatMap(({ record, title, on, out }): OfferedRecord[] => {
    if (out === undefined) return [];
    const standing = standingOfRecord(sent.get(record), revisionOf(out));
    const isUnverified = (out.fields['SXDMYZ'] ?? out.fields['checklistYZ']) !== '已核实';
    const { is } = standing;
    if (is === 'returned') return [{ record, title, on, why: is, reason: standing.reason, isUnverified }];
    return is === 'pending' || is === 'changed' ? [{ record, title, on, why: is, isUnverified }] : [];
  });
  const RANK = { returned: 0, changed: 1, pending: 2 } as const;
  return {
    records: records.sort((a, b) => RANK[a.why] - RANK[b.why] || (a.on < b.on ? -1 : 1)),
    unmapped: candidates.filter(({ out }) => out === undefined).length,
  };
}

async function candidatesFor(
  ctx: Context,
  org: OrgCard,
  platform: Platform,
  from: string,
  sent: readonly string[],
): Promise<readonly Candidate[]> {
  const since = new Date(Date.parse(`${from}T00:00:00+08:00`)).toISOString();
  const ids = sent.map((record) => record.slice(record.indexOf(':') + 1));
  if (platform === 'city') {
    const rows = [
      ...(await ctx.db.cases.where('foundAt').aboveOrEqual(since).toArray()),
      ...(await ctx.db.cases.bulkGet(ids)),
    ];
    return own(rows, org).map((row) => candidateOfCase(ctx, org, row));
  }
  const recent = ctx.db.inspections.where('submittedAt').aboveOrEqual(since);
  const rows = [
    ...(await recent.filter(({ checklist }) => LIFELINE.has(checklist)).toArray()),
    ...(await ctx.db.inspections.bulkGet(ids)),
  ];
  return own(rows, org).flatMap((row) => candidateOfInspection(ctx, org, row) ?? []);
}

/** Each once, and of the own organisation: what was handed over is its new owner's to send. */
function own<R extends { readonly id: string; readonly org: string }>(
  rows: readonly (R | undefined)[],
  { org }: OrgCard,
): R[] {
  return [...new Map(rows.flatMap((row) => (row?.org === org ? [[row.id, row] as const] : []))).values()];
}

function candidateOfCase(ctx: Context, org: OrgCard, row: CaseRow): Candidate {
  const { id, title, foundAt } = row;
  const head = { record: `case:${id}`, title, on: chinaDateAt(foundAt) ?? '' };
  const matter = findMatter(ctx.catalogue, matterOfCase(row) ?? '');
  const beside = { org, address: fullAddress(ctx.catalogue, row.site) };
  const out = matter === undefined ? undefined : caseOut(row, matter, beside);
  return out === undefined ? head : { ...head, out };
}

function candidateOfInspection(ctx: Context, org: OrgCard, row: InspectionRow): Candidate | undefined {
  const checklist = findChecklist(ctx.catalogue, row.checklist, row.checklistVersion);
  if (checklist === undefined) return undefined;
  const out = hazardOut(row, checklist, { org, address: fullAddress(ctx.catalogue, row.site) });
  if (out === undefined) return undefined;
  const on = chinaDateAt(row.submittedAt) ?? '';
  return { record: `inspection:${row.id}`, title: `${checklist.name} ${row.site.name}`, on, out };
}

/** The records of that name as they are now, in that order; undefined as soon as one of them has nothing to go out. */
export async function recordsOut(
  ctx: Context,
  org: OrgCard,
  records: readonly string[],
): Promise<readonly Required<Candidate>[] | undefined> {
  const found: Required<Candidate>[] = [];
  for (const record of records) {
    const id = record.slice(record.indexOf(':') + 1);
    await ctx.projector.catchUp(record);
    const row = record.startsWith('case:') ? await ctx.db.cases.get(id) : await ctx.db.inspections.get(id);
    if (row?.org !== org.org) return undefined;
    const one = 'checklist' in row ? candidateOfInspection(ctx, org, row) : candidateOfCase(ctx, org, row);
    if (one?.out === undefined) return undefined;
    found.push({ ...one, out: one.out });
  }
  return found;
}
