import type { Page } from '@playwright/test';

import type { DraftRow, EventRow, InspectionRow, SiteRow } from '#renderer/data/tables.ts';

import { readRows } from '../../fixtures/store.ts';

/** Something a person did: a shop registered, an inspection submitted, a form half filled. */
export type Deed = { readonly kind: 'shop' | 'inspection' | 'draft'; readonly name: string };

/** What was found wrong; each thing once, however often it is looked for. */
export type Findings = { readonly lost: Set<string>; readonly doubled: Set<string> };

/** What the screen said is saved, and what was tried without an answer. */
export class Ledger {
  readonly acknowledged: Deed[] = [];
  readonly unanswered: Deed[] = [];
}

/** How often each deed is in the store and in the events of a running app. */
export async function checkStore(page: Page, ledger: Ledger, findings: Findings): Promise<void> {
  const sites = await readRows<SiteRow>(page, 'sites');
  const inspections = await readRows<InspectionRow>(page, 'inspections');
  const drafts = await readRows<DraftRow>(page, 'drafts');
  const events = await readRows<EventRow>(page, 'events');
  const shown: Readonly<Record<Deed['kind'], readonly string[]>> = {
    shop: sites.map(({ name }) => name),
    inspection: inspections.map(({ site }) => site.name),
    draft: drafts.map(({ content }) => JSON.stringify(content)),
  };
  const written = events.map(({ event }) => deedOf(event)).filter((deed) => deed !== undefined);
  count(ledger, findings, (deed) => shown[deed.kind].filter((text) => holds(deed, text)).length);
  count(onlyRecords(ledger), findings, (deed) => written.filter((one) => isSame(one, deed)).length);
}

/** The deed that an event records, when it is one of ours. */
export function deedOf(event: unknown): Deed | undefined {
  const { type, data } = event as {
    readonly type?: unknown;
    readonly data?: { name?: string; site?: { name: string } };
  };
  if (type === 'site.registered') return { kind: 'shop', name: data?.name ?? '' };
  return type === 'inspection.submitted' ? { kind: 'inspection', name: data?.site?.name ?? '' } : undefined;
}

/** The ledger without forms, which never become records by themselves. */
export function onlyRecords(ledger: Ledger): Ledger {
  const isRecord = ({ kind }: Deed): boolean => kind !== 'draft';
  const records = new Ledger();
  records.acknowledged.push(...ledger.acknowledged.filter(isRecord));
  records.unanswered.push(...ledger.unanswered.filter(isRecord));
  return records;
}

/** Notes what is there less than once or more than once; what got no answer may be missing, never double. */
export function count(ledger: Ledger, { lost, doubled }: Findings, times: (deed: Deed) => number): void {
  for (const deed of ledger.acknowledged) if (times(deed) === 0) lost.add(labelOf(deed));
  for (const deed of [...ledger.acknowledged, ...ledger.unanswered]) if (times(deed) > 1) doubled.add(labelOf(deed));
}

/** True when both are the same deed. */
export function isSame(one: Deed, other: Deed): boolean {
  return one.kind === other.kind && one.name === other.name;
}

/** A form is known by the note in it, everything else by the whole name of its shop. */
function holds({ kind, name }: Deed, text: string): boolean {
  return kind === 'draft' ? text.includes(name) : text === name;
}

function labelOf({ kind, name }: Deed): string {
  return `${kind} ${name}`;
}
