import { allItems } from '../../inspection/visible.ts';
import { filled, HASH_PREFIX, type Stub } from '../form.ts';
import type { Block } from '../formModel.ts';
import { recordDigits, recordText } from '../recordInCode.ts';

import type { InspectionSource, LoosePaper } from './loosePaper.ts';
import { at, officerLine, officerText, on, row, rows, section, signed } from './pieces.ts';

const TITLE = '门前三包整改告知单';
/** Nobody recorded a period: whoever hands the paper over agrees on it with the shop and writes it. */
const DUE_BY_HAND = '　　　　年　　月　　日前（当面填写）';
/** How many photos it shows at most. */
export const PHOTOS_ON_NOTICE = 2;

/**
 * 门前三包告知（整改）单: tells a shop what an inspection found before its door and what to do about it, in words a shopkeeper
 * understands. It imposes nothing, and says so: no penalty, no order, therefore no remedy (行政处罚法 §2, §9).
 */
export const D38: LoosePaper<'D38'> = {
  kind: 'D38',
  template: 2,
  title: TITLE,
  copies: ['party', 'stub'],
  of: 'inspection.submitted',
  madeAt: ({ inspection }) => inspection.submittedAt,
  blocks: (source) => {
    const { site, submittedAt, officer, second } = source.inspection;
    return [
      rows(
        row('商户', site.name),
        row('经营者', site.operator),
        row('地址', source.address),
        row('检查时间', at(submittedAt)),
        row('检查记录', recordDigits(source.id)),
        { label: '请在此前改好', value: DUE_BY_HAND },
      ),
      section(
        '温馨提示',
        '您好！您店门前有下面几处没有做好，请您按表里写的改好。这张单子只是提醒，不是行政处罚，没有罚款；需要依法处理的，会另外给您正式文书。',
      ),
      {
        is: 'grid',
        columns: ['序号', '发现的问题', '请您这样做'],
        shares: [2, 9, 9],
        rows: problemsOf(source).map(({ found, todo }, index) => [String(index + 1), found, todo]),
      },
      ...picturesOf(source),
      rows(row('不清楚、不同意', `可以当面说，也可以打电话 ${source.org.phone} 找${officer.name}`)),
      signed(
        ['商户签名'],
        officerLine('检查人', officer),
        ...(second === undefined ? [] : [officerLine('检查人', second)]),
      ),
    ];
  },
  stub: stubOf,
  code: ({ id }) => ({ record: recordText(id), caption: '扫码核验本单真伪' }),
};

/** What stays with the inspectors: to whom the sheet went, about how many things, until when. */
function stubOf(source: InspectionSource): Stub {
  const { site, submittedAt, officer, second } = source.inspection;
  return {
    cut: '由此裁开　上联交商户　下联留存',
    heading: `${TITLE}（存根）`,
    rows: [
      row('商户', site.name),
      row('经营者', site.operator),
      row('检查日期', on(submittedAt)),
      row('检查记录', recordDigits(source.id)),
      row('问题', `${String(problemsOf(source).length)}项`),
      row('检查人', [officer, ...(second === undefined ? [] : [second])].map(officerText).join('、')),
      { label: '改正期限', value: '　　　　年　　月　　日前' },
    ],
    receiver: '商户签收',
    date: '年　　月　　日',
  };
}

type Found = Pick<InspectionSource, 'inspection' | 'checklist'>;
type Problem = { readonly found: string; readonly todo: string; readonly photos: readonly string[] };

/** Every failed item in the order of the checklist. What it asks for stands on the checklist; what was seen in the officer's note. */
function problemsOf({ inspection, checklist }: Found): readonly Problem[] {
  const texts = new Map(allItems(checklist).map(({ item }) => [item.code, item.text]));
  return inspection.answers
    .filter(({ answer }) => answer === 'fail')
    .map(({ item, note, fixedOnSite, photos }) => {
      const text = texts.get(item) ?? item;
      const seen = (note ?? '').trim() === '' ? `没有做到“${text}”` : filled(note);
      const todo = fixedOnSite === true ? `检查时已经当场改好，请保持：${text}` : `请做到：${text}`;
      return { found: seen, todo, photos };
    });
}

/** Originals of photos that show a problem, the first of each problem before the others. */
export function problemPhotos(found: Found): readonly string[] {
  const all = problemsOf(found).map(({ photos }) => photos);
  return [...new Set([...all.flatMap(([first]) => first ?? []), ...all.flat()])];
}

function picturesOf(source: InspectionSource): readonly Block[] {
  const photos = problemPhotos(source).flatMap((original) => {
    const print = source.prints.get(original);
    return print === undefined
      ? []
      : [{ print, original, caption: `检查照片（原件校验码${original.slice(0, HASH_PREFIX)}…）` }];
  });
  return photos.length === 0 ? [] : [{ is: 'pictures', photos: photos.slice(0, PHOTOS_ON_NOTICE) }];
}
