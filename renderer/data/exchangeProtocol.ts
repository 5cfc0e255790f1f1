import { z } from 'zod';

import { MOST_IN_PACKAGE, platformAnswerField, PLATFORMS } from '#shared/events/exchangeEvents.ts';
import { dateField, textField, uuidField } from '#shared/events/fields.ts';

const platform = z.enum(PLATFORMS);
const record = z.string().regex(/^(case|inspection):[0-9a-f-]{36}$/);

/** Input of the commands about packages for platforms. */
export const EXCHANGE_INPUTS = {
  /** What is to go out: of records found since that day, and of all that went out before. */
  'exchange.offer': z.strictObject({ platform, from: dateField }),
  /** Makes the file. Nothing is recorded before it is saved. */
  'exchange.pack': z.strictObject({ platform, records: z.array(record).min(1).max(MOST_IN_PACKAGE) }),
  /** The file was saved: from now on its records have been sent. */
  'exchange.sent': z.strictObject({ package: uuidField }),
  /** What a receipt says, each answer with its package. All of it is taken, or none. */
  'exchange.answer': z.strictObject({
    file: textField(200),
    answers: z
      .array(z.strictObject({ package: uuidField, answer: platformAnswerField }))
      .min(1)
      .max(2000),
  }),
} as const;

/** A record that is to go out, and why: it never did, it is other than what did, or it was sent back. */
export type OfferedRecord = {
  readonly record: string;
  readonly title: string;
  readonly on: string;
  readonly why: 'pending' | 'changed' | 'returned';
  readonly reason?: string;
  /** The code of the standard, or the checklist, was not compared with its text. */
  readonly isUnverified: boolean;
};

/** What is to go out. `unmapped`: cases whose matter has no code of the standard. */
export type Offer = {
  readonly records: readonly OfferedRecord[];
  readonly unmapped: number;
};

/** A package as it is saved. */
export type PackedFile = {
  readonly package: string;
  readonly name: string;
  readonly zip: Blob;
  readonly records: number;
  readonly photos: number;
  /** Photos that are neither here nor on the server; the manifest names them. */
  readonly missing: number;
};

/** What they answer. */
export type ExchangeResults = {
  readonly 'exchange.offer': Offer;
  readonly 'exchange.pack': PackedFile;
  readonly 'exchange.sent': Record<string, never>;
  readonly 'exchange.answer': Record<string, never>;
};
