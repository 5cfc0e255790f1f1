import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useSession } from '#renderer/queries/meta.ts';

import { accessWords } from './language/zh/access.ts';

/** Over every page while the role or organisation was taken away: why everything is read-only, and what still works. */
export function AccessNotice(): ReactNode {
  const session = useSession();
  if (session?.is !== 'open' || session.lost === undefined) return null;
  const { title, text } = accessWords[session.lost];
  return (
    <Alert color="red" mb="md" role="status" icon={<IconLock aria-hidden />} title={title}>
      {text}
    </Alert>
  );
}
