import { z } from 'zod';

import {
  dateField,
  instantField,
  optionalTextField,
  pairFields,
  photosField,
  sha256Field,
  textField,
  uuidField,
} from './fields.ts';

/**
 * 送达方式 that the law knows (行政处罚法 §61; 民事诉讼法 §88-95): 直接、留置、邮寄、电子、委托、转交、公告. 张贴 is none of them: a photo
 * of a paper on a wall is evidence of papers that were left or announced.
 */
export const serviceModeField = z.enum([
  'direct',
  'left',
  'post',
  'electronic',
  'entrusted',
  'forwarded',
  'announcement',
]);
/** See `serviceModeField`. */
export type ServiceMode = z.infer<typeof serviceModeField>;

/**
 * What the receiver drew on a screen: strokes of x, y, x, y … in a field of that size. An aid for the eye; the signature that
 * counts is the one on paper (电子签名法 §13 asks for more than a drawing).
 */
export const drawnSignatureField = z.strictObject({
  width: z.int().min(1).max(4000),
  height: z.int().min(1).max(4000),
  strokes: z
    .array(z.array(z.int().min(0).max(4000)).min(2).max(800))
    .min(1)
    .max(60),
});
/** What a service says beside its document and its officers; which members a mode needs stands in `shared/case/service`. */
export const serviceFields = {
  mode: serviceModeField,
  servedAt: instantField,
  receiver: textField(60),
  relation: textField(40),
  place: textField(200),
  refusalReason: optionalTextField(500).optional(),
  witness: optionalTextField(60).optional(),
  trackingNo: optionalTextField(40).optional(),
  /** 回执上注明的收件日期, or the day of signing on the receipt of who served in our place (民事诉讼法 §91, §94). */
  receivedOn: dateField.optional(),
  /** Who served in our place: 受委托的机关, 转交的机关或者单位. */
  through: optionalTextField(100).optional(),
  eAddress: optionalTextField(120).optional(),
  /** 公告送达 only: nobody knows where the party is, or the other ways have failed (民事诉讼法 §95). */
  ground: z.enum(['whereabouts_unknown', 'others_failed']).optional(),
  /** 原因和经过 that the file has to hold before something is announced (民事诉讼法 §95). */
  tried: optionalTextField(500).optional(),
  /** 屏幕签名: only where somebody took the paper from the officers' hands. */
  drawn: drawnSignatureField.optional(),
} as const;

/** Event types around service, in the stream of the case. */
export const SERVICE_EVENTS = {
  'document.served': z.strictObject({
    document: uuidField,
    ...serviceFields,
    photos: z.array(sha256Field).max(20),
    ...pairFields,
  }),
  /** 送达地址确认书 (行政处罚法 §61): where papers reach the party, and whether it agrees to electronic service. */
  'service.addressConfirmed': z.strictObject({
    at: instantField,
    receiver: textField(60),
    address: textField(200),
    phone: optionalTextField(40).optional(),
    agent: optionalTextField(60).optional(),
    electronic: z.boolean(),
    eAddress: optionalTextField(120).optional(),
    ...pairFields,
  }),
  /** 签名件扫描归档: photos of a paper that was signed by hand, of the record it was made from. */
  'paper.scanned': z.strictObject({
    at: instantField,
    paper: z.string().regex(/^D\d{2}[A-Z]?$/),
    of: textField(200),
    photos: photosField.min(1),
  }),
} as const;
