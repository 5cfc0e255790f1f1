import { z } from 'zod';

import { instantField, orgField } from '../events/fields.ts';
import { hashOf } from '../kernel/hash.ts';

import { formRowField, formSectionField } from './form.ts';

/**
 * The canonical printed model of a 责令限期改正通知书 (D07): every word the document shows, in the order it shows them, as
 * strings and truth values only. The renderer adds page numbers, lines and the QR code, and no words.
 */
export const d07ModelField = z.strictObject({
  schema: z.literal('xunzhi.d07.v1'),
  kind: z.literal('D07'),
  org: orgField,
  /** True: shows a watermark, has no number and must not be served; `draftNote` says why. */
  draft: z.boolean(),
  draftNote: z.string(),
  watermark: z.string(),
  agency: z.string().min(1),
  title: z.string().min(1),
  /** Empty on a draft. */
  number: z.string(),
  issuedAt: instantField,
  party: z.array(formRowField),
  /** What the shopkeeper must see first: what for, and until when. */
  glance: z.array(formRowField),
  sections: z.array(formSectionField),
  officers: z.array(
    z.strictObject({ label: z.string(), name: z.string(), certificateLabel: z.string(), certificate: z.string() }),
  ),
  contact: z.array(formRowField),
  signature: z.strictObject({ agency: z.string(), date: z.string(), seal: z.string() }),
  copies: z.string(),
  /** Labels of lines that are filled by hand when the document is handed over. */
  receipt: z.strictObject({
    heading: z.string(),
    receiver: z.string(),
    relation: z.string(),
    remark: z.string(),
    date: z.string(),
  }),
  endMark: z.string(),
  stub: z.strictObject({
    cut: z.string(),
    heading: z.string(),
    rows: z.array(formRowField),
    receiver: z.string(),
    date: z.string(),
  }),
  qrCaption: z.string(),
});
/** See `d07ModelField`. */
export type D07Model = z.infer<typeof d07ModelField>;

/** SHA-256 of the model's canonical JSON: what the QR code and the issuing event carry. */
export function modelHash(model: D07Model): string {
  return hashOf(model);
}

/** The model inside an issuing event, or undefined when it is none this version can print. */
export function parseD07Model(value: unknown): D07Model | undefined {
  return d07ModelField.safeParse(value).data;
}
