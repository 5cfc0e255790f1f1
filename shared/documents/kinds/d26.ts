import type { DocumentDefinition } from '../definition.ts';
import { DEMOLITION_WARNING, until } from '../fileWording.ts';
import { linesOf } from '../form.ts';
import { FACTS } from '../parts.ts';

/** 限期自行拆除公告: posted at the structure (行政强制法 §44). */
export const D26: DocumentDefinition = {
  kind: 'D26',
  template: 1,
  title: '限期自行拆除公告',
  abbreviation: '公',
  copies: ['archive', 'posted'],
  parts: [
    FACTS,
    {
      heading: '公告',
      bold: true,
      text: ({ untilOn, text }) => [
        `限当事人${untilOn === undefined ? '' : `在${until(untilOn)}`}自行拆除。`,
        ...linesOf(text),
        DEMOLITION_WARNING,
      ],
    },
  ],
};
