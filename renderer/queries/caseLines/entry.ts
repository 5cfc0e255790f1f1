import type { CaseRow } from '#renderer/data/tables.ts';
import { identityKeys } from '#shared/catalogue/firstOffence.ts';
import { imposesFine } from '#shared/documents/fines.ts';
import { crc32 } from '#shared/kernel/crc32.ts';

import { Block, once, type InBlock } from '../lines/block.ts';

import { lineOf, searchedIn, type CaseLine } from './line.ts';
import { ownClocks } from './nextDue.ts';
import { partyOf } from './party.ts';
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
    /** A period of a file runs that the reader's organisation has to keep. */
    readonly isRunning: boolean;
    readonly isPaid: boolean;
    /** A fine was decided, or a code to pay it with was given. */
    readonly isFined: boolean;
    /** Marks of the identity keys of whom it is about (`partyMarks`), each with a comma before and behind. */
    readonly parties: string;
  };

/** The entries of some cases for somebody who reads them at some hour, each at its place. */
export function entriesOf(rows: readonly CaseRow[], reader: Reader): readonly CaseEntry[] {
  const read = rows.map((row) => ({ row, line: lineOf(row, reader) }));
  const block = new Block(
    read.map(({ line }) => line),
    rows.map(searchedIn),
  );
  return read.map(({ row, line }, place) => ({
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
    isRunning: isRunning(row, line, reader),
    isPaid: line.paid !== undefined,
    isFined: row.documents.some(({ kind, payCode = '' }) => imposesFine(kind) || payCode !== ''),
    parties: listed(partyMarks(identitiesOf(row))),
  }));
}

/** Of a file that is over, too: to publish a decision, to archive it. */
function isRunning(row: CaseRow, { isOwn, group, next }: CaseLine, { today, calendar }: Reader): boolean {
  if (!isOwn || row.file === undefined) return false;
  return group === 'ended' ? ownClocks(row, today, calendar).length > 0 : next !== undefined;
}

function identitiesOf(row: CaseRow): readonly string[] {
  const party = partyOf(row);
  return party === undefined ? [] : identityKeys(party);
}

/** Identity keys as entries keep them: short, and no number of an identity card in so many words. */
export function partyMarks(keys: readonly string[]): readonly string[] {
  return keys.map((key) => crc32(new TextEncoder().encode(key)).toString(36));
}

/** As in `CaseEntry`: what one of them begins with or is stands behind a comma. */
const listed = (values: readonly string[]): string => (values.length === 0 ? '' : `,${values.join(',')},`);
