import { z } from 'zod';

import { FILE_DOCUMENTS } from '../events/documentEvents.ts';
import { instantField, orgField } from '../events/fields.ts';
import { hashOf } from '../kernel/hash.ts';

import { formRowField, formSectionField, gridShape, picturesField, stubField } from './form.ts';

/**
 * The canonical printed model of a document (the correction notice D07 and those of a file): every word the document
 * shows, in the order it shows them, as strings and truth values only. The renderer adds page numbers, lines and the QR
 * code, and no words.
 */
export const sheetModelField = z.strictObject({
  schema: z.enum(['xunzhi.d07.v1', 'xunzhi.sheet.v1']),
  kind: z.enum(['D07', ...FILE_DOCUMENTS]),
  /** Kind and version of the template, `D22.1`; absent on what was printed before templates had versions. */
  template: z
    .string()
    .regex(/^D\d{2}\.\d+$/)
    .optional(),
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
  /** Photos of what was found, each with the words under it; at most two, side by side. Absent on what shows none. */
  photos: picturesField.optional(),
  /** 清单: things, or papers that go with it; `note` under it says that nothing follows. */
  list: z.strictObject({ heading: z.string().min(1), ...gridShape, note: z.string() }).optional(),
  /** Who signs by hand beside receiver and seal: the party on the list, a witness, the head of the agency. */
  signers: z
    .array(z.strictObject({ label: z.string().min(1), printed: z.string(), date: z.string() }))
    .min(1)
    .optional(),
  officers: z.array(
    z.strictObject({ label: z.string(), name: z.string(), certificateLabel: z.string(), certificate: z.string() }),
  ),
  contact: z.array(formRowField),
  signature: z.strictObject({ agency: z.string(), date: z.string(), seal: z.string() }),
  copies: z.string(),
  /** Labels of lines that are filled by hand when the document is handed over; absent on what nobody is handed. */
  receipt: z
    .strictObject({
      heading: z.string(),
      receiver: z.string(),
      relation: z.string(),
      remark: z.string(),
      date: z.string(),
    })
    .optional(),
  endMark: z.string(),
  /** 存根, for documents from a book of forms. */
  stub: stubField.optional(),
  qrCaption: z.string(),
});
/** See `sheetModelField`. */
export type SheetModel = z.infer<typeof sheetModelField>;
/** A list on a document; each row has a cell for each column. */
export type SheetList = NonNullable<SheetModel['list']>;

/** SHA-256 of the model's canonical JSON: what the QR code and the issuing event carry. */
export function modelHash(model: object): string {
  return hashOf(model);
}

/** The model inside an issuing event, or undefined when it is none this version can print. */
export function parseSheetModel(value: unknown): SheetModel | undefined {
  return sheetModelField.safeParse(value).data;
}
