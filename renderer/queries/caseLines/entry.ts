import type { CaseRow } from '#renderer/data/tables.ts';

import { Block, once, type InBlock } from '../lines/block.ts';

import { lineOf, searchedIn, type CaseLine } from './line.ts';
import type { Reader } from './waits.ts';

/** What cases are narrowed and sorted by, of all of them in memory; what lists show of them is in their blocks. */
export type CaseEntry = InBlock<CaseLine> &
  Pick<CaseLine, 'id' | 'foundAt' | 'siteId' | 'inspection' | 'org' | 'isOwn' | 'waits' | 'dueOn'> &
  Pick<CaseLine, 'stage' | 'procedure' | 'group' | 'supervision'> & {
    /** Codes of its matters and accounts of its handlers, each with a comma before and behind. */
    readonly matters: string;
    readonly handlers: string;
    /** When the next period of the reader's organisation ends. */
    readonly nextOn: string | undefined;
    readonly isPlaced: boolean;
  };

/** The entries of some cases for somebody who reads them at some hour, each at its place. */
export function entriesOf(rows: readonly CaseRow[], reader: Reader): readonly CaseEntry[] {
  const lines = rows.map((row) => lineOf(row, reader));
  const block = new Block(lines, rows.map(searchedIn));
  return lines.map((line, place) => ({
    block,
    place,
    id: line.id,
    foundAt: line.foundAt,
    siteId: line.siteId,
    inspection: line.inspection,
    org: once(line.org),
    isOwn: line.isOwn,
    waits: line.waits,
    dueOn: once(line.dueOn),
    nextOn: once(line.next?.dueOn),
    stage: once(line.stage),
    procedure: once(line.procedure),
    group: once(line.group),
    supervision: once(line.supervision),
    matters: once(listed(line.matters)),
    handlers: once(listed(line.handlers)),
    isPlaced: line.position !== undefined,
  }));
}

/** As in `CaseEntry`: what one of them begins with or is stands behind a comma. */
const listed = (values: readonly string[]): string => (values.length === 0 ? '' : `,${values.join(',')},`);
