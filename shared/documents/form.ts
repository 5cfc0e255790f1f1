import { z } from 'zod';

import { sha256Field } from '../events/fields.ts';

/** A label and what stands beside it on the form. Never empty: what does not apply is crossed out with `CROSSED_OUT`. */
export const formRowField = z.strictObject({ label: z.string(), value: z.string().min(1) });
/** See `formRowField`. */
export type FormRow = z.infer<typeof formRowField>;

/** One numbered part of the text: heading, paragraphs, then a list. `emphasis`: the first paragraph is set bold. */
export const formSectionField = z.strictObject({
  heading: z.string().min(1),
  paragraphs: z.array(z.string().min(1)),
  items: z.array(z.string().min(1)),
  emphasis: z.boolean(),
});
/** See `formSectionField`. */
export type FormSection = z.infer<typeof formSectionField>;

/**
 * A photo on a document. `print`: SHA-256 of the JPEG that is printed; `original`: of the photo as it was taken in, which
 * nothing alters.
 */
export const printedPhotoField = z.strictObject({ print: sha256Field, original: sha256Field });
/** See `printedPhotoField`. */
export type PrintedPhoto = z.infer<typeof printedPhotoField>;

/** Photos side by side, each with the words under it. */
export const picturesField = z
  .array(printedPhotoField.extend({ caption: z.string().min(1) }))
  .min(1)
  .max(2);

/** 存根 under a line to cut along: what it repeats, and who signs that he got the rest. */
export const stubField = z.strictObject({
  cut: z.string(),
  heading: z.string(),
  rows: z.array(formRowField),
  receiver: z.string(),
  date: z.string(),
});
/** See `stubField`. */
export type Stub = z.infer<typeof stubField>;

/** How much of a photo's SHA-256 is printed: enough to tell it from any other of the file. */
export const HASH_PREFIX = 16;
/** Members of a ruled list. `shares`: how its columns share the text width. Cells may be long and wrap. */
export const gridShape = {
  columns: z.array(z.string().min(1)).min(2),
  shares: z.array(z.int().min(1)).min(2),
  rows: z.array(z.array(z.string())),
} as const;

/** Stands in every field that does not apply, so that nothing can be added later. */
export const CROSSED_OUT = '／';

/** The trimmed text in one line, or the mark of a crossed-out field. */
export function filled(text: string | undefined): string {
  const line = (text ?? '').replaceAll(/\s+/g, ' ').trim();
  return line === '' ? CROSSED_OUT : line;
}

/** The lines of a text that say something, trimmed. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The lines of a list as typed, without the numbering the typist gave them: the form counts itself. */
export function itemsOf(text: string): string[] {
  return linesOf(text)
    .map((line) => line.replace(/^(?:[（(]\d{1,2}[）)]|\d{1,2}(?:[、．)）]|\.(?!\d)))\s*/, ''))
    .filter((line) => line !== '');
}
