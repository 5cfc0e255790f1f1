import { z } from 'zod';

import {
  REPORT_SOURCES,
  reportDataField,
  reporterField,
  type ReportData,
  type Reporter,
} from '../events/reportEvents.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { cleanText } from '../kernel/text.ts';

/** Clocks of outside systems may go ahead so much. */
const AHEAD_MS = 86_400_000;

/**
 * What an outside system writes into `intake-<org>`: one document for each report, `_id` being `intake:<source>:<external>`.
 * Degrees are ordinary numbers; without a system of coordinates they are not taken. More members are let pass.
 */
const intakeDoc = z.looseObject({
  _id: z.string(),
  kind: z.literal('intake'),
  source: z.enum(REPORT_SOURCES),
  external: z.string().min(1).max(60),
  text: z.string(),
  address: z.string(),
  happenedAt: z.string(),
  matter: z.string().optional(),
  lon: z.number().min(-180).max(180).optional(),
  lat: z.number().min(-90).max(90).optional(),
  crs: z.enum(['WGS84', 'CGCS2000', 'GCJ02', 'BD09']).optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
});

/** A report of an outside system: what everybody reads, and who reported, apart. */
export type IntakeReport = {
  readonly data: Omit<ReportData, 'receivedAt' | 'batch' | 'photos'> & { readonly external: string };
  readonly reporter: Reporter;
};

/** Reads such a document. `bad_intake`: against its form, under another id than it says, or of a time to come. */
export function readIntake(doc: unknown, nowMs: number): Result<IntakeReport, 'bad_intake'> {
  const parsed = intakeDoc.safeParse(doc);
  if (!parsed.success) return err('bad_intake');
  const { source, external, matter, lon, lat, crs, ...said } = parsed.data;
  const atMs = Date.parse(said.happenedAt);
  if (said._id !== `intake:${source}:${external}` || !(atMs >= 0 && atMs <= nowMs + AHEAD_MS)) return err('bad_intake');
  const position =
    lon === undefined || lat === undefined || crs === undefined
      ? undefined
      : { lonE7: Math.round(lon * 1e7), latE7: Math.round(lat * 1e7), crs, source: 'map' as const };
  const text = (value: string): string => cleanText(value).trim();
  const data = {
    kind: 'report',
    ...{ source, external: text(external), text: text(said.text) },
    place: { address: text(said.address), ...(position !== undefined && { position }) },
    ...(matter !== undefined && { matter }),
    happenedAt: new Date(atMs).toISOString(),
  };
  const checked = reportDataField
    .omit({ receivedAt: true, batch: true, photos: true })
    .extend({ external: reportDataField.shape.external.unwrap() })
    .safeParse(data);
  const reporter = reporterField.safeParse({ name: text(said.name ?? ''), phone: text(said.phone ?? '') });
  return checked.success && reporter.success ? ok({ data: checked.data, reporter: reporter.data }) : err('bad_intake');
}
