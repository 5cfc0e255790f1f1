import { ActionIcon } from '@mantine/core';
import { IconLock, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { PageTitleSlot } from '#renderer/components/pageTitle.tsx';
import { useSession } from '#renderer/queries/meta.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { StatusArea } from './StatusArea.tsx';
import classes from './TopBar.module.css';
import { account } from './language/zh/account.ts';
import { nav, roleNames } from './language/zh/common.ts';
import { SearchButton } from './search/SearchButton.tsx';

/** Heading of the page, status, person, lock: always in view. */
export function TopBar(): ReactNode {
  const session = useSession();
  const lock = useCommand('session.lock');
  return (
    <header className={classes['bar']}>
      <PageTitleSlot className={classes['title']} />
      <StatusArea />
      <div className={classes['person']}>
        <span className={classes['name']}>
          {session?.name ?? ''}
          <span className={classes['role']}>{roleNames[session?.role ?? ''] ?? ''}</span>
        </span>
        <span className={classes['org']} title={session?.orgName}>
          {session?.orgName ?? ''}
        </span>
      </div>
      <SearchButton />
      <ActionIcon component={Link} href="/account" aria-label={account.open} title={account.open} variant="default">
        <IconUser size={22} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={nav.lock}
        title={nav.lock}
        variant="default"
        loading={lock.pending}
        onClick={() => void lock.run({})}
      >
        <IconLock size={22} aria-hidden />
      </ActionIcon>
    </header>
  );
}
