import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BUILT_IN_CALENDAR } from '../kernel/workCalendar.ts';
import { aChecklist } from '../testing/checklists.ts';
import { aCitation, aMatter, aMatterFile } from '../testing/matters.ts';
import { aPower, aPowerFile } from '../testing/powers.ts';

import { findChecklist, findMatter, isInForce, fullAddress } from './find.ts';
import { hasVerifiedCitation } from './matter.ts';
import { parseCatalogue, type CatalogueFile } from './parse.ts';

const MATTERS = aMatterFile(['MQ-01', 'MQ-02', 'MQ-04', 'MQ-18'].map((code) => aMatter({ code })));
const DIVISIONS = JSON.stringify({
  schema: 'xunzhi.divisions.v1',
  version: '1',
  source: 'test',
  divisions: [{ code: '420202', name: '黄石港区', streets: [{ code: '420202005', name: '沈家营街道' }] }],
});
const CHECKLIST = JSON.stringify(aChecklist());
const FILES: readonly CatalogueFile[] = [
  { name: 'matters/MQ.json', text: MATTERS },
  { name: 'divisions.json', text: DIVISIONS },
  { name: 'checklists/small.v1.json', text: CHECKLIST },
];

function withFile(name: string, file: Omit<CatalogueFile, 'name'>): readonly CatalogueFile[] {
  return [...FILES.filter((known) => known.name !== name), { name, ...file }];
}

