import { cleanText } from '../kernel/text.ts';

const LONGEST_TITLE = 200;

/**
 * 案由: party, act and 案, e.g. `好味小吃店擅自在街道两侧和公共场地堆放物料案`. With several acts the first one is named and
 * 等 follows. At most 200 characters.
 */
export function caseTitle(party: string, act: string, severalActs = false): string {
  const tail = `${severalActs ? '等' : ''}案`;
  return cleanText(`${party}${act}`.slice(0, LONGEST_TITLE - tail.length)) + tail;
}
