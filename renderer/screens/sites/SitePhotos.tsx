import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconCameraPlus } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sitePhotosText as words } from '#renderer/app/language/zh/sitePhotos.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { FormButtons } from '#renderer/components/FormButtons.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { EmptyNote, FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useReading } from '#renderer/queries/photos.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useSiteEvents } from '#renderer/queries/siteHistory.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

import { photoDays, type PhotoDay } from './photoDays.ts';

/** So many days are shown before somebody asks for more. */
const FIRST = 3;

type Props = {
  readonly id: string;
  /** Absent of a thing that was withdrawn: its photos stay, and none is added. */
  readonly site?: SiteRow;
};

/** 现状照片: how a thing stood, by day and person, the newest first. */
export function SitePhotos({ id, site }: Props): ReactNode {
  useReading(`site:${id}`);
  const events = useSiteEvents(id);
  const days = useMemo(() => (events === undefined ? undefined : photoDays(events)), [events]);
  const [adding, setAdding] = useState(false);
  const mayAdd = useMayAddPhotos(site);
  if (days === undefined || (site === undefined && days.length === 0)) return null;
  const add = mayAdd && (
    <Button variant="default" leftSection={<IconCameraPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <Panel title={words.title} aside={add}>
      {days.length === 0 ? <EmptyNote title={words.none} text={words.noneText} /> : <Days days={days} id={id} />}
      {adding && site !== undefined && <AddDialog site={site} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function useMayAddPhotos(site: SiteRow | undefined): boolean {
  const adds = useMayWrite('photo.added');
  const changes = useMayWrite('site.changed');
  return useSession()?.org === site?.org && adds && changes;
}

function Days({ days, id }: { readonly days: readonly PhotoDay[]; readonly id: string }): ReactNode {
  const { person } = useNames();
  const [all, setAll] = useState(false);
  const shown = all ? days : days.slice(0, FIRST);
  return (
    <Stack gap="md">
      {shown.map(({ day, by, photos }) => {
        const label = words.of(formatChinaDate(day), person(by));
        return (
          <div key={`${day} ${by} ${photos[0] ?? ''}`}>
            <Text fw={550} mb={4} aria-hidden>
              {label}
            </Text>
            <Gallery label={label} photos={photos} stream={`site:${id}`} />
          </div>
        );
      })}
      {shown.length < days.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {words.more(days.length - shown.length)}
        </Button>
      )}
    </Stack>
  );
}

function AddDialog({ site, onClose }: { readonly site: SiteRow; readonly onClose: () => void }): ReactNode {
  useReturnFocus();
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const command = useCommand('site.addPhotos');
  const missing = photos.length === 0;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (missing || !(await command.run({ siteId: site.id, photos: [...photos] })).ok) return;
    notifyDone(words.saved(photos.length));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.addTitle(site.name)} size="lg" closeOnClickOutside={false}>
      <Stack gap="md">
        <PhotosInput
          focusFirst
          label={words.label}
          hint={words.hint}
          photos={photos}
          onChange={setPhotos}
          missing={tried && missing ? words.missing : undefined}
        />
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
