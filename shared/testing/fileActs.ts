import type { ActKey } from '../case/procedures/names.ts';
import type { MatterSnapshot, Penalty } from '../events/penalty.ts';
import type { EventData, EventType } from '../events/registry.ts';

import { anOfficer, aSecond, aSha, aSite, aUuid, ORG } from './builders.ts';

/** What the data of an act depends on: when it is done, and the number of a document. */
export type ActMoment = {
  readonly nowMs: number;
  readonly document: (kind: string) => string;
  readonly penalty: Penalty;
};

/** A fine of 500 yuan within 100 to 1,000, verified. */
export const A_FINE: Penalty = { warning: false, fineFen: 50_000, minFen: 10_000, maxFen: 100_000, amount: 'verified' };
/** An order to demolish and nothing else. */
export const A_DEMOLITION: Penalty = {
  ...{ warning: false, fineFen: 0, minFen: 0, maxFen: 0, amount: 'verified' },
  demolition: '二层加建部分 86.40 平方米',
};

const PAIR = { officer: anOfficer(), second: aSecond() };
const TEXT = '示例内容。';
const MATTER: MatterSnapshot = {
  code: 'MQ-04',
  name: '街道两侧、公共场地堆放物料',
  simple: 'partly',
  verified: true,
  correctionFirst: false,
  ownEnforcement: false,
  measures: ['seizure'],
};
const STRUCTURE: MatterSnapshot = {
  ...MATTER,
  code: 'WJ-01',
  name: '未取得建设工程规划许可证建设',
  ownEnforcement: true,
};
const DISCRETION = { tier: 'general', mitigating: [], aggravating: [], reasons: TEXT } as const;
const PARTY = {
  kind: 'legal_person',
  name: '示例商贸有限公司',
  representative: '王芳',
  address: '黄石大道1号',
} as const;

type Maker<T extends EventType> = (moment: ActMoment, tag: string) => EventData<T>;
type Makers = { readonly [T in EventType]?: Maker<T> };

const iso = ({ nowMs }: ActMoment): string => new Date(nowMs).toISOString();
const on = ({ nowMs }: ActMoment): string => new Date(nowMs + 8 * 3_600_000).toISOString().slice(0, 10);
const later = ({ nowMs }: ActMoment, hours: number): string => new Date(nowMs + hours * 3_600_000).toISOString();

