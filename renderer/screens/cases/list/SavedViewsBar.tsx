import { ActionIcon, Button } from '@mantine/core';
import { IconBookmarkPlus, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { caseListText } from '#renderer/app/language/zh/caseList.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { FormError } from '#renderer/components/states.tsx';
import { ALL_CASES, type ListFilter } from '#renderer/queries/caseLines/question.ts';

import classes from '../cases.module.css';

import { SaveViewDialog } from './SaveViewDialog.tsx';
import { isSameFilter } from './savedViews.ts';
import { useSavedViews } from './useSavedViews.ts';

const words = caseListText.views;

type Props = { readonly filter: ListFilter; readonly onChange: (part: Partial<ListFilter>) => void };

/** 常用筛选: one tap narrows the list as it was saved; the one that is in use can be tapped away. */
export function SavedViewsBar({ filter, onChange }: Props): ReactNode {
  const saved = useSavedViews();
  const [naming, setNaming] = useState(false);
  const isNarrowed = !isSameFilter(filter, { ...ALL_CASES, sort: filter.sort });
  if (saved.views.length === 0 && !isNarrowed) return null;
  const error = saved.error === undefined || naming ? undefined : messageOf(saved.error);
  return (
    <>
      <div className={classes['views']} role="group" aria-label={words.label}>
        {saved.views.map((view) => {
          const isUsed = isSameFilter(view.filter, filter);
          return (
            <span key={view.name} className={classes['view']} data-used={isUsed}>
              <button
                type="button"
                aria-pressed={isUsed}
                className={classes['viewName']}
                onClick={() => onChange(isUsed ? ALL_CASES : view.filter)}
              >
                {view.name}
              </button>
              <ActionIcon
                aria-label={words.remove(view.name)}
                disabled={saved.pending}
                onClick={() => void saved.remove(view.name)}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </span>
          );
        })}
        {isNarrowed && !saved.views.some((view) => isSameFilter(view.filter, filter)) && (
          <Button
            variant="subtle"
            leftSection={<IconBookmarkPlus size={20} aria-hidden />}
            onClick={() => setNaming(true)}
          >
            {words.save}
          </Button>
        )}
        {isNarrowed && (
          <Button variant="subtle" onClick={() => onChange({ ...ALL_CASES, sort: filter.sort })}>
            {caseListText.clear}
          </Button>
        )}
      </div>
      <FormError error={error && { what: `${words.failed}：${error.what}`, todo: error.todo }} />
      {naming && <SaveViewDialog saved={saved} filter={filter} onClose={() => setNaming(false)} />}
    </>
  );
}
