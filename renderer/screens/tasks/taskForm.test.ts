import { describe, expect, it } from 'vitest';

import { tasksText } from '#renderer/app/language/zh/tasks.ts';
import { taskPlanField } from '#shared/events/taskEvents.ts';
import { aChecklist } from '#shared/testing/checklists.ts';

import { emptyTask, planOf, taskErrors, withChecklist, type TaskForm } from './taskForm.ts';

const TODAY = '2024-03-04';
const FULL: TaskForm = {
  ...withChecklist(emptyTask(TODAY), aChecklist()),
  streets: ['420202005'],
  assignees: ['chen.wei'],
  note: ' 先查临街 \n',
};

describe('a patrol plan', () => {
  it('names what is missing, and dates that stand the wrong way round', () => {
    expect(Object.keys(taskErrors(emptyTask(TODAY))).sort()).toEqual(['assignees', 'checklist', 'register', 'streets']);
    expect(taskErrors(FULL)).toEqual({});
    expect(taskErrors({ ...FULL, to: '2024-03-03' })).toEqual({ to: tasksText.form.dates });
    expect(taskErrors({ ...FULL, assignees: [], team: '一中队' })).toEqual({});
  });

  it('becomes a plan that the event takes, named by street and checklist where it has no name', () => {
    const plan = planOf(FULL, { street: '胜阳港街道', checklist: '门前三包检查表' });
    expect(taskPlanField.safeParse(plan).success).toBe(true);
    expect(plan).toMatchObject({ title: '胜阳港街道 · 门前三包检查表', register: 'shop', note: '先查临街' });
    expect(plan).not.toHaveProperty('team');
    expect(planOf({ ...FULL, title: '夜查\n一次' }, { street: '', checklist: '' }).title).toBe('夜查 一次');
  });
});
