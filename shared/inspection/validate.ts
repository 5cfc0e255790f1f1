import type { Checklist } from './checklist.ts';
import type { ChecklistFault, FaultCode } from './fault.ts';
import { mattersOf, type ChecklistItem } from './item.ts';
import { conditionFaults } from './validateConditions.ts';

/** How many answers an inspection may hold (`inspection.submitted`). */
const MOST_ANSWERS = 300;

/**
 * Everything that is wrong with a checklist beyond its schema, by place; empty when nothing is. With `matters` (the codes of the
 * catalogue) also the matters that no list knows.
 */
export function faultsOf(checklist: Checklist, matters?: ReadonlySet<string>): readonly ChecklistFault[] {
  return [
    ...scoringFaults(checklist),
    ...sectionFaults(checklist),
    ...checklist.sections.flatMap(({ items }, at) =>
      items.flatMap((item, n) => itemFaults(item, `sections.${String(at)}.items.${String(n)}`, matters)),
    ),
    ...conditionFaults(checklist),
    ...proofFaults(checklist),
  ];
}

function doubles(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) === index ? [] : [index]));
}

function scoringFaults({ scoring, sections }: Checklist): ChecklistFault[] {
  const { basePoints, vetoMaxPoints, severityFactor, bands } = scoring;
  const faults: ChecklistFault[] = [];
  const say = (code: FaultCode, place: string, subject: string | number): number =>
    faults.push({ code, place: `scoring.${place}`, subject: String(subject) });
  if (basePoints < 1) say('points', 'basePoints', basePoints);
  if (vetoMaxPoints < 0 || vetoMaxPoints > basePoints) say('points', 'vetoMaxPoints', vetoMaxPoints);
  const { minor, normal, severe } = severityFactor;
  if (minor < 0 || normal < minor || severe < normal) say('severity_order', 'severityFactor', severe);
  if (!bands.some(({ from }) => from === 0)) say('band_at_zero', 'bands', 0);
  for (const at of doubles(bands.map(({ from }) => String(from)))) say('duplicate_band', `bands.${String(at)}`, at);
  const isJudging = ({ kind }: ChecklistItem): boolean => kind === 'check';
  const any = sections.some(({ items }) => items.some((item) => isJudging(item) || mattersOf(item).length > 0));
  if (!any) faults.push({ code: 'nothing_to_judge', place: 'sections', subject: '' });
  return faults;
}

function sectionFaults({ sections }: Checklist): ChecklistFault[] {
  const placed = sections.flatMap(({ items }, at) =>
    items.map(({ code }, n) => ({ code, place: `sections.${String(at)}.items.${String(n)}` })),
  );
  const codes = placed.map(({ code }) => code);
  const answers = sections.reduce((sum, { items, repeat }) => sum + items.length * (repeat?.max ?? 1), 0);
  return [
    ...doubles(sections.map(({ id }) => id)).map((at): ChecklistFault => ({
      code: 'duplicate_section',
      place: `sections.${String(at)}`,
      subject: sections[at]?.id ?? '',
    })),
    ...doubles(codes).map((at): ChecklistFault => ({
      code: 'duplicate_code',
      place: placed[at]?.place ?? '',
      subject: codes[at] ?? '',
    })),
    ...sections.flatMap(({ maxDeduction = 0 }, at): ChecklistFault[] =>
      maxDeduction < 0
        ? [{ code: 'points', place: `sections.${String(at)}.maxDeduction`, subject: String(maxDeduction) }]
        : [],
    ),
    ...(answers > MOST_ANSWERS
      ? [{ code: 'too_many_answers', place: 'sections', subject: String(answers) } as const]
      : []),
  ];
}

function itemFaults(item: ChecklistItem, place: string, matters: ReadonlySet<string> | undefined): ChecklistFault[] {
  const faults: ChecklistFault[] = [];
  const say = (code: FaultCode, member: string, subject: string): number =>
    faults.push({ code, place: `${place}.${member}`, subject: `${item.code} ${subject}`.trim() });
  const named = mattersOf(item);
  for (const at of doubles(named)) say('duplicate_matter', `matters.${String(at)}`, named[at] ?? '');
  for (const [at, code] of named.entries())
    if (matters?.has(code) === false) say('unknown_matter', `matters.${String(at)}`, code);
  if (item.kind === 'choice')
    for (const at of doubles(item.options.map(({ value }) => value)))
      say('duplicate_option', `options.${String(at)}`, item.options[at]?.value ?? '');
  if (item.kind === 'choice' && item.options.some(({ value, text }) => value.trim() === '' || text.trim() === ''))
    say('unknown_option', 'options', '');
  if (item.kind !== 'number') return faults;
  const { min = -Infinity, max = Infinity, normal } = item;
  if (item.matters !== undefined && item.weight === undefined) say('missing_weight', 'weight', '');
  if (item.matters !== undefined && normal === undefined) say('limits', 'normal', '');
  const low = normal?.min ?? min;
  const high = normal?.max ?? max;
  if (min > max || low > high || low < min || high > max) say('limits', normal === undefined ? 'min' : 'normal', '');
  return faults;
}

function proofFaults({ proofs = [], sections }: Checklist): ChecklistFault[] {
  const items = new Map(sections.flatMap((section) => section.items.map((item) => [item.code, item] as const)));
  return proofs.flatMap(({ amount, photos = [] }, at) => {
    const place = `proofs.${String(at)}`;
    const faults: ChecklistFault[] = [];
    if (amount !== undefined && items.get(amount)?.kind !== 'number')
      faults.push({
        code: items.has(amount) ? 'wrong_kind' : 'unknown_item',
        place: `${place}.amount`,
        subject: amount,
      });
    for (const code of photos) {
      const item = items.get(code);
      if (item === undefined) faults.push({ code: 'unknown_item', place: `${place}.photos`, subject: code });
      else if (item.kind !== 'photo' && item.kind !== 'check')
        faults.push({ code: 'not_a_photo', place: `${place}.photos`, subject: code });
    }
    return faults;
  });
}
