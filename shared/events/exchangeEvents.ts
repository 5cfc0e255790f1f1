import { z } from 'zod';

import { countField, sha256Field, textField } from './fields.ts';

/** Platforms that packages are made for: 运管服平台 takes cases, 生命线平台 hazards. */
export const PLATFORMS = ['city', 'lifeline'] as const;
/** Records of one package at most. */
export const MOST_IN_PACKAGE = 300;

/** 任务号: what a record is called on a platform, always the same for it. */
const taskNoField = z.string().regex(/^XZ[0-9a-f]{32}$/);

/** A record in a package. `revision`: SHA-256 of what was written of it, by which a later change is noticed. */
const packedItemField = z.strictObject({
  record: z.string().regex(/^(case|inspection):[0-9a-f-]{36}$/),
  taskNo: taskNoField,
  revision: sha256Field,
  title: textField(200),
});

/** What a platform said of a record: taken, or sent back with a reason. */
export const platformAnswerField = z
  .strictObject({ taskNo: taskNoField, result: z.enum(['received', 'returned']), reason: textField(500).optional() })
  .refine(({ result, reason }) => result === 'received' || reason !== undefined, 'reason_missing');
/** See `platformAnswerField`. */
export type PlatformAnswer = z.infer<typeof platformAnswerField>;

/** Event types of the stream `exchange:<uuid>`: one package that left as a file, and what came back about it. */
export const EXCHANGE_EVENTS = {
  /** The package was saved as a file; `sha256` and `bytes` are the file's. */
  'exchange.packed': z.strictObject({
    platform: z.enum(PLATFORMS),
    sha256: sha256Field,
    bytes: countField,
    items: z.array(packedItemField).min(1).max(MOST_IN_PACKAGE),
  }),
  /** 回执: read from a file of the platform's. `file`: its name. */
  'exchange.answered': z.strictObject({
    file: textField(200),
    answers: z.array(platformAnswerField).min(1).max(MOST_IN_PACKAGE),
  }),
} as const;
