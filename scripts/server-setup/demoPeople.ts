import type { PlannedAccount, PlannedOrg } from './plan.ts';

/** Everyone of the demo signs in with it. */
export const DEMO_PASSWORD = 'xunzhi-demo';

const EXAMPLE_PHONE = '0714-0000000（示例）';

function org(id: string, name: string, shortName: string, abbreviation: string, division: string): PlannedOrg {
  return {
    org: id,
    name: `${name}（示例）`,
    shortName,
    abbreviation,
    phone: EXAMPLE_PHONE,
    address: '黄石市示例路1号（示例）',
    divisions: [division],
    government: '黄石市人民政府（示例）',
    court: '示例区人民法院',
    payee: { name: '示例区财政局非税收入专户', bank: '示例银行黄石支行', account: '示例4202020000000001' },
    approveDevices: 'automatic',
  };
}

/** Four organisations of Huangshi as an example; the city bureau is the home of the supervision brigade. */
export const DEMO_ORGS: readonly PlannedOrg[] = [
  { ...org('hscg', '黄石市城市管理执法委员会', '市城管委', '黄城管', '420200'), brigade: true },
  org('hsg', '黄石港区城市管理执法局', '黄石港城管局', '黄港城管', '420202'),
  org('xss', '西塞山区城市管理执法局', '西塞山城管局', '黄西城管', '420203'),
  org('xl', '下陆区城市管理执法局', '下陆城管局', '黄下城管', '420204'),
];

type Card = { readonly certificate?: string; readonly certificateExpiresOn?: string; readonly team?: string };

function account(user: string, name: string, org: string, role: string, card: Card = {}): PlannedAccount {
  return { password: DEMO_PASSWORD, roles: [`${org}/${role}`], card: { user, org, name: `${name}（示例）`, ...card } };
}

function certified(number: string, team: string, expiresOn = '2030-12-31'): Card {
  return { certificate: `示例${number}`, certificateExpiresOn: expiresOn, team };
}

/** Invented people. */
export const DEMO_ACCOUNTS: readonly PlannedAccount[] = [
  account('chen.wei', '陈伟', 'hsg', 'officer', certified('420202001', '一中队')),
  account('lin.fang', '林芳', 'hsg', 'officer', certified('420202002', '一中队')),
  account('zhou.min', '周敏', 'hsg', 'squad_leader', certified('420202003', '一中队')),
  account('guo.qi', '郭旗', 'hsg', 'officer', certified('420202004', '二中队', '2024-12-31')),
  account('wu.xie', '吴协', 'hsg', 'assistant', { team: '一中队' }),
  account('he.jun', '何军', 'xss', 'officer', certified('420203001', '一中队')),
  account('tang.li', '唐丽', 'xss', 'officer', certified('420203002', '一中队')),
  account('fang.zheng', '方正', 'hsg', 'legal_reviewer'),
  account('gao.yuan', '高远', 'hsg', 'brigade_leader'),
  account('ju.an', '居安', 'hsg', 'agency_head'),
  account('nei.qin', '倪勤', 'hsg', 'clerk'),
  account('du.cha', '杜察', 'hscg', 'supervisor', certified('420200001', '督察大队')),
  account('carrier', '数据搬运', 'hscg', 'carrier'),
  account('backup', '数据备份', 'hscg', 'backup'),
  account('admin', '管理员', 'hscg', 'admin'),
];
