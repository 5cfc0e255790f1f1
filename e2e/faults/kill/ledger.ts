import type { Page } from '@playwright/test';

import type { BlobRow, CaseRow, DraftRow, EventRow, InspectionRow, PhotoRow, SiteRow } from '#renderer/data/tables.ts';

import { readRows } from '../../fixtures/store.ts';
import type { Findings } from '../check/findings.ts';
import { countDeeds, type Deed, type Ledger } from '../check/ledger.ts';

/**
 * A shop registered, an inspection submitted, a case opened, a form half filled: each known by its shop's name or by a
 * note in it. A photo of a record, or only of a form that is still open (`shot`): by its SHA-256.
 */
export type Kind = 'shop' | 'inspection' | 'case' | 'draft' | 'photo' | 'shot';
/** What becomes a record; a form never does so by itself. */
export const RECORDS = ['shop', 'inspection', 'case', 'photo'] as const satisfies readonly Kind[];

/** How often each deed is in the store and in the events of a running app. */
export async function checkStore(page: Page, ledger: Ledger<Kind>, findings: Findings): Promise<void> {
  const photos = await readRows<PhotoRow>(page, 'photos');
  const blobs = new Set((await readRows<BlobRow>(page, 'blobs')).map(({ key }) => key));
  // A picture that is listed and cannot be shown is not there.
  const seen = photos.filter(({ sha256 }) => blobs.has(`photo:${sha256}`));
  const shown: Readonly<Record<Kind, readonly string[]>> = {
    shop: (await readRows<SiteRow>(page, 'sites')).map(({ name }) => name),
    inspection: (await readRows<InspectionRow>(page, 'inspections')).map(({ site }) => site.name),
    case: (await readRows<CaseRow>(page, 'cases')).map(({ site }) => site.name),
    draft: (await readRows<DraftRow>(page, 'drafts')).map(({ content }) => JSON.stringify(content)),
    photo: seen.filter(({ stream }) => stream.startsWith('inspection:')).map(({ sha256 }) => sha256),
    shot: [...blobs].map((key) => key.replace(/^photo:/, '')),
  };
  const events = await readRows<EventRow>(page, 'events');
  const written = events.flatMap(({ event }) => deedsOf(event));
  countDeeds(ledger, findings, (deed) => shown[deed.kind].filter((text) => holds(deed, text)).length, 'screen');
  countDeeds(ledger.only(...RECORDS), findings, (deed) => written.filter((one) => isSame(one, deed)).length, 'events');
}

/** The deeds that an event records, when it is one of ours; a photo counts in the stream it was taken for. */
export function deedsOf(event: unknown): Deed<Kind>[] {
  const { type, stream, data } = event as {
    readonly type?: unknown;
    readonly stream?: string;
    readonly data?: { name?: string; sha256?: string; site?: { name: string } };
  };
  if (type === 'site.registered') return [{ kind: 'shop', name: data?.name ?? '' }];
  if (type === 'inspection.submitted') return [{ kind: 'inspection', name: data?.site?.name ?? '' }];
  if (type === 'case.found') return [{ kind: 'case', name: data?.site?.name ?? '' }];
  const isTaken = type === 'photo.added' && stream?.startsWith('inspection:') === true;
  return isTaken ? [{ kind: 'photo', name: data?.sha256 ?? '' }] : [];
}

/** True when both are the same deed. */
export function isSame(one: Deed, other: Deed): boolean {
  return one.kind === other.kind && one.name === other.name;
}

/** A form is known by the note in it, everything else by its whole name. */
function holds({ kind, name }: Deed<Kind>, text: string): boolean {
  return kind === 'draft' ? text.includes(name) : text === name;
}
