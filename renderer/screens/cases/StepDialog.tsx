import { Button, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { SecondOfficer } from '#renderer/components/SecondOfficer.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { CommandError } from '#renderer/data/client.ts';

import { ProblemsNotice } from './ProblemsNotice.tsx';
import classes from './cases.module.css';
import type { Pair } from './usePair.ts';

const words = casesText.actions;

type Props = {
  readonly title: string;
  readonly submitLabel: string;
  readonly children: ReactNode;
  readonly pair: Pair;
  /** What is missing besides the second officer; shown after a try. */
  readonly problems: readonly string[];
  readonly tried: boolean;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
};

/** A step of a case as a dialog: its fields, the second officer, and the refusal beside the button. */
export function StepDialog(props: Props): ReactNode {
  useReturnFocus();
  const { pair, error, problems, tried, pending } = props;
  // A wrong PIN was emptied: the refusal says so already.
  const secondMissing = !pair.complete && pair.errorText(error) === undefined;
  const lines = [...problems, ...(secondMissing ? [words.secondMissing] : [])];
  const text = error === undefined ? undefined : messageOf(error);
  return (
    // A tap beside the dialog must not throw away what was typed.
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size="xl"
      closeOnClickOutside={false}
      closeOnEscape={!pending}
    >
      <Stack gap="lg">
        {props.children}
        <SecondOfficer
          people={pair.people}
          value={pair.second}
          onChange={pair.setSecond}
          exclude={pair.ownUser}
          error={pair.errorText(error)}
        />
        <ProblemsNotice title={words.problemsTitle} lines={tried ? lines : []} />
        <FormError
          error={text === undefined ? undefined : { what: `${words.failed}：${text.what}`, todo: text.todo }}
        />
        <div className={classes['actions']}>
          <Button variant="default" onClick={props.onClose} disabled={pending}>
            {words.cancel}
          </Button>
          <Button onClick={props.onSubmit} loading={pending}>
            {props.submitLabel}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
