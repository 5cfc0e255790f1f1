import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { caseListText } from '#renderer/app/language/zh/caseList.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { TextField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { ListFilter } from '#renderer/queries/caseLines/question.ts';
import { cleanText } from '#shared/kernel/text.ts';

import classes from '../cases.module.css';

import { LONGEST_NAME, MOST_VIEWS, withView } from './savedViews.ts';
import type { SavedViews } from './useSavedViews.ts';

const words = caseListText.views;

type Props = { readonly saved: SavedViews; readonly filter: ListFilter; readonly onClose: () => void };

/** Asks for the name of a view. */
export function SaveViewDialog({ saved, filter, onClose }: Props): ReactNode {
  useReturnFocus();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const name = cleanText(typed).trim();
  const isFull = withView(saved.views, { name, filter }) === 'full';
  const error = saved.error === undefined ? undefined : messageOf(saved.error);
  const problem = name === '' ? words.nameMissing : isFull ? words.full(MOST_VIEWS) : undefined;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (problem === undefined && (await saved.keep({ name, filter }))) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <Text c="dimmed">{words.hint}</Text>
          <TextField
            label={words.name}
            required
            data-autofocus
            maxLength={LONGEST_NAME}
            value={typed}
            onChange={setTyped}
            error={tried && problem}
          />
          <FormError error={error && { what: `${words.failed}：${error.what}`, todo: error.todo }} />
          <div className={classes['actions']}>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={saved.pending}>
              {words.submit}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}
