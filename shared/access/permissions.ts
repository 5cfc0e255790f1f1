import { EVENT_TYPES, type EventType } from '../events/registry.ts';

import type { Role } from './roles.ts';

const ALL_TYPES = Object.keys(EVENT_TYPES) as EventType[];

function typesOf(...prefixes: readonly string[]): readonly EventType[] {
  return ALL_TYPES.filter((type) => prefixes.some((prefix) => type.startsWith(prefix)));
}

/** What a certified officer does in the field and in a file (行政处罚法 §42); what is decided above is not among it. */
const FIELD: readonly EventType[] = [
  ...typesOf(
    'site.',
    'inspection.',
    'number.',
    'photo.',
    'log.',
    'party.',
    'record.',
    'payment.',
    'cash.',
    'remedy.',
    'government.',
    'service.',
    'paper.',
  ),
  ...typesOf('case.found', 'case.fixedOnSite', 'case.rechecked', 'case.opened', 'case.investigated', 'case.told'),
  ...typesOf('case.brought', 'case.enforced', 'case.converted', 'case.closed', 'document.', 'recusal.requested'),
  ...typesOf('statement.', 'hearing.requested', 'measure.taken', 'measure.ended'),
  ...typesOf('structure.measured', 'structure.identified', 'structure.demolished'),
  ...typesOf('task.handedOver', 'task.received', 'task.done'),
];

/** 年度计划: who reports values of indicators, with the photo of the report they rest on. */
const REPORTS: readonly EventType[] = typesOf('indicator.', 'photo.');

/** 派任务: who plans patrols and says who goes. */
const PLANS: readonly EventType[] = typesOf('task.planned', 'task.reassigned', 'task.cancelled');

/** 中队长: assigns clues, hands files in, receives reports, accepts demolitions. */
const SQUAD: readonly EventType[] = typesOf(
  ...['case.assigned', 'case.notFiled', 'case.submitted', 'case.acknowledged', 'structure.accepted'],
);

/** 负责人: who leads a unit decides that a case goes to another organisation (行政处罚法 §25). */
const HANDS_OVER: readonly EventType[] = ['case.handedOver'];
const LEADS: readonly EventType[] = [
  ...HANDS_OVER,
  ...typesOf('log.', 'document.printed', 'case.notFiled', 'case.approved', 'case.discussed'),
  ...typesOf('hearing.called', 'hearing.held', 'hearing.reported'),
  ...typesOf('statement.reviewed', 'structure.accepted'),
];

/** 行政机关负责人: what the law leaves to the head of the agency (行政处罚法 §43, §54, §56-57; 行政强制法 §18, §37). */
const HEAD: readonly EventType[] = typesOf(
  ...['case.filed', 'case.decided', 'case.noPenalty', 'case.transferred', 'case.suspended', 'case.resumed'],
  ...['case.terminated', 'case.revoked', 'case.enforcementDecided', 'case.courtApplied', 'demolition.scheduled'],
  ...['measure.extended', 'recusal.decided', 'fork.ruled'],
);

/** 法制审核人员: review, and host hearings as people who did not investigate (行政处罚法 §58, §64). */
const REVIEWS: readonly EventType[] = typesOf(
  ...['log.', 'document.printed', 'case.reviewed', 'hearing.held', 'hearing.reported', 'statement.reviewed'],
);

/** Who goes there takes a report down and says what came of it. */
const REPORT_FIELD: readonly EventType[] = typesOf('report.received', 'report.handled');
/** 受理、派遣、合并: what is done about a report before somebody goes there. */
const REPORT_TRIAGE: readonly EventType[] = typesOf(
  ...['report.triaged', 'report.dispatched', 'report.merged', 'report.unmerged'],
);
/** 回复、办结. */
const REPORT_REPLY: readonly EventType[] = typesOf('report.answered', 'report.closed');
/** Who reported something (个人信息保护法 §34-35): whoever may write it may read it, and nobody else. */
const REPORTER: readonly EventType[] = typesOf('reporter.');

