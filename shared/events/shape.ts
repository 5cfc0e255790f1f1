import { z } from 'zod';

import { EVENT_TYPES, type EventType } from './registry.ts';

/** Members of an event's data with their schemas. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** The members of an event type's data; of `document.issued` those of any document but the correction notice. */
export function shapeOf(type: EventType): Shape {
  const schema: z.ZodType = EVENT_TYPES[type];
  if (schema instanceof z.ZodObject) return schema.shape;
  const last = schema instanceof z.ZodDiscriminatedUnion ? schema.options.at(-1) : undefined;
  return last instanceof z.ZodObject ? last.shape : {};
}

/** The schema inside `optional()`, and whether it was optional. */
export function unwrap(schema: z.ZodType): { readonly inner: z.ZodType; readonly optional: boolean } {
  return schema instanceof z.ZodOptional
    ? { inner: schema.unwrap() as z.ZodType, optional: true }
    : { inner: schema, optional: false };
}

/** True for acts that two certified officers sign (行政处罚法 §42). */
export function isSignedByPair(type: EventType): boolean {
  const { officer, second } = shapeOf(type);
  return officer !== undefined && second !== undefined && !unwrap(second).optional;
}
