import type { DocumentDefinition } from '../definition.ts';
import { DEMOLITION_WARNING, generalRemedy, until } from '../fileWording.ts';
import { filled, linesOf } from '../form.ts';
import { BREACH, FACTS } from '../parts.ts';

/** 责令限期拆除决定书: enforcement waits for both remedies, so performance is not said to go on (行政强制法 §44). */
export const D24: DocumentDefinition = {
  kind: 'D24',
  template: 1,
  title: '责令限期拆除决定书',
  abbreviation: '拆',
  penalty: true,
  remedy: true,
  copies: ['archive', 'party', 'stub'],
  parts: [
    FACTS,
    BREACH,
    {
      heading: '决定',
      bold: true,
      text: ({ penalty, untilOn, text }) => [
        `责令你（单位）${untilOn === undefined ? '' : `在${until(untilOn)}`}自行拆除：${filled(penalty?.demolition)}。`,
        ...linesOf(text),
      ],
    },
    { heading: '救济途径', text: ({ bodies }) => [generalRemedy(bodies, '决定书', true), DEMOLITION_WARNING] },
  ],
};
