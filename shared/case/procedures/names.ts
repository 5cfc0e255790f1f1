import type { CaseEventType } from '../../events/registry.ts';

/** What a person can do to a case of the correction flow, as screens and commands name it. */
export const STEPS = [
  'openCase',
  'addPhoto',
  'fixOnSite',
  'issueNotice',
  'serveNotice',
  'recheck',
  'voidNumber',
  'handOver',
  'supervise',
] as const;
/** See `STEPS`. */
export type CorrectionStep = (typeof STEPS)[number];

/** An act: an event type, or a type and the value that tells its kinds apart (`record.made:site`, `document.served:D17`). */
export type ActKey = CaseEventType | `${CaseEventType}:${string}`;

/** 程序 by which a case goes. */
export type ProcedureName = 'correction' | 'ordinary' | 'spot' | 'structure';

/** What nothing changes any more once a step that freezes it was taken. */
export type FrozenPart = 'filing' | 'evidence' | 'notified' | 'decision' | 'all';
