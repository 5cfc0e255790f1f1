import { describe, expect, it } from 'vitest';

import { aSha } from '../../testing/builders.ts';
import { formModelField } from '../formModel.ts';
import { anInspectionSource } from '../testing/aLoosePaper.ts';

import { problemPhotos } from './d38.ts';
import { buildLoose } from './loose.ts';

const SOURCE = anInspectionSource();
const MODEL = buildLoose('D38', SOURCE);
const TEXT = JSON.stringify(MODEL);

describe('门前三包整改告知单', () => {
  it('can be read back, with a stub that names the shop and how many things were found', () => {
    expect(formModelField.parse(JSON.parse(TEXT))).toEqual(MODEL);
    expect(MODEL.stub?.rows).toContainEqual({ label: '商户', value: '示例小吃店' });
    expect(MODEL.stub?.rows).toContainEqual({ label: '问题', value: '2项' });
  });

  it('lists what failed in the words of the officer, and what to do about it; nothing that passed', () => {
    const grid = MODEL.blocks.find(({ is }) => is === 'grid');
    expect(grid?.is === 'grid' && grid.rows).toEqual([
      ['1', '门口下水口旁有油污约1平方米', '请做到：无污水、油污、积水'],
      ['2', '没有做到“无占道堆放货物、空箱、展架”', '检查时已经当场改好，请保持：无占道堆放货物、空箱、展架'],
    ]);
  });

  it('says that it is no penalty, and imposes nothing that a remedy would be against', () => {
    expect(TEXT).toContain('不是行政处罚');
    expect(TEXT).not.toMatch(/行政复议|行政诉讼|罚款人民币|责令|决定/);
  });

  it('leaves the period to be written by hand, on both parts', () => {
    expect(TEXT.match(/　{4,5}年　　月　　日前/g)).toHaveLength(2);
  });

  it('shows at most two photos, of each problem one before a second of any', () => {
    const [, oily, goods] = SOURCE.inspection.answers;
    if (oily === undefined || goods === undefined) throw new Error('no answers');
    const answers = [
      { ...oily, photos: [aSha(1), aSha(2)] },
      { ...goods, photos: [aSha(3)] },
    ];
    const source = anInspectionSource(answers);
    expect(problemPhotos(source)).toEqual([aSha(1), aSha(3), aSha(2)]);
    const prints = new Map([1, 2, 3].map((n) => [aSha(n), aSha(n + 10)]));
    const shown = buildLoose('D38', { ...source, prints }).blocks.find(({ is }) => is === 'pictures');
    expect(shown?.is === 'pictures' && shown.photos.map(({ print }) => print)).toEqual([aSha(11), aSha(13)]);
    expect(buildLoose('D38', { ...source, prints: new Map() }).blocks.some(({ is }) => is === 'pictures')).toBe(false);
  });
});
