import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { printingText as words } from '#renderer/app/language/zh/printing.ts';
import { usePrintsOf } from '#renderer/queries/prints.ts';

import { PrintJobs } from './PrintJobs.tsx';
import classes from './printing.module.css';

type Props = { readonly jobs: readonly string[]; readonly onClose: () => void };

/** What was just ordered, until somebody closes it; the jobs go on without. */
export function OrderedJobs({ jobs, onClose }: Props): ReactNode {
  const rows = usePrintsOf(jobs) ?? [];
  return (
    <Stack gap="md">
      <Text role="status">{words.queued}</Text>
      <PrintJobs rows={rows} />
      <div className={classes['end']}>
        <Button data-autofocus onClick={onClose}>
          {words.finish}
        </Button>
      </div>
    </Stack>
  );
}
