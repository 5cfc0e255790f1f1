import { EVENT_TYPES, type EventType } from '../events/registry.ts';

import type { Role } from './roles.ts';

const ALL_TYPES = Object.keys(EVENT_TYPES) as EventType[];

function typesOf(...prefixes: readonly string[]): readonly EventType[] {
  return ALL_TYPES.filter((type) => prefixes.some((prefix) => type.startsWith(prefix)));
}

/** 负责人: who leads a unit decides that a case goes to another organisation (行政处罚法 §25). */
const HANDS_OVER: readonly EventType[] = ['case.handedOver'];
const LEADS: readonly EventType[] = [...HANDS_OVER, ...typesOf('log.')];

const CERTIFIED = typesOf('site.', 'inspection.', 'case.', 'document.', 'number.', 'photo.', 'log.').filter(
  (type) => !HANDS_OVER.includes(type),
);

/**
 * Who may author which event: the one table by which screens hide, the command guard and the folds refuse, and from
 * which the server's validation is generated. Assistants (协管员) collect clues and photos and sign no documents
 * (城市管理执法办法 §18). The supervision brigade speaks beside the procedure and never inside it. A carrier moves other
 * people's documents, so that the role named inside the document is what counts.
 */
export const WRITES: Readonly<Record<Role, readonly EventType[]>> = {
  officer: CERTIFIED,
  squad_leader: [...CERTIFIED, ...HANDS_OVER],
  assistant: typesOf('site.', 'inspection.', 'photo.', 'log.'),
  supervisor: typesOf('supervision.', 'log.'),
  clerk: [],
  legal_reviewer: [],
  brigade_leader: LEADS,
  agency_head: LEADS,
  admin: [],
  carrier: ALL_TYPES,
  backup: [],
};

/** Types that the supervision brigade writes into the databases of the organisation it looks at. */
export const CROSS_ORG_TYPES: readonly EventType[] = typesOf('supervision.', 'log.');

/** Screens of the app that a role can be shown. */
export const SCREENS = ['inspections', 'cases', 'review', 'sites', 'sync', 'devices'] as const;
/** See `SCREENS`. */
export type Screen = (typeof SCREENS)[number];

const FIELD_WORK: readonly Screen[] = ['inspections', 'cases', 'sites', 'sync'];

const SEES: Readonly<Record<Role, readonly Screen[]>> = {
  officer: FIELD_WORK,
  squad_leader: FIELD_WORK,
  assistant: FIELD_WORK,
  clerk: FIELD_WORK,
  legal_reviewer: FIELD_WORK,
  brigade_leader: FIELD_WORK,
  agency_head: FIELD_WORK,
  supervisor: ['review', 'sites', 'sync'],
  admin: ['devices', 'sync'],
  carrier: ['sync'],
  backup: ['sync'],
};

/** True when a holder of the role may author events of the type. A type this version does not know is refused. */
export function mayWrite(role: Role, type: string): boolean {
  return WRITES[role].some((allowed) => allowed === type);
}

/** True for the supervision brigade: may return or accept what other organisations submitted. */
export function mayReview(role: Role): boolean {
  return mayWrite(role, 'supervision.returned');
}

/** True when the role may lease blocks of document numbers, which are granted together with the documents. */
export function mayLease(role: Role): boolean {
  return mayWrite(role, 'number.granted');
}

/** True when the role approves and revokes devices: it keeps the bureau's directory and takes no part in a procedure. */
export function mayManageDevices(role: Role): boolean {
  return role === 'admin';
}

/** True when the screen is shown to holders of the role. */
export function canSee(role: Role, screen: Screen): boolean {
  return SEES[role].includes(screen);
}
