import { z } from 'zod';

import { dateField, optionalTextField, textField } from './fields.ts';

const contact = { address: textField(200), phone: optionalTextField(30).optional() } as const;
const identity = {
  /** 身份证号; its check digit is warned about, never blocked. */
  idNumber: optionalTextField(18).optional(),
  bornOn: dateField.optional(),
  /** 精神病人、智力残疾人在不能辨认或者不能控制自己行为时 (行政处罚法 §31). */
  incapable: z.literal(true).optional(),
} as const;
const licence = { uscc: optionalTextField(18).optional() } as const;

/** 当事人: citizen, sole trader (个体工商户) or legal person / other organisation, as the file names it. */
export const partyField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('citizen'), name: textField(60), ...identity, ...contact }),
  z.strictObject({
    kind: z.literal('sole_trader'),
    /** 经营者. */
    name: textField(60),
    shop: textField(100),
    ...licence,
    ...identity,
    ...contact,
  }),
  z.strictObject({
    kind: z.literal('legal_person'),
    name: textField(100),
    representative: textField(60),
    position: optionalTextField(40).optional(),
    ...licence,
    ...contact,
  }),
]);
/** See `partyField`. */
export type Party = z.infer<typeof partyField>;
