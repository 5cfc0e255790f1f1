import { aSite } from '../../testing/builders.ts';
import { aCitation, aMatter } from '../../testing/matters.ts';
import type { SheetInput } from '../sheetInput.ts';

import { aSaid, aSheetFacts } from './aSheetFacts.ts';

/** A lawful document of a file, of any kind: an invented shop that took part of the pavement. */
export function aSheetInput(changes: Partial<SheetInput> = {}): SheetInput {
  const officer = { user: 'chen.wei', name: '陈伟（示例）', certificate: '示例420202001' };
  const second = { user: 'lin.fang', name: '林芳（示例）', certificate: '示例420202002' };
  return {
    org: {
      ...{ _id: 'org:hsg', kind: 'org', org: 'hsg', name: '黄石港区城市管理执法局（示例）', shortName: '黄石港城管局' },
      ...{ abbreviation: '黄港城管', phone: '0714-0000000', address: '示例路1号', divisions: ['420202'] },
      ...{ government: '黄石市人民政府（示例）', court: '示例区人民法院' },
      payee: { name: '示例区财政局非税收入专户', bank: '示例银行黄石支行', account: '示例4202020000000001' },
    },
    kind: 'D22',
    number: '黄港城管罚决字〔2026〕1号',
    issuedAt: '2026-03-02T02:00:00.000Z',
    title: '示例建材行擅自占用城市道路案',
    party: {
      ...{ kind: 'sole_trader', name: '示例经营者', shop: '示例建材行', uscc: '92420202MA0XXXX01J' },
      ...{ idNumber: '420202198001010015', address: '示例路 30 号', phone: '13800000000' },
    },
    site: aSite(),
    address: '黄石港区示例路 30 号',
    foundAt: '2026-02-20T01:30:00.000Z',
    facts: '当事人在门前人行道堆放建材，占用道路约4平方米，未办理占道审批。',
    matter: aMatter({
      ...{ code: 'MQ-14', name: '擅自占用、挖掘城市道路' },
      rule: [{ ...aCitation('verified', '第二十七条第一项'), law: '城市道路管理条例' }],
      correction: [{ ...aCitation('verified', '第四十二条'), law: '城市道路管理条例' }],
      penaltyBasis: [{ ...aCitation('verified', '第四十二条'), law: '城市道路管理条例' }],
    }),
    text: '当事人能够配合调查，占用面积较小，裁量等级为轻微。',
    penalty: { warning: false, fineFen: 200_000, minFen: 0, maxFen: 2_000_000, amount: 'verified' },
    of: aSheetFacts(changes.kind === 'D09' || changes.kind === 'D10' ? 'register' : 'seizure'),
    said: aSaid(),
    officers: [officer, second],
    ...changes,
  };
}
