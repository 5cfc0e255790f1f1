import { z } from 'zod';

import { err, ok, type Result } from '../../kernel/result.ts';
import type { Checklist } from '../checklist.ts';
import type { ChecklistItem } from '../item.ts';

/** The kinds of items, in the order in which they are offered. */
export const ITEM_KINDS = [
  ...(['check', 'number', 'choice', 'text'] as const),
  ...(['photo', 'date', 'location', 'signature'] as const),
] as const satisfies readonly ChecklistItem['kind'][];

const conditionDraft = z
  .looseObject({
    when: z.enum(['answer', 'value', 'number']),
    item: z.string(),
    isOneOf: z.array(z.string()).optional(),
  })
  .refine(({ when, isOneOf }) => when === 'number' || isOneOf !== undefined);

const itemDraft = z
  .looseObject({
    code: z.string(),
    text: z.string(),
    kind: z.enum(ITEM_KINDS),
    matters: z.array(z.string()).optional(),
    options: z.array(z.looseObject({ value: z.string(), text: z.string() })).optional(),
    showIf: conditionDraft.optional(),
  })
  .refine(({ kind, options }) => (kind === 'choice') === (options !== undefined));

const draftField = z.looseObject({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  validFrom: z.string(),
  registers: z.array(z.string()).optional(),
  proofs: z
    .array(z.looseObject({ measure: z.string(), when: conditionDraft, photos: z.array(z.string()).optional() }))
    .optional(),
  scoring: z.looseObject({
    severityFactor: z.looseObject({}),
    bands: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  }),
  sections: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      showIf: conditionDraft.optional(),
      items: z.array(itemDraft),
    }),
  ),
});

/**
 * A checklist that somebody is working on: the frame of one, in which texts may be empty, lists may hold nothing and numbers may
 * be missing. What keeps it from being a checklist is said by `faultsOfDraft`.
 */
export type ChecklistDraft = z.infer<typeof draftField>;
/** An item of a draft; its other members are those of its kind. */
export type ItemDraft = z.infer<typeof itemDraft>;
/** A section of a draft. */
export type SectionDraft = ChecklistDraft['sections'][number];
/** A condition of a draft. */
export type ConditionDraft = z.infer<typeof conditionDraft>;

/**
 * A draft from JSON, as it is: no member is put in, left out or put elsewhere. Refused (`no_draft`) when it lacks the frame of a
 * checklist.
 */
export function readDraft(json: unknown): Result<ChecklistDraft, 'no_draft'> {
  return draftField.safeParse(json).success ? ok(json as ChecklistDraft) : err('no_draft');
}

/** The next version of a checklist, to be changed: as it is, with that number and valid from that day (`YYYY-MM-DD`). */
export function nextOf(checklist: Checklist, version: number, today: string): ChecklistDraft {
  return { ...checklist, version, validFrom: today };
}

/** A checklist from nothing: one section with one item without words, and the scoring that the bureau's own lists have. */
export function blankDraft(
  { id, name, registers }: Pick<Checklist, 'id' | 'name'> & { readonly registers: readonly string[] },
  today: string,
): ChecklistDraft {
  return {
    ...{ schema: 'xunzhi.checklist.v1', id, version: 1, name, validFrom: today, verification: 'proposal' },
    registers: [...registers],
    scoring: {
      basePoints: 100,
      severityFactor: { minor: 1, normal: 2, severe: 4 },
      fixedOnSitePercent: 50,
      vetoMaxPoints: 60,
      bands: [
        { from: 90, id: 'red', name: '红榜' },
        { from: 80, id: 'good', name: '良' },
        { from: 70, id: 'yellow', name: '黄牌' },
        { from: 0, id: 'black', name: '黑榜' },
      ],
    },
    sections: [{ id: 'part-1', name: '第一部分', items: [blankItem('A1')] }],
  };
}

/** A check without words yet. */
export function blankItem(code: string): ItemDraft {
  return { code, text: '', kind: 'check', weight: 1, matters: [], photoRequiredWhenFailed: true };
}
