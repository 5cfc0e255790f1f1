import type { Citation, Matter } from '../../catalogue/matter.ts';
import type { D07Input } from '../d07.ts';

/** A matter with one rule and one norm that orders correction. */
export function aMatter(change: Partial<Pick<Citation, 'verification'>>): Matter {
  const cite = (law: string, article: string): Citation => ({
    law,
    article,
    verification: 'verified',
    source: 'CAR',
    ...change,
  });
  return {
    code: 'MQ-04',
    name: '街道两侧、公共场地堆放物料',
    family: 'MQ',
    rule: [cite('城市市容和环境卫生管理条例', '第十四条')],
    correction: [
      cite('城市市容和环境卫生管理条例', '第三十六条第（二）项'),
      cite('中华人民共和国行政处罚法', '第二十八条'),
    ],
    penaltyBasis: [cite('城市市容和环境卫生管理条例', '第三十六条第（二）项')],
    penalties: [],
    simple: 'partly',
    correctionFirst: false,
    measures: [],
    ownEnforcement: false,
    verify: { who: '法制', what: '数额待核' },
    toCorrect: '清除堆放在街道两侧的物料',
    standardRef: 'GB/T 47678.5-2026',
    validFrom: '2011-01-08',
  };
}

/** A complete, numbered notice of an invented shop. */
export function aD07Input(change: Partial<D07Input> = {}): D07Input {
  return {
    org: { org: 'hscg', name: '黄石市城市管理执法委员会', phone: '0714-0000000', address: '黄石市下陆区某某路1号' },
    number: '黄城管改字〔2024〕1号',
    issuedAt: '2024-03-05T02:45:00.000Z',
    noticeOn: '2024-03-05',
    party: {
      name: '磁湖小吃店',
      operator: '王某某',
      uscc: '92420200MA4XXXXX1A',
      phone: '13800000000',
      address: '黄石市黄石港区湖滨大道12号',
    },
    foundAt: '2024-03-05T02:20:00.000Z',
    matter: aMatter({}),
    facts:
      '店门外人行道上堆放纸箱8个、塑料筐5个，占用面积约2平方米，行人只能绕行车行道。现场照片2张已由两名执法人员拍摄。',
    toCorrect: '1. 将店外堆放的纸箱、塑料筐全部收回店内。\n2. 清扫门前人行道，保持通行。',
    deadline: { by: 'days', count: 3, unit: 'working', dueOn: '2024-03-08' },
    contact: '张三',
    officers: [
      { user: 'zhangsan', name: '张三', certificate: '17020001' },
      { user: 'lisi', name: '李四', certificate: '17020002' },
    ],
    ...change,
  };
}
