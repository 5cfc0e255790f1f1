import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { findMatter } from '#shared/catalogue/find.ts';
import { findMatter as findMatterOn, matterSnapshot } from '#shared/catalogue/findMatter.ts';
import { citationsOf, hasVerifiedCitation, matterFileField, type Matter } from '#shared/catalogue/matter.ts';
import type { MatterPenalty } from '#shared/catalogue/matterPenalty.ts';
import { penaltyRange } from '#shared/catalogue/penaltyRange.ts';

import { articleOf, missingParts, writtenShare, writtenYuan } from './statute.ts';

const ROOT = new URL('../../resources/catalogue/matters/', import.meta.url);
const FILES = readdirSync(ROOT).map((name) => ({
  name,
  file: matterFileField.parse(JSON.parse(readFileSync(new URL(name, ROOT), 'utf8'))),
}));
const MATTERS = FILES.flatMap(({ file }) => file.matters);
/** A folder of statutes as Markdown, one file each: `城乡规划法(2019-04-23).md`. They are not part of the repository. */
const LAWS = process.env['XUNZHI_LAWS'];
const TODAY = '2026-11-01';

function get(code: string): Matter {
  const matter = MATTERS.find((one) => one.code === code);
  if (matter === undefined) throw new Error(`no matter ${code}`);
  return matter;
}

