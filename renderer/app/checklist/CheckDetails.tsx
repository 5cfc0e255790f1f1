import { Button, Switch } from '@mantine/core';
import { IconCamera, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import type { ItemAnswer, Severity } from '#shared/events/inspectionEvents.ts';
import type { JudgedItem } from '#shared/inspection/item.ts';

import { BigChoice } from '../../components/BigChoice.tsx';
import { TextArea } from '../../components/fields.tsx';
import { inspectionsText } from '../language/zh/inspections.ts';

import classes from './ItemCard.module.css';
import { ItemPhotos } from './ItemPhotos.tsx';
import type { ItemProps } from './itemProps.ts';

const words = inspectionsText.form;

const SEVERITIES: readonly { readonly value: Severity; readonly label: string }[] = [
  { value: 'minor', label: words.severities.minor },
  { value: 'normal', label: words.severities.normal },
  { value: 'severe', label: words.severities.severe },
];

type Props = Omit<ItemProps<JudgedItem>, 'answer'> & { readonly answer: ItemAnswer };

function Failure({ mark, answer, onChange }: Props): ReactNode {
  return (
    <div className={classes['row']}>
      <div className={classes['severity']}>
        <div className={classes['label']}>{words.severity}</div>
        <BigChoice
          label={`${mark} ${words.severity}`}
          options={SEVERITIES}
          value={answer.severity}
          onChange={(severity) => onChange({ severity }, 'now')}
        />
      </div>
      <Switch
        size="lg"
        mih={46}
        label={words.fixedOnSite}
        aria-label={`${mark} ${words.fixedOnSite}`}
        description={words.fixedOnSiteHint}
        checked={answer.fixedOnSite === true}
        onChange={(event) => onChange({ fixedOnSite: event.currentTarget.checked }, 'now')}
      />
    </div>
  );
}

/** What belongs to an answer: severity of a failure, note, photos. Other answers open note and photos on demand. */
export function CheckDetails(props: Props): ReactNode {
  const { item, mark, answer, onChange } = props;
  const failed = answer.answer === 'fail';
  const [wantsNote, setWantsNote] = useState(false);
  const [wantsPhotos, setWantsPhotos] = useState(false);
  const more = useRef<HTMLDivElement>(null);
  // The pressed button is gone: the focus goes on to what it opened.
  useEffect(() => {
    if (wantsNote) more.current?.querySelector('textarea')?.focus();
  }, [wantsNote]);
  useEffect(() => {
    if (wantsPhotos) more.current?.querySelector<HTMLElement>('[role="group"] button')?.focus();
  }, [wantsPhotos]);
  const note = failed || wantsNote || (answer.note ?? '') !== '';
  const photos = failed || wantsPhotos || answer.photos.length > 0;
  const missing = failed && item.photoRequiredWhenFailed === true && answer.photos.length === 0;

  return (
    <>
      {(note || photos) && (
        <div ref={more} className={classes['more']}>
          {failed && <Failure {...props} />}
          {note && (
            <TextArea
              label={words.note}
              aria-label={`${mark} ${words.note}`}
              placeholder={words.notePlaceholder}
              minRows={2}
              maxLength={1000}
              value={answer.note ?? ''}
              onChange={(text) => onChange({ note: text === '' ? undefined : text }, 'soon')}
            />
          )}
          {photos && <ItemPhotos {...props} missing={missing} />}
        </div>
      )}
      {!(note && photos) && (
        <div className={classes['links']}>
          {!note && (
            <Button
              variant="subtle"
              leftSection={<IconPencil size={20} aria-hidden />}
              aria-label={`${mark} ${words.addNote}`}
              onClick={() => setWantsNote(true)}
            >
              {words.addNote}
            </Button>
          )}
          {!photos && (
            <Button
              variant="subtle"
              leftSection={<IconCamera size={20} aria-hidden />}
              aria-label={`${mark} ${words.addPhotos}`}
              onClick={() => setWantsPhotos(true)}
            >
              {words.addPhotos}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
