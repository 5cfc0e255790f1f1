import { Button, Group } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { ReasonDialog } from '#renderer/components/ReasonDialog.tsx';
import { useSession } from '#renderer/queries/meta.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import type { Register } from '#shared/catalogue/register.ts';

import { StateDialog } from './StateDialog.tsx';

type Props = { readonly site: SiteRow; readonly register: Register };

/** Change, another state, withdraw: for the organisation that registered it. */
export function SiteActions({ site, register }: Props): ReactNode {
  const [open, setOpen] = useState<'state' | 'withdraw'>();
  const mayChange = useMayWrite('site.changed');
  const mayWithdraw = useMayWrite('site.withdrawn');
  const isOwn = useSession()?.org === site.org;
  if (!isOwn || !mayChange) return null;
  const close = (): void => setOpen(undefined);
  return (
    <Group gap="sm">
      <Button
        component={Link}
        href={`/sites/${site.id}/edit`}
        variant="default"
        leftSection={<IconPencil size={20} aria-hidden />}
      >
        {sites.edit}
      </Button>
      {register.states.length > 1 && (
        <Button variant="default" onClick={() => setOpen('state')}>
          {sites.changeState}
        </Button>
      )}
      {mayWithdraw && (
        <Button variant="default" color="red" onClick={() => setOpen('withdraw')}>
          {sites.withdraw}
        </Button>
      )}
      {open === 'state' && <StateDialog site={site} register={register} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog site={site} onClose={close} />}
    </Group>
  );
}

function WithdrawDialog({ site, onClose }: { readonly site: SiteRow; readonly onClose: () => void }): ReactNode {
  const command = useCommand('site.withdraw');
  const [, navigate] = useLocation();
  const submit = async (reason: string): Promise<void> => {
    if (!(await command.run({ siteId: site.id, reason })).ok) return;
    notifyDone(sites.withdrawn(site.name));
    navigate('/sites', { replace: true });
  };
  return (
    <ReasonDialog
      title={sites.withdrawTitle}
      label={sites.withdrawReason}
      missing={sites.withdrawMissing}
      submit={sites.withdraw}
      cancel={common.cancel}
      pending={command.pending}
      error={command.error === undefined ? undefined : messageOf(command.error)}
      onSubmit={(reason) => void submit(reason)}
      onClose={onClose}
    >
      {sites.withdrawText(site.name)}
    </ReasonDialog>
  );
}
