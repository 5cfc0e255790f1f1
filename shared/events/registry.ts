import type { z } from 'zod';

import { CASE_EVENTS } from './caseEvents.ts';
import { DECISION_EVENTS } from './decisionEvents.ts';
import { DOCUMENT_EVENTS } from './documentEvents.ts';
import { EVIDENCE_EVENTS, LOG_EVENTS } from './evidenceEvents.ts';
import { EXCHANGE_EVENTS } from './exchangeEvents.ts';
import { EXECUTION_EVENTS } from './executionEvents.ts';
import { FILING_EVENTS } from './filingEvents.ts';
import { INDICATOR_EVENTS } from './indicatorEvents.ts';
import { INSPECTION_EVENTS } from './inspectionEvents.ts';
import { REPORT_EVENTS, REPORTER_EVENTS } from './reportEvents.ts';
import { SERVICE_EVENTS } from './serviceEvents.ts';
import { SITE_EVENTS } from './siteEvents.ts';
import { STRUCTURE_EVENTS } from './structureEvents.ts';
import { TASK_EVENTS } from './taskEvents.ts';

const CASE_FILE_EVENTS = {
  ...CASE_EVENTS,
  ...DOCUMENT_EVENTS,
  ...SERVICE_EVENTS,
  ...FILING_EVENTS,
  ...DECISION_EVENTS,
  ...EXECUTION_EVENTS,
  ...STRUCTURE_EVENTS,
} as const;

/** Every event type this version knows, with the schema of its data. */
export const EVENT_TYPES = {
  ...SITE_EVENTS,
  ...INSPECTION_EVENTS,
  ...INDICATOR_EVENTS,
  ...CASE_FILE_EVENTS,
  ...REPORT_EVENTS,
  ...REPORTER_EVENTS,
  ...EVIDENCE_EVENTS,
  ...LOG_EVENTS,
  ...TASK_EVENTS,
  ...EXCHANGE_EVENTS,
} as const;

/** The name of a known event type. */
export type EventType = keyof typeof EVENT_TYPES;
/** The data of an event type. */
export type EventData<T extends EventType> = z.infer<(typeof EVENT_TYPES)[T]>;

/** Event types that stand in the stream of a case. */
export type CaseEventType = keyof typeof CASE_FILE_EVENTS | 'photo.added';

/** True for a type of event that stands in the stream of a case. */
export function isCaseEventType(type: string): type is CaseEventType {
  return type === 'photo.added' || Object.hasOwn(CASE_FILE_EVENTS, type);
}

/** True when this version knows the type. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_TYPES, type);
}
