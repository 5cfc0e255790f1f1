import { Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { selfCheckText as words } from '#renderer/app/language/zh/selfChecks.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { DateField } from '#renderer/components/DateField.tsx';
import { FormButtons } from '#renderer/components/FormButtons.tsx';
import { TextArea, TextField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';

import { useSelfCheckForm, type SelfCheckForm } from './useSelfCheckForm.ts';

const OPTIONS = [
  { value: 'pass', label: words.answers.pass, tone: 'good' },
  { value: 'fail', label: words.answers.fail, tone: 'bad' },
] as const;

type Props = { readonly site: SiteRow; readonly onClose: () => void };

/** 登记自查: what a person of the alliance found, duty by duty; exists only while it is open. */
export function SelfCheckDialog({ site, onClose }: Props): ReactNode {
  useReturnFocus();
  const form = useSelfCheckForm(site, onClose);
  const { typed, change, tried, isWhole, error } = form;
  return (
    <Modal opened onClose={onClose} title={words.addTitle(site.name)} size="lg" closeOnClickOutside={false}>
      <Stack gap="md">
        <Text c="dimmed">{words.apart}</Text>
        {(site.fields?.['agreementOn'] ?? '') === '' && <Text c="var(--xz-warn)">{words.noAgreement}</Text>}
        <WhoAndWhen form={form} />
        <Duties form={form} />
        <TextArea
          label={words.note}
          minRows={2}
          maxLength={500}
          value={typed.note}
          onChange={(note) => change({ note })}
        />
        <PhotosInput label={words.photos} photos={form.photos} onChange={form.setPhotos} />
        {tried && !isWhole && (
          <Text role="alert" fw={600} c="var(--xz-bad)">
            {words.incomplete}
          </Text>
        )}
        <FormError error={error && messageOf(error)} />
        <FormButtons
          cancel={common.cancel}
          submit={words.save}
          pending={form.pending}
          onCancel={onClose}
          onSubmit={() => void form.submit()}
        />
      </Stack>
    </Modal>
  );
}

function WhoAndWhen({ form: { typed, change, tried, today } }: { readonly form: SelfCheckForm }): ReactNode {
  const { alliance, by, on } = typed;
  const lacks = (text: string): string | undefined => (tried && text.trim() === '' ? words.required : undefined);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <TextField
        label={words.alliance}
        value={alliance}
        onChange={(text) => change({ alliance: text })}
        maxLength={60}
        error={lacks(alliance)}
        withAsterisk
        data-autofocus
      />
      <TextField
        label={words.by}
        placeholder={words.byHint}
        value={by}
        onChange={(text) => change({ by: text })}
        maxLength={40}
        error={lacks(by)}
        withAsterisk
      />
      <DateField
        label={words.on}
        value={on}
        onChange={(date) => change({ on: date })}
        max={today}
        required
        error={lacks(on) ?? (on > today ? words.future : undefined)}
      />
    </SimpleGrid>
  );
}

function Duties({ form: { duties, typed, change, tried } }: { readonly form: SelfCheckForm }): ReactNode {
  return duties.map(({ id, name }) => (
    <div key={id}>
      <Text fw={550} mb={4} aria-hidden>
        {name}
      </Text>
      <BigChoice
        label={name}
        options={OPTIONS}
        value={typed.answers[id]}
        onChange={(answer) => change({ answers: { ...typed.answers, [id]: answer } })}
      />
      {tried && typed.answers[id] === undefined && (
        <Text mt={4} fw={600} c="var(--xz-bad)">
          {words.required}
        </Text>
      )}
    </div>
  ));
}
