import type { DocumentDefinition } from '../definition.ts';
import { urging } from '../fileWording.ts';
import { linesOf } from '../form.ts';
import { FACTS } from '../parts.ts';

/** 催告书: to perform within ten working days, and to be heard once more (行政强制法 §35, §36, §54). */
export const D25: DocumentDefinition = {
  kind: 'D25',
  template: 2,
  title: '催告书',
  abbreviation: '催',
  copies: ['archive', 'party'],
  parts: [FACTS, { heading: '催告', bold: true, text: ({ text }) => [urging(`履行下列义务：${duties(text)}`)] }],
};

/** The lines as one enumeration; the sentence around it ends them. */
function duties(text: string): string {
  return linesOf(text)
    .map((line) => line.replace(/[。；，.;,]+$/, ''))
    .join('；');
}