function codes(family: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`);
}

function codesWhere(holds: (matter: Matter) => boolean): string {
  return MATTERS.filter(holds)
    .map(({ code }) => code)
    .join(' ');
}

describe('the shipped matters', () => {
  it('are all 58, in the file of their family, each with a name of its own', () => {
    expect(FILES.map(({ name }) => name).sort()).toEqual(['HW.json', 'MQ.json', 'WJ.json']);
    for (const { name, file } of FILES)
      expect(new Set(file.matters.map(({ family }) => `${family}.json`))).toEqual(new Set([name]));
    expect(MATTERS.map(({ code }) => code)).toEqual([...codes('HW', 18), ...codes('MQ', 25), ...codes('WJ', 15)]);
    expect(new Set(MATTERS.map(({ name }) => name)).size).toBe(58);
    expect(MATTERS.every(({ code }) => findMatterOn(MATTERS, code, TODAY)?.code === code)).toBe(true);
  });

  it('name no money in what is to be corrected, no brackets around laws, and no source that is cited nowhere', () => {
    for (const { file } of FILES) {
      const cited = file.matters.flatMap((matter) => [...citationsOf(matter), ...matter.penalties]);
      expect(Object.keys(file.sources).sort()).toEqual([...new Set(cited.map(({ source }) => source))].sort());
    }
    for (const matter of MATTERS) {
      expect(matter.toCorrect).not.toMatch(/元|罚款/);
      for (const { law } of citationsOf(matter)) expect(law).not.toMatch(/[《》]/);
    }
  });

  it('say which can be cited on a notice', () => {
    const notCitable = 'HW-04 HW-05 HW-06 HW-07 HW-08 HW-09 HW-10 HW-12 HW-13 HW-16 HW-18';
    const local = 'MQ-02 MQ-03 MQ-07 MQ-09 MQ-13 MQ-25 WJ-09 WJ-14';
    expect(codesWhere((matter) => !hasVerifiedCitation(matter))).toBe(`${notCitable} ${local}`);
    expect(findMatter({ matters: MATTERS }, 'MQ-04')?.code).toBe('MQ-04');
  });

  it('allow a penalty document only where rule, basis and amounts were read', () => {
    const verifiedFor = (kind: 'citizen' | 'legal_person'): string =>
      codesWhere((matter) => matterSnapshot(matter, kind).verified);
    const both = 'MQ-18 MQ-19 MQ-20 MQ-24 WJ-01 WJ-02 WJ-03 WJ-04 WJ-05 WJ-06 WJ-10 WJ-12 WJ-15';
    expect(verifiedFor('citizen')).toBe(`HW-11 MQ-06 MQ-14 MQ-15 MQ-16 ${both}`);
    expect(verifiedFor('legal_person')).toBe(`HW-11 MQ-06 MQ-14 MQ-15 MQ-16 MQ-17 ${both}`);
  });

  it('take no amount from 城市市容和环境卫生管理条例 and 城市绿化条例, which name none', () => {
    const byThem = MATTERS.flatMap(({ penalties }) => penalties).filter(({ source }) => /^(CAR|GREEN)$/.test(source));
    expect(byThem.every(({ kind }) => kind === 'warning' || kind === 'confiscation')).toBe(true);
    const open = MATTERS.flatMap(({ penalties }) => penalties).filter(({ source }) => /^(LOCAL|HS-REG)$/.test(source));
    expect(open.length).toBeGreaterThan(25);
    for (const one of open) expect(one).toMatchObject({ kind: 'fine', verification: 'memory' });
    expect(open.flatMap(({ minFen, maxFen }) => [minFen, maxFen]).every((fen) => fen === undefined)).toBe(true);
    expect(penaltyRange(get('MQ-04'), { kind: 'citizen' })).toEqual({ ok: false, error: 'amount_unknown' });
  });

  it.each([
    ['MQ-18', 'citizen', 10_000, 50_000],
    ['MQ-18', 'legal_person', 10_000_000, 100_000_000],
    ['MQ-06', 'legal_person', 5_000_000, 50_000_000],
    ['MQ-14', 'legal_person', 0, 2_000_000],
    ['MQ-24', 'citizen', 0, 100_000],
    ['MQ-19', 'legal_person', 10_000_000, 20_000_000],
    ['MQ-20', 'sole_trader', 0, 50_000_000],
    ['WJ-12', 'citizen', 2_000_000, 10_000_000],
    ['WJ-15', 'citizen', 100_000, 1_000_000],
  ] as const)('%s for a %s: %d to %d fen', (code, kind, minFen, maxFen) => {
    const range = penaltyRange(get(code), { kind });
    expect(range).toMatchObject({ ok: true, value: { minFen, maxFen, amount: 'verified' } });
  });

  it('say for which the simple procedure may be used', () => {
    expect(codesWhere(({ simple }) => simple === 'yes')).toBe('HW-13 HW-14 HW-15 HW-16 MQ-01 MQ-05 MQ-07 MQ-08 MQ-13');
    expect(codesWhere(({ simple }) => simple === 'warning_only')).toBe('MQ-19 WJ-12');
    expect(codesWhere(({ simple }) => simple === 'no')).toBe(
      'HW-02 HW-03 HW-18 MQ-11 MQ-16 MQ-20 WJ-01 WJ-02 WJ-03 WJ-04 WJ-05 WJ-06 WJ-08 WJ-11 WJ-15',
    );
  });

  it('give measures and own enforcement only where a norm does', () => {
    const structures = 'WJ-01 WJ-02 WJ-03 WJ-04 WJ-05';
    expect(codesWhere(({ measures }) => measures.includes('site_seal'))).toBe(structures);
    expect(codesWhere(({ ownEnforcement }) => ownEnforcement)).toBe(`${structures} WJ-06`);
    expect(codesWhere(({ measures }) => measures.includes('seizure'))).toBe('');
    expect(get('WJ-01').measures).toEqual(['stop_order', 'site_seal', 'demolition_order']);
    expect(get('MQ-01').measures).toEqual([]);
    expect(codesWhere(({ correctionFirst }) => correctionFirst)).toBe('HW-02 HW-03 HW-18 MQ-09 MQ-24 WJ-06 WJ-08');
  });
});

describe('against the statutes', () => {
  const statutes = new Map(
    LAWS === undefined
      ? []
      : readdirSync(LAWS).map((name) => [name.replace(/\(.*$/, ''), readFileSync(`${LAWS}/${name}`, 'utf8')] as const),
  );
  const statuteOf = (law: string): string => statutes.get(law.replace(/^中华人民共和国/, '')) ?? '';
  const skipped = 'XUNZHI_LAWS names no folder of statutes';
  if (LAWS === undefined) process.stderr.write(`citations are not compared: ${skipped}\n`);

  it('every citation tagged verified is there: law, article, paragraph, item', ({ skip }) => {
    skip(LAWS === undefined, skipped);
    const wrong = MATTERS.flatMap((matter) =>
      citationsOf(matter)
        .filter(({ verification }) => verification === 'verified')
        .flatMap(({ law, article }) => missingParts(statuteOf(law), article).map((part) => [matter.code, law, part])),
    );
    expect(wrong).toEqual([]);
  });

  it('every amount tagged verified stands in the article of its penalty', ({ skip }) => {
    skip(LAWS === undefined, skipped);
    const wrong = MATTERS.flatMap((matter) =>
      matter.penalties
        .filter(({ verification }) => verification === 'verified')
        .flatMap((penalty) => {
          const cited = matter.penaltyBasis.filter(({ source }) => source === penalty.source);
          const text = cited.map(({ law, article }) => basisText(statuteOf(law), article)).join('\n');
          return wordsOf(penalty)
            .filter((forms) => !forms.some((form) => new RegExp(`(?<![0-9一二三四五六七八九十百])${form}`).test(text)))
            .map((forms) => [matter.code, penalty.kind, ...forms]);
        }),
    );
    expect(wrong).toEqual([]);
  });
});

function basisText(statute: string, cited: string): string {
  return articleOf(statute, /^第[^条]+条/.exec(cited)?.[0] ?? cited) ?? '';
}

/** What has to stand in the article, each in one of its forms. */
function wordsOf({ kind, minFen, maxFen, minPermille, maxPermille }: MatterPenalty): readonly (readonly string[])[] {
  if (kind === 'warning') return [['警告']];
  if (kind === 'confiscation') return [['没收']];
  const fen = [minFen, maxFen].filter((one) => one !== undefined);
  const permille = [minPermille, maxPermille].filter((one) => one !== undefined);
  return [['罚款'], ...fen.map(writtenYuan), ...permille.map((one) => [writtenShare(one)])];
}
