import { z } from 'zod';

import { instantField, orgField } from '../events/fields.ts';
import { drawnSignatureField } from '../events/serviceEvents.ts';

import { formRowField, formSectionField, gridShape, picturesField, printedPhotoField, stubField } from './form.ts';
import { LOOSE_KINDS, PAPER_KINDS } from './papers/kinds.ts';

/** A line that is filled by hand on the printed paper: its label, what is printed before the space, and a date to fill. */
const handLineField = z.strictObject({ label: z.string().min(1), printed: z.string(), date: z.string() });

/** A ruled list. */
const gridField = z
  .strictObject({ is: z.literal('grid'), ...gridShape })
  .refine(({ columns, shares, rows }) => [shares, ...rows].every(({ length }) => length === columns.length), 'columns');

/** A photo with what is said of it beside it, and places to sign under that. Two stand on a page. */
const photoField = printedPhotoField.extend({
  is: z.literal('photo'),
  rows: z.array(formRowField).min(1),
  sign: z.array(z.string().min(1)),
});

/** One piece of a paper, from top to bottom. A `part` begins a new page under a title of its own. */
export const blockField = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('rows'), rows: z.array(formRowField).min(1) }),
  z.strictObject({ is: z.literal('section'), section: formSectionField }),
  gridField,
  photoField,
  /** What was drawn on a screen, small; `note` says what it is worth. */
  drawnSignatureField.extend({ is: z.literal('drawn'), label: z.string().min(1), note: z.string().min(1) }),
  z.strictObject({ is: z.literal('pictures'), photos: picturesField }),
  z.strictObject({ is: z.literal('part'), title: z.string().min(1) }),
  z.strictObject({ is: z.literal('hand'), lines: z.array(handLineField).min(1) }),
]);
/** See `blockField`. */
export type Block = z.infer<typeof blockField>;

/**
 * The printed model of a paper of the file that is made from a record (minutes, approval forms, proof of service): every word
 * it shows, in order. It has no number: it counts once it is signed by hand, and only one that people are handed bears a code.
 */
export const formModelField = z.strictObject({
  schema: z.literal('xunzhi.form.v1'),
  /** A paper of a file, one outside of any file, or one of the sheets around a file (D36). */
  kind: z.enum([...PAPER_KINDS, ...LOOSE_KINDS, 'D36']),
  /** Kind and version of the template, `D30.1`; `A`, `B` for another paper of a line of the bureau's list. */
  template: z.string().regex(/^D\d{2}[A-Z]?\.\d+$/),
  org: orgField,
  agency: z.string().min(1),
  title: z.string().min(1),
  /** When what it records was written; dates the PDF. */
  madeAt: instantField,
  blocks: z.array(blockField).min(1),
  /** Stands at the foot of each page, for a signature on each; empty where none is needed. */
  eachPage: z.string(),
  endMark: z.string(),
  /** For its signed code: what stands there in place of a number, and the words under it. Absent on what bears none. */
  code: z.strictObject({ record: z.string().min(1).max(60), caption: z.string().min(1) }).optional(),
  /** What stays with the agency; absent where nothing is cut off. */
  stub: stubField.optional(),
});
/** See `formModelField`. */
export type FormModel = z.infer<typeof formModelField>;
