import { tasksText } from '#renderer/app/language/zh/tasks.ts';
import type { CommandInput } from '#renderer/data/client.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { registersOf, type Checklist } from '#shared/inspection/checklist.ts';
import { cleanText } from '#shared/kernel/text.ts';

const words = tasksText.form;

/** Who it is for. */
export type PeopleForm = { readonly assignees: readonly string[]; readonly team: string };

/** What the planner filled in. */
export type TaskForm = PeopleForm & {
  readonly title: string;
  readonly streets: readonly string[];
  readonly checklist: string;
  readonly register: string;
  readonly from: string;
  readonly to: string;
  readonly note: string;
};

/** A form for today that nobody has touched. */
export function emptyTask(today: string): TaskForm {
  return {
    ...{ title: '', streets: [], checklist: '', register: '', note: '', assignees: [], team: '' },
    ...{ from: today, to: today },
  };
}

/** Messages by field. */
export type TaskErrors = Partial<Readonly<Record<keyof TaskForm, string>>>;

/** Nobody is named. */
export function isForNobody({ assignees, team }: PeopleForm): boolean {
  return assignees.length === 0 && team === '';
}

/** What has to be mended before it is sent out. */
export function taskErrors(form: TaskForm): TaskErrors {
  return {
    ...(form.streets.length === 0 && { streets: words.required }),
    ...(form.checklist === '' && { checklist: words.required }),
    ...(form.register === '' && { register: words.required }),
    ...(form.from === '' && { from: words.required }),
    ...(form.to === '' ? { to: words.required } : form.to < form.from && { to: words.dates }),
    ...(isForNobody(form) && { assignees: words.nobody }),
  };
}

/** The newest version of every checklist. */
export function newestChecklists(catalogue: Catalogue): readonly Checklist[] {
  const newest = new Map<string, Checklist>();
  for (const list of catalogue.checklists)
    if ((newest.get(list.id)?.version ?? 0) < list.version) newest.set(list.id, list);
  return [...newest.values()];
}

/** The form with another checklist: the register is the first that it is made for. */
export function withChecklist(form: TaskForm, list: Checklist | undefined): TaskForm {
  const register = list === undefined ? '' : (registersOf(list)[0] ?? '');
  return { ...form, checklist: list?.id ?? '', register };
}

/** The command's input from a form without errors. */
export function planOf(
  form: TaskForm,
  names: { readonly street: string; readonly checklist: string },
): CommandInput<'task.plan'> {
  const title = lineOf(form.title);
  const note = cleanText(form.note).trim();
  return {
    title: title === '' ? words.defaultName(names.street, names.checklist) : title,
    streets: [...form.streets],
    checklist: form.checklist,
    register: form.register,
    from: form.from,
    to: form.to,
    assignees: [...form.assignees],
    ...(form.team !== '' && { team: form.team }),
    ...(note !== '' && { note }),
  };
}

function lineOf(text: string): string {
  return cleanText(text)
    .replaceAll(/[\n\t]+/g, ' ')
    .trim();
}
