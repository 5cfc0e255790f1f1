import { z } from 'zod';

import type { AreaLevel } from '#shared/geo/area.ts';

/** What an administrator publishes for every device takes, by command; `text` is its file. */
export const PUBLISH_INPUTS = {
  /** Makes a checklist one that every device uses. */
  'checklist.publish': z.strictObject({ text: z.string().min(1).max(400_000) }),
  /** Makes a plan of a year one that every device measures by. */
  'programme.publish': z.strictObject({ text: z.string().min(1).max(400_000) }),
  /** Areas of a level in their next version: the text of a set. */
  'areas.publish': z.strictObject({ text: z.string().min(1).max(2_000_000) }),
} as const;

/** What these commands answer. */
export type PublishResults = {
  readonly 'checklist.publish': { readonly checklist: string; readonly version: number };
  readonly 'programme.publish': { readonly year: number; readonly version: number };
  readonly 'areas.publish': { readonly level: AreaLevel; readonly version: number };
};
