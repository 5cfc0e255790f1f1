import type { FormModel } from '../formModel.ts';
import { row, rows, section, signed } from '../papers/pieces.ts';

import { bindingSheet, pagesIn, type Binding } from './binding.ts';

/** 备考表: what the file holds, what is missing in it, and who put it together and looked it through. */
export function closingOf(binding: Binding): FormModel {
  const { pieces, unprinted, photos } = binding;
  const missing = unprinted.map(({ title, number }) => `${title}（${number}）`);
  const documents = pieces.filter(({ is }) => is === 'document').length;
  const said = [
    `本卷共${String(pieces.length)}件${String(pagesIn(pieces))}页，封面、卷内目录和备考表不编页号。`,
    `文书电子原件${String(documents)}份、原始照片${String(photos)}张和全部办案记录与本卷一同导出，可以脱机核验。`,
    missing.length === 0 ? '' : `下列文书没有电子原件，应当以纸质原件归入本卷：${missing.join('、')}。`,
  ];
  return bindingSheet(
    binding,
    '备考表',
    [
      rows(row('案件名称', binding.state.title)),
      section('本卷情况说明', said.filter((line) => line !== '').join('\n')),
      signed(['立卷人'], ['检查人']),
    ],
    '（以下空白）',
  );
}
