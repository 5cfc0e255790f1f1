import { readFileSync } from 'node:fs';

import { hasVerifiedCitation, matterFileField, type Matter } from '#shared/catalogue/matter.ts';
import type { PhotoData, PhotoPurpose } from '#shared/events/evidenceEvents.ts';
import type { SiteSnapshot } from '#shared/events/siteEvents.ts';
import { uuidv7 } from '#shared/kernel/uuid.ts';

import type { SeededRandom } from '../../fixtures/random.ts';

import type { Author } from './deviceLog.ts';

/** The organisation whose cases are built; the demo bureau has it. */
export const ORG = {
  org: 'hsg',
  name: '黄石港区城市管理执法局（示例）',
  abbreviation: '黄港城管',
  phone: '0714-0000000（示例）',
  address: '黄石市示例路1号（示例）',
} as const;

const CATALOGUE = new URL('../../../resources/catalogue/matters/', import.meta.url);
const STREETS = ['420202005', '420202006', '420202007', '420202070'] as const;
const TRADES = ['小吃店', '便利店', '五金行', '理发店', '水果店', '面馆', '花店', '药房'] as const;
const SEEN = ['占道堆放纸箱', '门前有油污', '垃圾桶未加盖', '店外摆放座椅', '横幅遮挡门窗', '绿化带内堆物'] as const;

/** Three officers with a device each, and the supervision brigade. */
export function authorsOf(
  random: SeededRandom,
  atMs: number,
): { readonly officers: readonly Author[]; readonly brigade: Author } {
  const author = (user: string, name: string, certificate: string, org: string, role: string): Author => {
    return { user, name: `${name}（示例）`, certificate, org, role, device: uuidv7(atMs, random.bytes()) };
  };
  return {
    officers: [
      author('chen.wei', '陈伟', '示例420202001', ORG.org, 'officer'),
      author('lin.fang', '林芳', '示例420202002', ORG.org, 'officer'),
      author('zhou.min', '周敏', '示例420202003', ORG.org, 'squad_leader'),
    ],
    brigade: author('du.cha', '杜察', '示例420200001', 'hscg', 'supervisor'),
  };
}

/** The matters a numbered notice to a shop may cite. */
export function citableMatters(): readonly Matter[] {
  const files = ['MQ.json', 'HW.json'].map((name) => readFileSync(new URL(name, CATALOGUE), 'utf8'));
  return files.flatMap((text) => matterFileField.parse(JSON.parse(text)).matters).filter(hasVerifiedCitation);
}

/** Invented shops. */
export function shopsOf(random: SeededRandom, count: number, atMs: number): readonly SiteSnapshot[] {
  return Array.from({ length: count }, (_, index): SiteSnapshot => {
    const number = String(index + 1);
    return {
      siteId: uuidv7(atMs + index, random.bytes()),
      name: `${number}号${random.pick(TRADES)}（示例）`,
      operator: `经营者${number}（示例）`,
      phone: '13800000000',
      address: `示例${String(random.below(30) + 1)}路${String(random.below(200) + 1)}号（示例）`,
      division: '420202',
      street: random.pick(STREETS),
      frontageMm: 2500 + random.below(80) * 100,
    };
  });
}

/** What officers write at the shop: a few sentences. */
export function factsOf(random: SeededRandom, shop: SiteSnapshot): string {
  const seen = [random.pick(SEEN), random.pick(SEEN)].join('，');
  return `现场检查时，${shop.name}${seen}，占用人行道约${String(random.below(8) + 1)}平方米，影响行人通行。经营者在场，已当面说明情况并拍照。`;
}

/** A phone's photo as its event describes it. */
export function aPhoto(random: SeededRandom, purpose: PhotoPurpose, atMs: number): PhotoData {
  return {
    sha256: random.hex(),
    name: `IMG_${String(random.below(10_000)).padStart(4, '0')}.jpg`,
    bytes: 1_800_000 + random.below(2_400_000),
    mime: 'image/jpeg',
    widthPx: 4000,
    heightPx: 3000,
    orientation: 1,
    condition: 'ok',
    thumb: { sha256: random.hex(), bytes: 18_000 + random.below(14_000), widthPx: 480, heightPx: 360 },
    takenAtLocal: new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 19),
    takenOffset: '+08:00',
    camera: '示例手机 A1',
    position: {
      lonE7: 1_150_000_000 + random.below(800_000),
      latE7: 302_000_000 + random.below(600_000),
      crs: 'WGS84',
      source: 'exif',
    },
    importedAt: new Date(atMs).toISOString(),
    purpose,
  };
}
