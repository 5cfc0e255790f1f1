import { z } from 'zod';

import { isDate } from '../kernel/days.ts';

import { countField, dateField, optionalTextField, textField, userField, uuidField } from './fields.ts';

const assigneesField = z.array(userField).max(50);

/** Who a task is for: people, a team, or both. */
const assignedFields = { assignees: assigneesField, team: textField(60).optional() } as const;

/** What a patrol plan says: where, with which checklist, what register, between which days, by whom. */
export const taskPlanField = z
  .strictObject({
    title: textField(100),
    streets: z
      .array(z.string().regex(/^\d{9}$/))
      .min(1)
      .max(20),
    checklist: textField(60),
    register: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    /** These alone; absent: all of the streets that the register knows. */
    siteIds: z.array(uuidField).min(1).max(500).optional(),
    from: dateField,
    to: dateField,
    ...assignedFields,
    note: optionalTextField(1000).optional(),
  })
  .refine(({ from, to }) => isDate(from) && isDate(to), 'not_a_date')
  .refine(({ from, to }) => from <= to, 'ends_before_it_begins')
  .refine(({ assignees, team }) => assignees.length > 0 || team !== undefined, 'nobody_assigned');
/** See `taskPlanField`. */
export type TaskPlan = z.infer<typeof taskPlanField>;

/** Event types of the stream `task:<uuid>`: a patrol plan, and what goes from one shift to the next. */
export const TASK_EVENTS = {
  'task.planned': taskPlanField,
  /** Other people, from now on. */
  'task.reassigned': z
    .strictObject({ ...assignedFields, note: optionalTextField(500).optional() })
    .refine(({ assignees, team }) => assignees.length > 0 || team !== undefined, 'nobody_assigned'),
  /**
   * 交班: what was open when a shift ended, to whom it goes. All of one shift bear its `shift`. In the stream of a task: its
   * open sites; in a stream of its own: cases that wait.
   */
  'task.handedOver': z.strictObject({
    shift: uuidField,
    to: userField,
    done: countField,
    total: countField,
    sites: z.array(uuidField).max(500),
    cases: z.array(uuidField).max(200),
    note: optionalTextField(1000).optional(),
  }),
  /** 接班: whom it was handed to has read it. */
  'task.received': z.strictObject({ shift: uuidField }),
  'task.done': z.strictObject({ reason: textField(500) }),
  'task.cancelled': z.strictObject({ reason: textField(500) }),
} as const;