/** 内勤: registers, money, remedies, publication, closing and archive. */
const DESK: readonly EventType[] = typesOf(
  'log.',
  'site.',
  'paper.',
  'payment.',
  'cash.',
  'remedy.',
  'case.published',
  'case.closed',
  'case.archived',
  'case.discussed',
  'document.printed',
);

/** 平台对接: who makes packages for platforms and reads their receipts. */
const EXCHANGES: readonly EventType[] = typesOf('exchange.');

/**
 * Who may author which event: the one table by which screens hide, the command guard and the folds refuse, and from
 * which the server's validation is generated. Assistants (协管员) collect clues and photos and sign no documents
 * (城市管理执法办法 §18). The supervision brigade speaks beside the procedure and never inside it. A carrier moves other
 * people's documents, so that the role named inside the document is what counts.
 */
export const WRITES: Readonly<Record<Role, readonly EventType[]>> = {
  officer: [...FIELD, ...REPORT_FIELD],
  squad_leader: [
    ...[...FIELD, ...SQUAD, ...HANDS_OVER, ...typesOf('indicator.'), ...PLANS],
    ...[...REPORT_FIELD, ...REPORT_TRIAGE, ...REPORT_REPLY, ...REPORTER],
  ],
  assistant: [
    ...typesOf('site.registered', 'site.changed', 'inspection.', 'photo.', 'log.', 'case.opened'),
    ...typesOf('task.handedOver', 'task.received', 'task.done'),
    ...REPORT_FIELD,
  ],
  supervisor: typesOf('supervision.', 'log.'),
  clerk: [
    ...[...DESK, ...REPORTS, ...PLANS, ...EXCHANGES, ...typesOf('report.received')],
    ...[...REPORT_TRIAGE, ...REPORT_REPLY, ...REPORTER],
  ],
  legal_reviewer: [...REVIEWS, ...REPORTER],
  brigade_leader: [...LEADS, ...PLANS, ...REPORT_TRIAGE],
  agency_head: [...LEADS, ...HEAD],
  admin: [...REPORTS, ...typesOf('log.')],
  carrier: ALL_TYPES,
  backup: [],
  intake: [],
};

/** Types that the supervision brigade writes into the databases of the organisation it looks at. */
export const CROSS_ORG_TYPES: readonly EventType[] = typesOf('supervision.', 'log.');

/** Screens of the app that a role can be shown. */
export const SCREENS = [
  ...(['inspections', 'cases', 'review', 'sites', 'reports', 'map', 'plan'] as const),
  ...(['exchange', 'sync', 'devices', 'checklists', 'areas'] as const),
] as const;
/** See `SCREENS`. */
export type Screen = (typeof SCREENS)[number];

const FIELD_WORK: readonly Screen[] = ['inspections', 'cases', 'sites', 'reports', 'map', 'plan', 'sync'];

const SEES: Readonly<Record<Role, readonly Screen[]>> = {
  officer: FIELD_WORK,
  squad_leader: FIELD_WORK,
  assistant: FIELD_WORK,
  clerk: [...FIELD_WORK, 'exchange'],
  legal_reviewer: FIELD_WORK,
  brigade_leader: FIELD_WORK,
  agency_head: FIELD_WORK,
  supervisor: ['review', 'reports', 'sites', 'map', 'plan', 'sync'],
  admin: ['devices', 'checklists', 'areas', 'plan', 'sync'],
  carrier: ['sync'],
  backup: ['sync'],
  intake: ['sync'],
};

/** True when a holder of the role may author events of the type. A type this version does not know is refused. */
export function mayWrite(role: Role, type: string): boolean {
  return WRITES[role].some((allowed) => allowed === type);
}

/** True when the role may know who reported something: then its device holds `sealed-<org>`. */
export function readsSealed(role: Role): boolean {
  return mayWrite(role, 'reporter.named');
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
