import type { ReactNode } from 'react';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { DateField } from '#renderer/components/DateField.tsx';
import { TextField } from '#renderer/components/fields.tsx';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

import classes from './notice.module.css';
import type { DeadlineView } from './useDeadline.ts';
import type { NoticeHandle } from './useNotice.ts';

const WAYS = [
  { value: 'days', label: words.byDays },
  { value: 'date', label: words.byDate },
] as const;
const UNITS = [
  { value: 'working', label: words.working },
  { value: 'calendar', label: words.calendar },
] as const;

function Outcome({ deadline }: { readonly deadline: DeadlineView }): ReactNode {
  if (deadline.is === 'counting') return words.dueCounting;
  if (deadline.is === 'failed') return `${words.dueUnknown}：${messageOf(deadline.error).what}`;
  if (deadline.is !== 'date') return null;
  return (
    <>
      <strong>{words.dueOn(formatChinaDate(deadline.dueOn))}</strong>
      {!deadline.calendarKnown && <div className={classes['calendar']}>{words.calendarUnknown}</div>}
    </>
  );
}

type Props = { readonly notice: NoticeHandle; readonly today: string; readonly error: string | undefined };

/** The deadline as days or as a date; the date the days lead to is shown at once. */
export function DeadlineFields({ notice, today, error }: Props): ReactNode {
  const { form, set, deadline } = notice;
  return (
    <fieldset className={classes['deadline']}>
      <legend className={classes['legend']}>{words.deadline}</legend>
      <BigChoice label={words.deadlineBy} options={WAYS} value={form.by} onChange={(by) => set({ by }, 'now')} />
      {form.by === 'days' ? (
        <div className={classes['days']}>
          <TextField
            label={words.count}
            inputMode="numeric"
            maxLength={3}
            value={form.count}
            onChange={(count) => set({ count: count.replaceAll(/\D/g, '') }, 'soon')}
            error={error}
          />
          <div className={classes['unit']}>
            <BigChoice label={words.unit} options={UNITS} value={form.unit} onChange={(unit) => set({ unit }, 'now')} />
          </div>
        </div>
      ) : (
        <DateField
          label={words.date}
          value={form.date}
          min={today}
          onChange={(date) => set({ date }, 'now')}
          error={error}
        />
      )}
      <div role="status">
        <Outcome deadline={deadline} />
      </div>
      {form.by === 'days' && <span className={classes['soft']}>{words.dueRule}</span>}
    </fieldset>
  );
}
