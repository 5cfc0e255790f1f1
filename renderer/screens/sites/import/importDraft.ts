import { z } from 'zod';

import type { SiteData } from '#shared/events/siteEvents.ts';

const FORM = 'import.v1';

/**
 * An import as it is kept on this device, under the id of its batch: with its rows until all are written, so that it goes on after a
 * crash; later only what it was, so that it can be taken back.
 */
export type ImportDraft = {
  readonly form: typeof FORM;
  readonly register: string;
  readonly file: string;
  readonly total: number;
  readonly rows?: readonly SiteData[] | undefined;
  readonly undone?: { readonly withdrawn: number; readonly kept: readonly KeptSite[] } | undefined;
};
/** A thing that was changed or used since it was imported. */
export type KeptSite = { readonly siteId: string; readonly name: string };

const shape = z.looseObject({
  form: z.literal(FORM),
  register: z.string(),
  file: z.string(),
  total: z.int().min(0),
  rows: z.array(z.looseObject({ name: z.string() })).optional(),
  undone: z
    .looseObject({ withdrawn: z.int(), kept: z.array(z.looseObject({ siteId: z.string(), name: z.string() })) })
    .optional(),
});

/** An import about to be made. */
export function newImport(register: string, file: string, rows: readonly SiteData[]): ImportDraft {
  return { form: FORM, register, file, total: rows.length, rows };
}

/** A draft's content as an import; undefined when it is none that this version knows. The command checks its rows again. */
export function parseImport(content: unknown): ImportDraft | undefined {
  const parsed = shape.safeParse(content);
  return parsed.success ? (parsed.data as unknown as ImportDraft) : undefined;
}
