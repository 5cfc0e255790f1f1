import type { SiteData } from '../../events/siteEvents.ts';
import { formatChinaDate } from '../../kernel/chinaTime.ts';
import { filled, type FormRow } from '../form.ts';

import { BLANK } from './byHand.ts';
import type { LoosePaper } from './loosePaper.ts';
import { row, rows, section, signed } from './pieces.ts';

/** Room for a number by hand, short enough to stand beside another field. */
const PHONE_BLANK = '　'.repeat(6);

/**
 * “门前三包”责任书 of a shop of the register: where its stretch of pavement is, and what it looks after there, in plain words. An
 * agreement that binds once both have signed. What the register does not know stays to be written.
 */
export const D37: LoosePaper<'D37'> = {
  kind: 'D37',
  template: 1,
  title: '“门前三包”责任书',
  copies: ['archive', 'party'],
  of: 'site.registered',
  madeAt: ({ at }) => at,
  blocks: ({ org, site, address }) => [
    rows(
      row('甲方', org.name),
      row('乙方（商户）', site.name),
      row('经营者', site.operator),
      known('统一社会信用代码', site.uscc),
      known('联系电话', site.phone, PHONE_BLANK),
      row('地址', address),
      { label: '门前责任区', value: areaOf(site) },
      { label: '责任期限', value: periodOf(site) },
    ),
    section('包卫生', '门前地面、台阶保持干净，不乱扔垃圾，不倒污水，垃圾装袋入桶，雪后雨后及时清扫。'),
    section('包设施（绿化）', '爱护门前树木、花草、路灯、井盖和盲道，不拴绳挂物，不损坏、不占用。'),
    section('包秩序', '不出店经营，不占道堆放，车辆停放整齐，不乱贴乱挂；招牌完好整洁。'),
    section('双方约定', '甲方指导、检查，乙方做到以上三包。责任区以现场指认为准。一式两份，双方各一份，签字后生效。'),
    signed(['甲方代表（盖章）'], ['乙方签名（盖章）']),
  ],
};

/** A row of the register's; empty to be written into where the register has nothing. */
function known(label: string, value: string | undefined, blank = BLANK): FormRow {
  return (value ?? '').trim() === '' ? { label, value: blank } : { label, value: filled(value) };
}

/** From the day it was signed on to the day it holds until; what the register does not know is written by hand. */
function periodOf({ fields = {} }: SiteData): string {
  const day = (date: string | undefined): string =>
    date === undefined || date === '' ? '　　年　月　日' : formatChinaDate(date);
  return `${day(fields['agreementOn'])}至${day(fields['agreementUntil'])}`;
}

function areaOf({ frontageMm }: SiteData): string {
  const length = frontageMm === undefined ? '　　　　' : String(frontageMm / 1000);
  return `沿街长${length}米，由墙根到路沿石宽　　　　米`;
}