/** Plausible, lawful data for every act of a file. */
const MAKERS: Makers = {
  'case.opened': (moment, tag) => ({
    procedure: tag as 'ordinary',
    title: '示例商贸有限公司涉嫌堆放物料案',
    source: 'patrol',
    site: aSite(),
    foundAt: iso(moment),
    findings: [{ matter: 'MQ-04', description: '门前堆放空箱', photos: [aSha(1)] }],
    facts: TEXT,
    party: PARTY,
    matter: tag === 'structure' ? STRUCTURE : MATTER,
    ...PAIR,
  }),
  'case.assigned': () => ({ officers: [anOfficer(), anOfficer({ user: 'li', name: '李敏', certificate: '鄂B1002' })] }),
  'case.notFiled': () => ({ reason: 'no_breach', text: TEXT }),
  'case.filed': (_moment, tag) => ({
    matter: tag === 'structure' ? STRUCTURE : MATTER,
    graveHarm: false,
    power: { org: ORG, by: 'own' },
    text: TEXT,
  }),
  'party.identified': () => ({ party: PARTY, ...PAIR }),
  'record.made': (moment, tag) => ({
    record: tag as 'site',
    startedAt: iso(moment),
    endedAt: iso(moment),
    place: '黄石大道1号',
    text: TEXT,
    signature: 'signed',
    certificatesShown: true,
    photos: [],
    ...PAIR,
  }),
  'photo.added': (moment) => ({
    importedAt: iso(moment),
    ...{ sha256: aSha(2), name: '现场.jpg', bytes: 1000, mime: 'image/jpeg', condition: 'ok', purpose: 'scene' },
  }),
  'case.investigated': ({ penalty }) => ({
    ...{ facts: TEXT, proposal: penalty, discretion: { ...DISCRETION, mitigating: [], aggravating: [] } },
    ...{ grave: false, text: TEXT },
    ...PAIR,
  }),
  'case.submitted': () => ({}),
  'case.reviewed': (_moment, tag) => ({ opinion: tag as 'pass', qualified: true, text: TEXT }),
  'case.approved': (_moment, tag) => ({ what: tag as 'notice', text: TEXT, ...(tag === 'defer' ? { days: 10 } : {}) }),
  'recusal.requested': () => ({ of: 'li', ground: TEXT, byParty: true }),
  'recusal.decided': () => ({ of: 'li', granted: false, text: TEXT }),
  'case.told': (moment) => ({ at: iso(moment), certificatesShownAt: iso(moment), objection: 'none', ...PAIR }),
  'statement.made': (moment) => ({ at: iso(moment), words: TEXT, photos: [], ...PAIR }),
  'statement.waived': (moment, tag) => ({ at: iso(moment), what: tag as 'statement', photos: [aSha(5)], ...PAIR }),
  'statement.reviewed': () => ({ adopted: false, text: TEXT }),
  'service.addressConfirmed': (moment) => ({
    ...{ at: iso(moment), receiver: '王芳（示例）', address: '黄石大道1号', phone: '13800000000' },
    ...{ electronic: true, eAddress: 'shili@example.com', ...PAIR },
  }),
  'paper.scanned': (moment) => ({ at: iso(moment), paper: 'D30', of: 'served', photos: [aSha(4)] }),
  'hearing.requested': (moment) => ({ at: iso(moment), words: TEXT, photos: [], ...PAIR }),
  'hearing.called': (moment) => ({
    ...{ heldAt: later(moment, 24 * 14), place: '会议室', host: 'fa', isPublic: true, byAgency: false },
  }),
  'hearing.held': (moment) => ({ at: iso(moment), host: 'fa', text: TEXT, photos: [] }),
  'hearing.reported': () => ({ words: TEXT, handlers: TEXT, facts: TEXT, text: TEXT }),
  'case.brought': () => ({}),
  'case.discussed': (moment) => ({
    at: iso(moment),
    members: ['甲', '乙', '丙'].map((name) => ({ name, opinion: '同意' })),
    text: TEXT,
  }),
  'case.decided': ({ penalty }) => ({
    penalty,
    discretion: { ...DISCRETION, mitigating: [], aggravating: [] },
    text: TEXT,
  }),
  'case.noPenalty': () => ({ ground: 'minor_corrected', text: TEXT, education: TEXT }),
  'case.acknowledged': () => ({}),
  'case.converted': () => ({ to: aUuid(77), reason: TEXT }),
  'fork.ruled': () => ({ chosen: 'nothing', text: TEXT }),
  'measure.taken': (moment, tag) => ({
    ...{ measure: tag as 'register', id: aUuid(60), at: iso(moment), place: '黄石大道1号' },
    ...{ items: [{ name: '空箱', quantity: '6 个' }], reason: TEXT, urgent: false, photos: [] },
    ...PAIR,
  }),
  'measure.extended': () => ({ id: aUuid(60), text: TEXT }),
  'measure.ended': (moment) => ({ id: aUuid(60), at: iso(moment), result: 'returned', text: TEXT, ...PAIR }),
  'payment.entered': (moment) => ({ at: iso(moment), amountFen: 50_000, receipt: '示例0001', way: 'bank' }),
  'cash.handedIn': (moment, tag) => ({
    ...{ to: tag as 'unit', at: iso(moment), amountFen: 50_000, receipt: '示例0002' },
  }),
  'case.rechecked': (moment, tag) => ({
    ...{ recheckedAt: iso(moment), result: tag as 'fixed', photos: [aSha(9)] },
    ...PAIR,
  }),
  'remedy.filed': (moment) => ({ remedy: 'reconsideration', at: iso(moment), body: '示例人民政府' }),
  'remedy.ended': (moment) => ({
    ...{ remedy: 'reconsideration', at: iso(moment), result: 'upheld', reference: '示例复决〔2024〕1号' },
  }),
  'case.enforcementDecided': () => ({ text: TEXT }),
  'case.courtApplied': (moment) => ({ court: '示例人民法院', on: on(moment), text: TEXT }),
  'case.enforced': (moment) => ({ at: iso(moment), result: 'full', text: TEXT, photos: [], ...PAIR }),
  'case.transferred': () => ({ to: '示例公安局', ground: 'suspected_crime', text: TEXT }),
  'case.suspended': () => ({ ground: 'appraisal', text: TEXT }),
  'case.resumed': () => ({ text: TEXT }),
  'case.terminated': () => ({ ground: 'other', text: TEXT }),
  'case.revoked': () => ({ by: 'court', reference: '示例行初1号', text: TEXT }),
  'case.published': (moment) => ({ on: on(moment), where: '示例政务网行政处罚公示' }),
  'case.closed': () => ({ text: TEXT }),
  'case.archived': () => ({ pieces: 12, pages: 30, retention: '30_years' }),
  'structure.measured': (moment) => ({
    ...{ at: iso(moment), floors: [{ floor: 2, areaE2: 8640 }], structure: 'brick_concrete', occupied: false },
    ...{ being: 'existing', photos: [aSha(6)] },
    ...PAIR,
  }),
  'structure.identified': (moment) => ({
    ...{ on: on(moment), authority: '示例规划局', letter: '示例规函1号', permit: 'none', correctable: false },
    ...{ area: 'urban', temporary: false, photos: [] },
  }),
  'government.ordered': (moment, tag) => ({
    ...{ what: tag as 'demolition', government: '示例人民政府', reference: '示例政函1号', on: on(moment) },
  }),
  'document.posted': (moment, tag) => ({
    ...{ document: moment.document(tag), at: iso(moment), place: '黄石大道1号', photos: [aSha(7)] },
    ...PAIR,
  }),
  'demolition.scheduled': (moment) => ({
    ...{ startAt: later(moment, 24), endAt: later(moment, 28), urgent: false, text: TEXT },
  }),
  'structure.demolished': (moment, tag) => ({
    ...{ mode: tag as 'forced', at: iso(moment), endedAt: iso(moment), areaE2: 8640 },
    ...{ before: [aSha(7)], after: [aSha(8)] },
    ...PAIR,
  }),
  'structure.accepted': () => ({ areaE2: 8640, text: TEXT, photos: [] }),
  'case.handedOver': () => ({ to: 'other', reason: TEXT }),
  'supervision.returned': () => ({ reason: TEXT }),
  'supervision.accepted': () => ({}),
};

/** Data of an act; for documents see `FileStory`. */
export function actData(act: ActKey, moment: ActMoment): EventData<EventType> {
  const [type = '', tag = ''] = act.split(':');
  const make = MAKERS[type as EventType] as Maker<EventType> | undefined;
  if (make === undefined) throw new Error(`no data for ${act}`);
  return make(moment, tag);
}
