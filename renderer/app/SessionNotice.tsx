import { Alert, Button, Group } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { useLockedSeconds } from '#renderer/queries/lockout.ts';
import { useSession, useSyncStatus } from '#renderer/queries/meta.ts';

import { account as words } from './language/zh/account.ts';
import { messageOf } from './language/zh/errors.ts';

const ASKS = new Set<string | undefined>(['password_changed', 'wrong_password', 'account_locked']);

/** Over every page while the server wants the password: what happened, and that nothing is lost. */
export function SessionNotice(): ReactNode {
  const problem = useSyncStatus()?.problem;
  const user = useSession()?.user;
  const seconds = useLockedSeconds(user);
  const [location] = useLocation();
  if (!ASKS.has(problem) || problem === undefined || location === '/account') return null;
  const text = messageOf({ code: problem });
  return (
    <Alert color="amber" mb="md" icon={<IconKey aria-hidden />} title={seconds > 0 ? words.locked(seconds) : text.what}>
      <Group justify="space-between">
        <span>{seconds > 0 ? words.lockedHint : text.todo}</span>
        <Button component={Link} href="/account" variant="default">
          {words.notice}
        </Button>
      </Group>
    </Alert>
  );
}
