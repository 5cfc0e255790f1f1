import type { Page } from '@playwright/test';

import type { DraftRow, EventRow, InspectionRow, SiteRow } from '#renderer/data/tables.ts';

import { readRows } from '../../fixtures/store.ts';
import type { Findings } from '../check/findings.ts';
import { countDeeds, type Deed, type Ledger } from '../check/ledger.ts';

/** A shop registered, an inspection submitted, a form half filled: each known by its shop's name or by a note in it. */
export type Kind = 'shop' | 'inspection' | 'draft';
/** What becomes a record; a form never does so by itself. */
export const RECORDS = ['shop', 'inspection'] as const satisfies readonly Kind[];

/** How often each deed is in the store and in the events of a running app. */
export async function checkStore(page: Page, ledger: Ledger<Kind>, findings: Findings): Promise<void> {
  const sites = await readRows<SiteRow>(page, 'sites');
  const inspections = await readRows<InspectionRow>(page, 'inspections');
  const drafts = await readRows<DraftRow>(page, 'drafts');
  const events = await readRows<EventRow>(page, 'events');
  const shown: Readonly<Record<Kind, readonly string[]>> = {
    shop: sites.map(({ name }) => name),
    inspection: inspections.map(({ site }) => site.name),
    draft: drafts.map(({ content }) => JSON.stringify(content)),
  };
  const written = events.map(({ event }) => deedOf(event)).filter((deed) => deed !== undefined);
  countDeeds(ledger, findings, (deed) => shown[deed.kind].filter((text) => holds(deed, text)).length, 'screen');
  countDeeds(ledger.only(...RECORDS), findings, (deed) => written.filter((one) => isSame(one, deed)).length, 'events');
}

/** The deed that an event records, when it is one of ours. */
export function deedOf(event: unknown): Deed<Kind> | undefined {
  const { type, data } = event as {
    readonly type?: unknown;
    readonly data?: { name?: string; site?: { name: string } };
  };
  if (type === 'site.registered') return { kind: 'shop', name: data?.name ?? '' };
  return type === 'inspection.submitted' ? { kind: 'inspection', name: data?.site?.name ?? '' } : undefined;
}

/** True when both are the same deed. */
export function isSame(one: Deed, other: Deed): boolean {
  return one.kind === other.kind && one.name === other.name;
}

/** A form is known by the note in it, everything else by the whole name of its shop. */
function holds({ kind, name }: Deed<Kind>, text: string): boolean {
  return kind === 'draft' ? text.includes(name) : text === name;
}
