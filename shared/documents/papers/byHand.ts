import type { Block } from '../formModel.ts';

/** An empty field of a paper that somebody writes into, the width of a line: not crossed out, because something belongs there. */
export const BLANK = '　'.repeat(20);
/** A number under which an office keeps a paper that the app does not number. */
export const NUMBER_BY_HAND = '　　　　〔　　　〕　　号';

/** Lines to write on, under each label as many. */
export function ruled(labels: readonly [string, ...string[]], lines: number): Block {
  return {
    is: 'grid',
    columns: ['事项', '内容（手写）'],
    shares: [2, 8],
    rows: labels.flatMap((label) => Array.from({ length: lines }, (_, line) => [line === 0 ? label : '', ''])),
  };
}
