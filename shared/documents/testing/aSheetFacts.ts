import { aSecond, anOfficer } from '../../testing/builders.ts';
import type { MeasureFacts, SaidInForm, SheetFacts } from '../sheetFacts.ts';

const PAIR = { officer: anOfficer(), second: aSecond() };
const ID = '00000000-0000-4000-8000-000000000060';

/** Things of an invented shop; `count`: how many. */
export function someThings(count = 2): MeasureFacts['taken']['items'] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ name: index % 2 === 0 ? '水泥' : '镀锌钢管', spec: index % 2 === 0 ? 'P.O 42.5，50千克／袋' : 'DN50×6米' },
    ...{ quantity: `${String(index + 3)}件`, state: index % 3 === 0 ? '完好' : '外包装破损' },
  }));
}

/** A measure that was taken and ended. */
export function aMeasure(
  measure: MeasureFacts['taken']['measure'],
  change: Partial<MeasureFacts['taken']> = {},
): MeasureFacts {
  return {
    taken: {
      ...{ measure, id: ID, at: '2026-03-02T01:30:00.000Z', place: '黄石港区示例路 30 号门前', items: someThings() },
      ...{ reason: '当事人正在转移堆放的建材。', urgent: false, photos: [], ...PAIR },
      ...change,
    },
    untilOn: measure === 'register' ? '2026-03-11' : '2026-04-01',
    ended: { id: ID, at: '2026-03-06T02:00:00.000Z', result: 'returned', text: '物品已当场退还。', ...PAIR },
    number: measure === 'register' ? '黄港城管登字〔2026〕1号' : '黄港城管扣字〔2026〕1号',
  };
}

/** What an invented file holds for any document. */
export function aSheetFacts(measure: MeasureFacts['taken']['measure'] = 'seizure'): SheetFacts {
  const one = aMeasure(measure);
  const printed = { issuedAt: '2026-02-26T02:00:00.000Z', event: 'case:1' };
  const served = { mode: 'direct' as const, receiver: '示例经营者', relation: '本人', photos: [] };
  return {
    measure: one,
    measures: [one],
    hearing: {
      ...{ heldAt: '2026-03-16T01:00:00.000Z', place: '黄石港区城市管理执法局三楼会议室（示例）', host: 'fang' },
      ...{ isPublic: true, byAgency: false, hostName: '方正（示例）' },
    },
    court: { court: '示例区人民法院', on: '2026-03-02', text: '经查，被申请人有履行能力。' },
    transferred: { to: '黄石市公安局（示例）', ground: 'suspected_crime', text: '涉案金额达到立案追诉标准。' },
    decision: {
      ...{ document: '1', kind: 'D22', number: '黄港城管罚决字〔2026〕1号', ...printed },
      served: { ...served, at: '2026-02-26T03:00:00.000Z', on: '2026-02-26' },
    },
    urging: {
      ...{ document: '2', kind: 'D25', number: '黄港城管催字〔2026〕1号', ...printed },
      served: { ...served, at: '2026-02-27T03:00:00.000Z', on: '2026-02-27' },
    },
    unpaidFen: 200_000,
    payUntilOn: '2026-03-13',
  };
}

/** What the form of any document said. */
export function aSaid(): SaidInForm {
  return {
    ...{ heldAt: '2026-03-04T01:00:00.000Z', place: '黄石港区城市管理执法局一中队（示例）' },
    ...{ object: '门前人行道上堆放的建材', manner: '装车运离，运到指定场所堆放', performer: '示例清运有限公司' },
    ...{ startAt: '2026-03-10T01:00:00.000Z', costFen: 60_000, payCode: '示例420202000001' },
  };
}
