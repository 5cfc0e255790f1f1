import { Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { selfCheckText as words } from '#renderer/app/language/zh/selfChecks.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { DateField } from '#renderer/components/DateField.tsx';
import { FormButtons } from '#renderer/components/FormButtons.tsx';
import { TextArea, TextField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { SELF_CHECK_DUTIES } from '#shared/catalogue/settingsFile.ts';
import { cleanText } from '#shared/kernel/text.ts';

type Answer = 'pass' | 'fail';

const OPTIONS = [
  { value: 'pass', label: words.answers.pass, tone: 'good' },
  { value: 'fail', label: words.answers.fail, tone: 'bad' },
] as const;

/** 登记自查: what a person of the alliance found, duty by duty; exists only while it is open. */
export function SelfCheckDialog({
  site,
  onClose,
}: {
  readonly site: SiteRow;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const today = useToday();
  const duties = useCatalogue()?.settings.selfCheckDuties ?? SELF_CHECK_DUTIES;
  const [alliance, setAlliance] = useState(site.fields?.['allianceName'] ?? '');
  const [by, setBy] = useState('');
  const [on, setOn] = useState(today);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const command = useCommand('site.selfCheck');
  const lacks = (text: string): string | undefined => (tried && text.trim() === '' ? words.required : undefined);
  const answered = duties.flatMap(({ id, name }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [{ duty: id, name, answer }];
  });
  const said = { alliance: cleanText(alliance).trim(), by: cleanText(by).trim() };
  const isWhole =
    said.alliance !== '' && said.by !== '' && on !== '' && on <= today && answered.length === duties.length;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isWhole) return;
    const text = cleanText(note).trim();
    const answer = await command.run({
      ...{ siteId: site.id, ...said, checkedOn: on, duties: answered, photos: [...photos] },
      ...(text !== '' && { note: text }),
    });
    if (!answer.ok) return;
    notifyDone(words.saved);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.addTitle(site.name)} size="lg" closeOnClickOutside={false}>
      <Stack gap="md">
        <Text c="dimmed">{words.apart}</Text>
        {(site.fields?.['agreementOn'] ?? '') === '' && <Text c="var(--xz-warn)">{words.noAgreement}</Text>}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextField
            label={words.alliance}
            value={alliance}
            onChange={setAlliance}
            maxLength={60}
            error={lacks(alliance)}
            withAsterisk
            data-autofocus
          />
          <TextField
            label={words.by}
            placeholder={words.byHint}
            value={by}
            onChange={setBy}
            maxLength={40}
            error={lacks(by)}
            withAsterisk
          />
          <DateField
            label={words.on}
            value={on}
            onChange={setOn}
            max={today}
            required
            error={lacks(on) ?? (on > today ? words.future : undefined)}
          />
        </SimpleGrid>
        {duties.map(({ id, name }) => (
          <div key={id}>
            <Text fw={550} mb={4} aria-hidden>
              {name}
            </Text>
            <BigChoice
              label={name}
              options={OPTIONS}
              value={answers[id]}
              onChange={(answer) => setAnswers({ ...answers, [id]: answer })}
            />
            {tried && answers[id] === undefined && (
              <Text mt={4} fw={600} c="var(--xz-bad)">
                {words.required}
              </Text>
            )}
          </div>
        ))}
        <TextArea label={words.note} minRows={2} maxLength={500} value={note} onChange={setNote} />
        <PhotosInput label={words.photos} photos={photos} onChange={setPhotos} />
        {tried && !isWhole && (
          <Text role="alert" fw={600} c="var(--xz-bad)">
            {words.incomplete}
          </Text>
        )}
        <FormError error={command.error && messageOf(command.error)} />
        <FormButtons
          cancel={common.cancel}
          submit={words.save}
          pending={command.pending}
          onCancel={onClose}
          onSubmit={() => void submit()}
        />
      </Stack>
    </Modal>
  );
}
