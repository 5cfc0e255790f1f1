import { z } from 'zod';

import { countField, optionalTextField, textField, userField, uuidField } from '#shared/events/fields.ts';
import { taskPlanField } from '#shared/events/taskEvents.ts';

/** Input of the commands about tasks and shifts. */
export const TASK_INPUTS = {
  'task.plan': taskPlanField,
  'task.reassign': z.strictObject({
    taskId: uuidField,
    assignees: z.array(userField).max(50),
    team: textField(60).optional(),
    note: optionalTextField(500).optional(),
  }),
  /** 交班: the running tasks as the officer saw them, and cases that wait. */
  'task.handOver': z.strictObject({
    to: userField,
    note: optionalTextField(1000),
    tasks: z
      .array(
        z.strictObject({ taskId: uuidField, done: countField, total: countField, sites: z.array(uuidField).max(500) }),
      )
      .max(50),
    cases: z.array(uuidField).max(200),
  }),
  /** 接班: everything of that shift that went to the signed-in person. */
  'task.receive': z.strictObject({ shift: uuidField }),
  'task.end': z.strictObject({ taskId: uuidField, as: z.enum(['done', 'cancelled']), reason: textField(500) }),
} as const;

/** What they answer. */
export type TaskResults = {
  readonly 'task.plan': { readonly taskId: string };
  readonly 'task.reassign': Record<string, never>;
  readonly 'task.handOver': Record<string, never>;
  readonly 'task.receive': Record<string, never>;
  readonly 'task.end': Record<string, never>;
};
