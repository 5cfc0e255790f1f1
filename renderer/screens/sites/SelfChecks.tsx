import { Button, Group, Stack, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { selfCheckText as words } from '#renderer/app/language/zh/selfChecks.ts';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyNote, LoadingState } from '#renderer/components/states.tsx';
import { useNames } from '#renderer/queries/directory.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useSelfChecks, type SelfCheck } from '#renderer/queries/selfChecks.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';
import { isPassed } from '#shared/site/selfCheck.ts';

import { SelfCheckDialog } from './SelfCheckDialog.tsx';
import classes from './selfChecks.module.css';

/** So many are shown before somebody asks for more. */
const FIRST = 3;

/** 自治联盟自查 at a shop, the newest first: said to be no inspection. */
export function SelfChecks({ site }: { readonly site: SiteRow }): ReactNode {
  const checks = useSelfChecks(site.id);
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const enters = useMayWrite('site.selfChecked');
  const isOwn = useSession()?.org === site.org;
  const shown = all ? checks : checks?.slice(0, FIRST);
  return (
    <Panel
      title={words.title}
      aside={
        enters &&
        isOwn && (
          <Button
            variant="default"
            leftSection={<IconChecklist size={20} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {words.add}
          </Button>
        )
      }
    >
      <Stack gap="md">
        <Text c="dimmed" size="sm">
          {words.apart}
        </Text>
        {checks === undefined && <LoadingState />}
        {checks?.length === 0 && <EmptyNote title={words.none} text={words.noneText} />}
        {shown !== undefined && shown.length > 0 && (
          <ul className={classes['checks']} aria-label={words.title}>
            {shown.map((check) => (
              <Check key={check.event} check={check} siteId={site.id} />
            ))}
          </ul>
        )}
        {checks !== undefined && shown !== undefined && shown.length < checks.length && (
          <Button variant="subtle" onClick={() => setAll(true)}>
            {words.more(checks.length - shown.length)}
          </Button>
        )}
      </Stack>
      {adding && <SelfCheckDialog site={site} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Check({ check, siteId }: { readonly check: SelfCheck; readonly siteId: string }): ReactNode {
  const { person } = useNames();
  const { checkedOn, alliance, by, duties, note = '', photos, batch } = check;
  const day = formatChinaDate(checkedOn);
  const failed = duties.filter(({ answer }) => answer === 'fail');
  return (
    <li className={classes['check']}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{day}</Text>
        <StatusBadge tone={isPassed(check) ? 'info' : 'warn'}>
          {isPassed(check) ? words.passed : words.failed(failed.length)}
        </StatusBadge>
      </Group>
      <Text>{words.line(alliance, by)}</Text>
      <Text>{duties.map(({ name, answer }) => `${name} ${words.answers[answer]}`).join(' · ')}</Text>
      {note !== '' && <Text className={classes['note']}>{note}</Text>}
      {photos.length > 0 && <Gallery label={`${words.photos} ${day}`} photos={photos} stream={`site:${siteId}`} />}
      <Text c="dimmed" size="sm">
        {[words.entered(person(check.enteredBy), showInstant(check.enteredAt)), batch && words.imported]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </Text>
    </li>
  );
}
