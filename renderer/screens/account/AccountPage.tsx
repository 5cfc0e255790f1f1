import type { ReactNode } from 'react';

import { account as words } from '#renderer/app/language/zh/account.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { useSession, useSyncStatus } from '#renderer/queries/meta.ts';

import { ChangePasswordPanel } from './ChangePasswordPanel.tsx';
import { ChangePinPanel } from './ChangePinPanel.tsx';
import { SignInAgainPanel } from './SignInAgainPanel.tsx';

const ASKS = new Set<string | undefined>(['password_changed', 'wrong_password', 'account_locked']);

/** Password and PIN of the person at the screen; first of all what the server asks for. */
export function AccountPage(): ReactNode {
  const session = useSession();
  const asks = ASKS.has(useSyncStatus()?.problem);
  const user = session?.user ?? '';
  return (
    <PageColumn narrow>
      <PageHeader title={words.title} subtitle={user} />
      {asks && <SignInAgainPanel user={user} />}
      <ChangePasswordPanel user={user} />
      <ChangePinPanel fresh={session?.byPassword === true || session?.hasPin !== true} />
    </PageColumn>
  );
}