describe('parseCatalogue', () => {
  it('reads the files, keeps their texts and makes the version from them', () => {
    const { catalogue, problems, good } = parseCatalogue(FILES);
    expect(problems).toEqual([]);
    expect(Object.keys(good).sort()).toEqual(['checklists/small.v1.json', 'divisions.json', 'matters/MQ.json']);
    expect(catalogue.version).toMatch(/^[0-9a-f]{12}$/);
    expect(parseCatalogue([...FILES].reverse()).catalogue).toEqual(catalogue);
    const edited = parseCatalogue(withFile('matters/MQ.json', { text: MATTERS.replace('搬走。', '搬进店内。') }));
    expect(edited.catalogue.version).not.toBe(catalogue.version);
  });

  it.each([
    ['no JSON', { text: '{"schema":' }, 'not JSON'],
    ['against its schema', { text: MATTERS.replace('MQ-01', 'M1') }, 'matters.0.code'],
    ['of an older schema', { text: MATTERS.replace('matters.v2', 'matters.v1') }, 'schema'],
    ['silent about what is not verified', { text: MATTERS.replace('verified', 'memory') }, 'matters.0.verify'],
    ['citing a source that it does not name', { text: MATTERS.replace('"X":', '"Y":') }, 'unknown source X'],
    ['unreadable', { problem: 'EACCES: permission denied' }, 'EACCES'],
    ['empty', { text: '' }, 'not JSON'],
  ])('a file that is %s is named and its last good text used', (_name, file, reason) => {
    const before = parseCatalogue(FILES);
    const { catalogue, problems, good } = parseCatalogue(withFile('matters/MQ.json', file), before.good);
    expect(problems).toEqual([{ file: 'matters/MQ.json', reason: expect.stringContaining(reason) as string }]);
    expect(catalogue).toEqual(before.catalogue);
    expect(good).toEqual(before.good);
  });

  it('a file that vanished is named and kept', () => {
    const before = parseCatalogue(FILES);
    const { catalogue, problems } = parseCatalogue(FILES.slice(0, 2), before.good);
    expect(problems).toEqual([{ file: 'checklists/small.v1.json', reason: 'file is missing' }]);
    expect(catalogue.checklists).toHaveLength(1);
  });

  it('goes on without what never was good', () => {
    const { catalogue, problems } = parseCatalogue(withFile('matters/MQ.json', { text: 'nonsense' }));
    expect(problems.map(({ file }) => file)).toEqual(['matters/MQ.json']);
    expect(catalogue.matters).toEqual([]);
    expect(catalogue.checklists).toHaveLength(1);
  });

  it('names links to unknown matters, unknown files and nothing else', () => {
    const list = JSON.stringify(aChecklist()).replaceAll('MQ-18', 'MQ-99');
    const files = [
      ...withFile('checklists/small.v1.json', { text: list }),
      { name: 'extra.json', text: '{}' },
      { name: 'README.md', text: '#' },
    ];
    expect(parseCatalogue(files).problems).toEqual([
      { file: 'extra.json', reason: 'unknown catalogue file' },
      { file: 'checklists/small.v1.json', reason: 'unknown matters: MQ-99' },
    ]);
  });

  it('reads any number of files of matters, and no more the single file of older versions', () => {
    const files = [
      ...FILES,
      { name: 'matters/WJ.json', text: aMatterFile([aMatter({ code: 'WJ-01', family: 'WJ' })]) },
    ];
    expect(parseCatalogue(files).catalogue.matters.map(({ code }) => code)).toEqual([
      ...['MQ-01', 'MQ-02', 'MQ-04', 'MQ-18'],
      'WJ-01',
    ]);
    const old = { name: 'matters.json', text: MATTERS };
    expect(parseCatalogue([...FILES, old]).problems).toEqual([
      { file: 'matters.json', reason: 'unknown catalogue file' },
    ]);
    expect(parseCatalogue(FILES, { 'matters.json': MATTERS }).problems).toEqual([]);
    expect(parseCatalogue([old, ...FILES.slice(1)]).problems).toEqual([
      { file: 'matters.json', reason: 'unknown catalogue file' },
      { file: 'matters/*.json', reason: 'file is missing' },
    ]);
  });

  it('takes versions of a matter that follow each other, and names and leaves out one that overlaps', () => {
    const old = aMatter({ validTo: '2025-12-31' });
    const versions = (second: string): readonly CatalogueFile[] => [
      ...withFile('matters/MQ.json', { text: MATTERS.replace('"2020-01-01"', '"2020-01-01","validTo":"2025-12-31"') }),
      { name: 'matters/new.json', text: aMatterFile([{ ...old, validFrom: second, validTo: undefined }]) },
    ];
    const good = parseCatalogue(versions('2026-01-01'));
    expect(good.problems).toEqual([]);
    expect(good.catalogue.matters.filter(({ code }) => code === 'MQ-01')).toHaveLength(2);
    expect(findMatter(good.catalogue, 'MQ-01')?.validFrom).toBe('2026-01-01');
    const bad = parseCatalogue(versions('2025-12-31'));
    expect(bad.problems).toEqual([
      { file: 'matters/new.json', reason: 'MQ-01 is in force twice, see matters/MQ.json' },
    ]);
    expect(bad.catalogue.matters.filter(({ code }) => code === 'MQ-01')).toEqual([old]);
    const twice = withFile('matters/MQ.json', { text: MATTERS.replace('MQ-02', 'MQ-01') });
    expect(parseCatalogue(twice).problems[0]).toMatchObject({ file: 'matters/MQ.json' });
  });

  it('takes no checklist that cannot be filled as it is meant, and keeps its last good text', () => {
    const name = 'checklists/small.v1.json';
    const broken = CHECKLIST.replace('"code":"H7"', '"code":"H1"');
    const { catalogue, problems } = parseCatalogue(withFile(name, { text: broken }), { [name]: CHECKLIST });
    expect(problems).toEqual([{ file: name, reason: 'sections.1.items.2: duplicate_code H1' }]);
    expect(catalogue.checklists).toEqual([aChecklist()]);
  });

  it('takes one of two files with the same checklist and version', () => {
    const { catalogue } = parseCatalogue([...FILES, { name: 'checklists/twin.json', text: CHECKLIST }]);
    expect(catalogue.checklists).toHaveLength(1);
  });

  it('sets the years of holiday files over those that come with the app, one file a year', () => {
    expect(parseCatalogue(FILES).catalogue.calendar).toBe(BUILT_IN_CALENDAR);
    const file = { schema: 'xunzhi.holidays.v1', year: 2098, source: '国办发明电〔2097〕1号', workedDays: [] };
    const text = JSON.stringify({ ...file, holidays: ['2098-01-01'] });
    const twin = JSON.stringify({ ...file, holidays: ['2098-01-02'] });
    const files = [...FILES, { name: 'holidays/2098.json', text }, { name: 'holidays/2098b.json', text: twin }];
    const { catalogue, problems } = parseCatalogue(files);
    expect(problems).toEqual([]);
    expect(catalogue.calendar.years.has(2098)).toBe(true);
    expect(['2098-01-01', '2098-01-02'].map((on) => catalogue.calendar.holidays.has(on))).toEqual([true, false]);
    const wrong = parseCatalogue([...FILES, { name: 'holidays/2098.json', text: text.replace('2098-01', '2097-01') }]);
    expect(wrong.problems).toEqual([{ file: 'holidays/2098.json', reason: 'holidays.0: not in 2098: 2097-01-01' }]);
    expect(wrong.catalogue.calendar).toBe(BUILT_IN_CALENDAR);
  });

  it('reads who has power over what, and goes on without the file', () => {
    expect(parseCatalogue(FILES).catalogue.powers).toEqual([]);
    const power = aPower({ matters: ['MQ', 'MQ-04'] });
    const before = parseCatalogue(withFile('powers.json', { text: aPowerFile([power]) }));
    expect(before.problems).toEqual([]);
    expect(before.catalogue.powers).toEqual([power]);
    expect(parseCatalogue(FILES, before.good)).toMatchObject({ problems: [], catalogue: { powers: [] } });
    const broken = parseCatalogue(withFile('powers.json', { text: '{' }), before.good);
    expect(broken.problems.map(({ file }) => file)).toEqual(['powers.json']);
    expect(broken.catalogue.powers).toEqual([power]);
  });

  it.each([
    ['matter nobody knows', aPower({ matters: ['MQ-04'], exceptMatters: ['MQ-77'] }), 'unknown matters: MQ-77'],
    ['end before its beginning', aPower({ validTo: '2019-12-31' }), 'lists.0.powers.0.validTo: before validFrom'],
    ['division that is none', aPower({ divisions: ['4202'] }), 'lists.0.powers.0.divisions.0'],
    ['delegation without its document', aPower({ by: 'delegated' }), 'lists.0.powers.0.reference'],
  ])('names a power with a %s', (_name, power, reason) => {
    const { problems } = parseCatalogue(withFile('powers.json', { text: aPowerFile([power]) }));
    expect(problems).toEqual([{ file: 'powers.json', reason: expect.stringContaining(reason) as string }]);
  });

  it('takes what the law leaves to the place from `settings.json`, and the careful way without it', () => {
    const settings = { schema: 'xunzhi.settings.v1', source: '示例', soleTraderAs: 'organisation', hearingFromFen: 1 };
    const text = JSON.stringify(settings);
    const { catalogue, problems } = parseCatalogue([
      ...withFile('divisions.json', { text: DIVISIONS }),
      { name: 'settings.json', text },
    ]);
    expect([problems, catalogue.settings]).toEqual([[], { soleTraderAs: 'organisation', hearingFromFen: 1 }]);
    expect(parseCatalogue(withFile('divisions.json', { text: DIVISIONS })).catalogue.settings).toEqual({
      soleTraderAs: 'citizen',
    });
  });

  it('never throws', () => {
    const aFile = fc.record({
      name: fc.constantFrom(
        'matters/MQ.json',
        'matters/a.json',
        'divisions.json',
        'checklists/a.json',
        'holidays/a.json',
        'powers.json',
        'x.json',
        '__proto__',
      ),
      text: fc.option(fc.oneof(fc.json(), fc.string()), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(aFile), fc.dictionary(fc.string(), fc.string()), (files, lastGood) => {
        expect(() => parseCatalogue(files, lastGood)).not.toThrow();
      }),
    );
  });
});

describe('finding in the catalogue', () => {
  const { catalogue } = parseCatalogue(FILES);

  it('finds matters, checklists and streets, or nothing', () => {
    expect(findMatter(catalogue, 'MQ-01')?.code).toBe('MQ-01');
    expect(findMatter(catalogue, 'MQ-77')).toBeUndefined();
    expect(findChecklist(catalogue, 'small')?.version).toBe(1);
    expect(findChecklist(catalogue, 'small', 2)).toBeUndefined();
    const at = (division: string, street: string, address: string): string =>
      fullAddress(catalogue, { division, street, address });
    expect(at('420202', '420202005', '示例路 1 号')).toBe('黄石港区沈家营街道示例路 1 号');
    expect(at('420202', '420202005', '沈家营街道示例路 1 号')).toBe('黄石港区沈家营街道示例路 1 号');
    expect(at('420202', '420202005', '黄石港区示例路 1 号')).toBe('黄石港区沈家营街道示例路 1 号');
    expect(at('999999', '420202005', '示例路 1 号')).toBe('示例路 1 号');
  });

  it('finds the newest checklist when no version is named', () => {
    const two = {
      ...catalogue,
      checklists: [aChecklist({ version: 1 }), aChecklist({ version: 3 }), aChecklist({ version: 2 })],
    };
    expect(findChecklist(two, 'small')?.version).toBe(3);
  });

  it('knows when a matter is in force', () => {
    const matter = aMatter({ validTo: '2025-12-31' });
    expect(['2019-12-31', '2020-01-01', '2025-12-31', '2026-01-01'].map((on) => isInForce(matter, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isInForce(aMatter(), '2099-01-01')).toBe(true);
  });

  it('cites only what was verified on both sides', () => {
    expect(hasVerifiedCitation(aMatter())).toBe(true);
    expect(hasVerifiedCitation(aMatter({ correction: [aCitation('memory')] }))).toBe(false);
    expect(hasVerifiedCitation(aMatter({ rule: [] }))).toBe(false);
  });
});
