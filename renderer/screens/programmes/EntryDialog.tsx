import { Button, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { entryProblems, planText as words } from '#renderer/app/language/zh/plan.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { TextField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import type { Indicator } from '#shared/programme/programme.ts';

import { monthsUntil, problemIn, valueIn } from './entryForm.ts';
import classes from './programmes.module.css';

type Props = {
  readonly indicator: Indicator;
  readonly year: number;
  readonly today: string;
  readonly onClose: () => void;
};

/** 填报: a month's value, refused beside the field where it cannot be right. */
export function EntryDialog({ indicator, year, today, onClose }: Props): ReactNode {
  useReturnFocus();
  const months = monthsUntil(year, today);
  const [month, setMonth] = useState(months.at(-1) ?? '');
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const newId = useCommand('draft.newId');
  const command = useCommand('indicator.enter');
  const problem = problemIn(indicator, text);
  const noReport = indicator.evidenceRequired && photos.length === 0;
  useEffect(() => command.clear, [command.clear]);

  const submit = async (): Promise<void> => {
    setTried(true);
    const value = valueIn(indicator, text);
    if (value === undefined || noReport) return;
    const made = await newId.run({});
    if (!made.ok) return;
    const [report] = photos;
    const answer = await command.run({
      ...{ id: made.value.id, year, indicator: indicator.id, month, value, note },
      ...(report === undefined ? {} : { report }),
    });
    if (!answer.ok) return;
    notifyDone(words.entered);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.enterTitle(indicator.name)} size="lg" closeOnClickOutside={false}>
      <Stack gap="lg">
        <Text>{indicator.aggregation === 'latest' ? words.level : words.monthly}</Text>
        <Select
          label={words.monthLabel}
          data={months.map((value) => ({ value, label: words.monthName(value) }))}
          value={month}
          onChange={(value) => setMonth(value ?? month)}
          allowDeselect={false}
        />
        <Value
          indicator={indicator}
          text={text}
          onChange={setText}
          error={tried && problem !== undefined ? entryProblems[problem] : undefined}
        />
        <TextField label={words.note} value={note} maxLength={500} onChange={setNote} />
        <PhotosInput
          label={words.reportPhoto}
          photos={photos}
          missing={tried && noReport ? words.reportMissing : undefined}
          onChange={(change) => setPhotos((before) => change(before).slice(-1))}
        />
        <FormError error={command.error && messageOf(command.error)} />
        <div className={classes['actions']}>
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {words.cancel}
          </Button>
          <Button loading={command.pending} onClick={() => void submit()}>
            {words.submit}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}

type ValueProps = {
  readonly indicator: Indicator;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly error: string | undefined;
};

function Value({ indicator: { direction, unit }, text, onChange, error }: ValueProps): ReactNode {
  if (direction !== 'bool')
    return (
      <TextField
        label={words.valueLabel(unit)}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        error={error}
        data-autofocus
        onChange={onChange}
      />
    );
  return (
    <div role="group" aria-label={words.done}>
      <SegmentedControl
        value={text}
        data={[
          { value: '', label: '—' },
          { value: '1', label: words.yes },
          { value: '0', label: words.no },
        ]}
        onChange={onChange}
      />
      {error !== undefined && (
        <Text c="var(--xz-bad)" size="sm" role="alert">
          {error}
        </Text>
      )}
    </div>
  );
}
