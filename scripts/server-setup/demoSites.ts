import { sealEvent, type EventEnvelope } from '#shared/events/envelope.ts';
import type { SiteData } from '#shared/events/siteEvents.ts';
import { sha256Text } from '#shared/kernel/hash.ts';
import { nextStamp } from '#shared/kernel/hlc.ts';
import { uuidv7 } from '#shared/kernel/uuid.ts';

import type { Seed } from './plan.ts';

/** Fixed, so that every server gets the same records and a second run finds them. */
const REGISTERED_AT_MS = Date.UTC(2025, 2, 3, 1, 0);

type Shop = readonly [
  name: string,
  operator: string,
  street: string,
  address: string,
  frontageMm: number,
  uscc?: string,
];

// Invented shops on real streets; the codes are synthetic with right check digits.
const SHOPS_OF_HSG: readonly Shop[] = [
  ['好味小吃店', '王芳', '420202005', '沈家营街道示例一路12号', 4200, '92420202MA0XXXX01J'],
  ['港湾便利店', '李强', '420202005', '沈家营街道示例一路18号', 5600],
  ['兴隆五金行', '张建国', '420202006', '黄石港街道示例二路3号', 6000, '92420204MA0XXXX03M'],
  ['春风理发店', '刘敏', '420202006', '黄石港街道示例二路27号', 3800],
  ['鲜果园水果店', '陈丽', '420202007', '胜阳港街道示例三路6号', 4500],
  ['老街面馆', '杨军', '420202007', '胜阳港街道示例三路41号', 5200],
  ['花湖百货商行', '赵磊', '420202070', '花湖街道示例四路9号', 8800, '91420205MA0XXXX04A'],
];
const SHOPS_OF_XSS: readonly Shop[] = [
  ['章山早点铺', '孙梅', '420203007', '章山街道示例五路2号', 3600, '92420203MA0XXXX024'],
  ['八泉烟酒店', '周涛', '420203008', '八泉街道示例五路33号', 4800],
  ['澄月花店', '吴娟', '420203009', '澄月街道示例六路15号', 4000],
  ['牧羊湖电动车行', '徐刚', '420203010', '牧羊湖街道示例六路52号', 7200],
  ['黄思湾小炒', '胡平', '420203011', '黄思湾街道示例七路8号', 5000],
];

function siteData([name, operator, street, address, frontageMm, uscc]: Shop): SiteData {
  return {
    name: `${name}（示例）`,
    operator: `${operator}（示例）`,
    address: `${address}（示例）`,
    division: street.slice(0, 6),
    street,
    frontageMm,
    ...(uscc !== undefined && { uscc }),
  };
}

function randomLike(text: string): Uint8Array {
  return Buffer.from(sha256Text(text), 'hex').subarray(0, 10);
}

function seedOf(org: string, by: string, shops: readonly Shop[]): Seed {
  const device = uuidv7(REGISTERED_AT_MS, randomLike(`示例 device ${by}`));
  const db = `work-${org}`;
  const log = sha256Text(`${device} ${by} ${db}`).slice(0, 16);
  const events: EventEnvelope[] = [];
  for (const [index, shop] of shops.entries()) {
    const atMs = REGISTERED_AT_MS + index * 60_000;
    const stream = `site:${uuidv7(atMs, randomLike(`示例 site ${shop[0]}`))}`;
    const prev = events.at(-1)?.hash;
    const header = {
      v: 1,
      kind: 'event',
      stream,
      at: nextStamp(undefined, atMs),
      wallAt: new Date(atMs).toISOString(),
      by,
      role: `${org}/officer`,
      org,
      device,
      log,
      n: index + 1,
      rules: 1,
      catalogue: 'demo',
    } as const;
    events.push(sealEvent('site.registered', prev === undefined ? header : { ...header, prev }, siteData(shop)));
  }
  return { device, db, by, org, registeredAt: new Date(REGISTERED_AT_MS).toISOString(), events };
}

/** Twelve shops, registered by two demo officers. */
export function demoSeeds(): readonly Seed[] {
  return [seedOf('hsg', 'chen.wei', SHOPS_OF_HSG), seedOf('xss', 'he.jun', SHOPS_OF_XSS)];
}
