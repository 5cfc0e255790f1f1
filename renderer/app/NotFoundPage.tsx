import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { EmptyState } from '#renderer/components/states.tsx';

import { common } from './language/zh/common.ts';

/** An address that leads nowhere. */
export function NotFoundPage(): ReactNode {
  return (
    <>
      <PageHeader title={common.notFound} />
      <EmptyState
        title={common.notFound}
        text={common.notFoundTodo}
        action={
          <Button component={Link} href="/">
            {common.goHome}
          </Button>
        }
      />
    </>
  );
}
