import type { z } from 'zod';

import { CASE_EVENTS } from './caseEvents.ts';
import { DOCUMENT_EVENTS } from './documentEvents.ts';
import { EVIDENCE_EVENTS, LOG_EVENTS } from './evidenceEvents.ts';
import { INSPECTION_EVENTS } from './inspectionEvents.ts';
import { SITE_EVENTS } from './siteEvents.ts';

/** Every event type this version knows, with the schema of its data. */
export const EVENT_TYPES = {
  ...SITE_EVENTS,
  ...INSPECTION_EVENTS,
  ...CASE_EVENTS,
  ...DOCUMENT_EVENTS,
  ...EVIDENCE_EVENTS,
  ...LOG_EVENTS,
} as const;

/** The name of a known event type. */
export type EventType = keyof typeof EVENT_TYPES;
/** The data of an event type. */
export type EventData<T extends EventType> = z.infer<(typeof EVENT_TYPES)[T]>;

/** True when this version knows the type. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_TYPES, type);
}
