import type { OrgCard } from '#shared/access/directory.ts';
import { readableEvents } from '#shared/case/caseEvent.ts';
import { matterCodeOf } from '#shared/case/matterCode.ts';
import { fullAddress } from '#shared/catalogue/find.ts';
import { buildSheet } from '#shared/documents/fileSheet.ts';
import { sheetFacts } from '#shared/documents/sheetFacts.ts';
import { hasSheet, type SheetInput } from '#shared/documents/sheetInput.ts';
import type { EventData } from '#shared/events/registry.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { eventsOf } from '../projections/project.ts';
import type { CommandError } from '../protocol.ts';
import type { CaseRow } from '../tables.ts';

import { matterOn } from './actFacts.ts';
import { keepSheet, printSigned, type KeptSheet } from './keepSheet.ts';
import { namesOf } from './paperSources.ts';

type Issued = Exclude<EventData<'document.issued'>, { readonly kind: 'D07' }>;
type Sheet = {
  readonly row: CaseRow;
  readonly org: OrgCard;
  readonly issued: Issued;
  readonly officers: SheetInput['officers'];
};

/** Draws a document of a file and keeps its PDF; refused with what is missing on it, or with characters no font has. */
export async function printSheet(ctx: Context, sheet: Sheet): Promise<Result<KeptSheet, CommandError>> {
  const input = await inputOf(ctx, sheet);
  if (!input.ok) return input;
  const built = buildSheet(input.value);
  if (!built.ok) return err({ code: built.error, subject: input.value.matter.name, article: '行政处罚法 §59' });
  const printed = await printSigned(ctx, built.value, sheet.issued.penalty?.fineFen ?? 0);
  const { missingGlyphs } = printed;
  if (missingGlyphs.length > 0) return err({ code: 'missing_glyphs', subject: missingGlyphs.join('') });
  return ok(await keepSheet(ctx, sheet.row, sheet.issued.officer.user, printed));
}

async function inputOf(ctx: Context, { row, org, issued, officers }: Sheet): Promise<Result<SheetInput, CommandError>> {
  if (!hasSheet(issued.kind)) return err({ code: 'no_sheet', subject: issued.kind });
  const code = matterCodeOf(row);
  const matter = matterOn(ctx, code, row.foundAt);
  if (matter === undefined) return err({ code: 'unknown_matter', subject: code });
  const stored = await eventsOf(ctx.db, `case:${row.id}`);
  const events = readableEvents(stored.map(({ event }) => event));
  const told = events.findLast(isTold);
  const names = await namesOf(ctx);
  return ok({
    org,
    kind: issued.kind,
    number: issued.number,
    issuedAt: issued.issuedAt,
    title: row.title,
    party: row.file?.party,
    site: row.site,
    address: fullAddress(ctx.catalogue, row.site),
    foundAt: row.foundAt,
    facts: row.facts,
    matter,
    text: issued.text,
    penalty: issued.penalty,
    untilOn: issued.untilOn,
    told: told && { words: told.data.words ?? '', shownAt: told.data.certificatesShownAt },
    of: sheetFacts(row, events, issued, { calendar: ctx.catalogue.calendar, nameOf: names }),
    said: issued,
    officers,
  });
}

type Told = { readonly type: 'case.told'; readonly data: EventData<'case.told'> };

function isTold<T extends { readonly type: string }>(event: T): event is T & Told {
  return event.type === 'case.told';
}
