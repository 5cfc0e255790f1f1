import type { Need, RequirementName } from './need.ts';
import type { Procedure, Transition } from './procedure.ts';
import { fact, PAIR } from './words.ts';

/** Records of every way of service that is not handing over or leaving (民事诉讼法 §90-95; 行政处罚法 §61). */
const RECORDS: readonly RequirementName[] = [
  'electronic_agreed',
  'electronic_recorded',
  'slip_recorded',
  'forwarded_recorded',
  'announcement_recorded',
];

/** What stands beside every procedure around service: confirmed addresses, and scans of what was signed by hand. */
const BESIDE_SERVICE: readonly Transition[] = [
  fact('service.addressConfirmed', { from: 'any', whileSuspended: true, requires: PAIR, article: '行政处罚法 §61' }),
  fact('paper.scanned', {
    from: 'any',
    whileSuspended: true,
    requires: ['not_in_future'],
    article: '民事诉讼法 §87',
  }),
];

/**
 * A procedure with every way of service that the law knows, rules version 5. Lines of service say what the older versions
 * say and ask for the records of the ways that those did not have.
 */
export function withServiceRules({ name, transitions }: Procedure): Procedure {
  return { name, transitions: [...transitions.map(withRecords), ...BESIDE_SERVICE] };
}

function withRecords(line: Transition): Transition {
  if (line.event !== 'document.served') return line;
  const records: readonly Need[] = line.tag === 'D21' ? ['handed_on_the_spot'] : RECORDS;
  return { ...line, requires: [...new Set<Need>([...line.requires, 'not_in_future', ...records])] };
}
