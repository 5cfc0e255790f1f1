import { useEffect, useState } from 'react';

import { send, type CommandError } from '#renderer/data/client.ts';

import { daysOf, type NoticeForm } from './notice.ts';

/** The date that the days of the form lead to. */
export type DeadlineView =
  | { readonly is: 'none' | 'counting' }
  | {
      readonly is: 'date';
      readonly dueOn: string;
      /** False: counted without the holidays of a year, because they are not known. */
      readonly calendarKnown: boolean;
    }
  | { readonly is: 'failed'; readonly error: CommandError };

type Counted = { readonly key: string; readonly view: DeadlineView };

/** Asks the worker for the date, by its calendar of holidays; counted from today, when the notice is made. */
export function useDeadline(form: NoticeForm): DeadlineView {
  const count = form.by === 'days' ? daysOf(form) : undefined;
  const { unit } = form;
  const key = `${String(count)}:${unit}`;
  const [counted, setCounted] = useState<Counted>();

  useEffect(() => {
    if (count === undefined) return;
    let wanted = true;
    void send('notice.deadline', { count, unit }).then((answer) => {
      if (!wanted) return;
      const view: DeadlineView = answer.ok ? { is: 'date', ...answer.value } : { is: 'failed', error: answer.error };
      setCounted({ key, view });
    });
    return () => {
      wanted = false;
    };
  }, [count, unit, key]);

  if (form.by === 'date')
    return form.date === '' ? { is: 'none' } : { is: 'date', dueOn: form.date, calendarKnown: true };
  if (count === undefined) return { is: 'none' };
  return counted?.key === key ? counted.view : { is: 'counting' };
}
