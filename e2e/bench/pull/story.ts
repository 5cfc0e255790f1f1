import { caseTitle } from '#shared/case/title.ts';
import type { Matter } from '#shared/catalogue/matter.ts';
import { buildD07 } from '#shared/documents/d07.ts';
import { DEFAULT_NUMBER_TEMPLATE, formatNumber } from '#shared/documents/number.ts';
import { modelHash } from '#shared/documents/sheetModel.ts';
import type { Deadline } from '#shared/events/caseEvents.ts';
import type { Officer, SecondSignature } from '#shared/events/fields.ts';
import type { SiteSnapshot } from '#shared/events/siteEvents.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import { countDeadline } from '#shared/kernel/days.ts';
import type { Result } from '#shared/kernel/result.ts';
import { uuidv7 } from '#shared/kernel/uuid.ts';

import type { SeededRandom } from '../../fixtures/random.ts';

import type { Author, Draft } from './deviceLog.ts';
import { aPhoto, factsOf, ORG } from './parts.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What one command of a person writes; `decides`: made in view of what was decided before. */
export type Step = {
  readonly stream: string;
  readonly atMs: number;
  readonly author: Author;
  readonly drafts: readonly Draft[];
  readonly decides: boolean;
};

/** Who and what a case is about. */
export type Plot = {
  readonly random: SeededRandom;
  readonly atMs: number;
  readonly author: Author;
  readonly second: Author;
  readonly brigade: Author;
  readonly shop: SiteSnapshot;
  readonly matter: Matter;
  /** The next number of the series, taken only when a notice is issued. */
  readonly takeNumber: () => number;
};

/** A case from its finding as far as it came: most got a notice, half of those a re-check, some a word of the brigade. */
export function storyOf(plot: Plot): readonly Step[] {
  const { random, author, brigade, atMs } = plot;
  const stream = `case:${uuidv7(atMs, random.bytes())}`;
  const facts = factsOf(random, plot.shop);
  const step = (at: number, drafts: readonly Draft[], by = author): Step => {
    return { stream, atMs: at, author: by, drafts, decides: drafts.every(({ type }) => type !== 'case.found') };
  };
  const steps = [step(atMs, finding(plot, facts))];
  if (random.chance(80)) {
    const issued = notice(plot, facts, atMs + 12 * MINUTE);
    steps.push(
      step(atMs + 12 * MINUTE, issued.drafts),
      step(atMs + 25 * MINUTE, service(plot, issued.document, atMs + 25 * MINUTE)),
    );
    const recheckMs = Date.parse(`${issued.dueOn}T02:00:00Z`) + DAY + random.below(300) * MINUTE;
    if (random.chance(50)) steps.push(step(recheckMs, recheck(plot, recheckMs)));
  }
  if (random.chance(20)) {
    const word: Draft = random.chance(70)
      ? { type: 'supervision.accepted', data: {} }
      : { type: 'supervision.returned', data: { reason: '现场照片没有拍到门牌，请补拍后再报。' } };
    steps.push(step(atMs + 9 * DAY, [word], brigade));
  }
  return steps;
}

function finding({ random, atMs, author, second, shop, matter }: Plot, facts: string): Draft[] {
  const photos = Array.from({ length: 1 + random.below(3) }, () => aPhoto(random, 'scene', atMs - 2 * MINUTE));
  const finding = {
    item: 'Z2',
    matter: matter.code,
    description: facts.slice(0, 40),
    photos: photos.map(({ sha256 }) => sha256),
  };
  const data = {
    title: caseTitle(shop.name, matter.name),
    site: shop,
    foundAt: iso(atMs),
    findings: [finding],
    facts,
    officer: named(author),
    second: signed(second, atMs),
  };
  return [{ type: 'case.found', data }, ...photos.map((photo): Draft => ({ type: 'photo.added', data: photo }))];
}

function notice(
  plot: Plot,
  facts: string,
  atMs: number,
): { readonly drafts: readonly Draft[]; readonly document: string; readonly dueOn: string } {
  const { random, author, second, shop, matter } = plot;
  const noticeOn = chinaDateOf(atMs);
  const { dueOn } = countDeadline(noticeOn, { count: 3, unit: 'working' });
  const deadline: Deadline = { by: 'days', count: 3, unit: 'working', dueOn };
  const n = plot.takeNumber();
  const series = { org: ORG.org, kind: 'D07', year: Number(noticeOn.slice(0, 4)) };
  const number = sure(formatNumber(DEFAULT_NUMBER_TEMPLATE, ORG.abbreviation, series, n));
  const officers = [named(author), named(second)] as const;
  const head = { org: ORG, number, issuedAt: iso(atMs), noticeOn, party: shop, foundAt: iso(plot.atMs), matter };
  const model = sure(
    buildD07({ ...head, facts, toCorrect: matter.toCorrect, deadline, contact: author.name, officers }),
  );
  const document = uuidv7(atMs, random.bytes());
  const lease = `lease:${ORG.org}:D07:${String(series.year)}:${String(Math.floor((n - 1) / 50))}`;
  const issued: Draft = {
    type: 'document.issued',
    data: {
      document,
      kind: 'D07',
      number,
      issuedAt: iso(atMs),
      noticeOn,
      deadline,
      officer: named(author),
      second: signed(second, atMs),
      model: model as never,
      modelHash: modelHash(model),
      pdf: { sha256: random.hex(), bytes: 60_000 + random.below(20_000), pages: 2 },
      renderer: 'bench-1',
    },
  };
  return {
    drafts: [{ type: 'number.granted', data: { series, n, lease, number, document } }, issued],
    document,
    dueOn,
  };
}

function service({ author, second, shop }: Plot, document: string, atMs: number): Draft[] {
  const how = {
    mode: 'direct',
    servedAt: iso(atMs),
    receiver: shop.operator,
    relation: '经营者',
    place: shop.address,
  } as const;
  return [
    {
      type: 'document.served',
      data: { document, ...how, photos: [], officer: named(author), second: signed(second, atMs) },
    },
  ];
}

function recheck({ random, author, second }: Plot, atMs: number): Draft[] {
  const photo = aPhoto(random, 'after', atMs - 2 * MINUTE);
  const result: 'fixed' | 'not_fixed' = random.chance(85) ? 'fixed' : 'not_fixed';
  const signatures = { officer: named(author), second: signed(second, atMs) };
  const data = { recheckedAt: iso(atMs), result, photos: [photo.sha256], ...signatures };
  return [
    { type: 'photo.added', data: photo },
    { type: 'case.rechecked', data },
  ];
}

function named({ user, name, certificate }: Author): Officer {
  return { user, name, certificate };
}

function signed(author: Author, atMs: number): SecondSignature {
  return { ...named(author), at: iso(atMs), pinChecked: true };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}

function sure<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the case cannot be built: ${result.error}`);
  return result.value;
}
