import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconClipboardCheck, IconGavel } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';

import { ChecklistQuestion } from '#renderer/app/ChecklistQuestion.tsx';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { fieldWorkText as words } from '#renderer/app/language/zh/fieldWork.ts';
import { FormError } from '#renderer/components/states.tsx';
import { useSession } from '#renderer/queries/meta.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useStartInspection } from '#renderer/queries/useStartInspection.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { PlaceDialog } from './PlaceDialog.tsx';

type Props = { readonly row: ReportRow; readonly catalogue: Catalogue };

/** 去检查、立案: from a report that somebody was sent for straight into the field work; both know the report. */
export function FieldWork({ row, catalogue }: Props): ReactNode {
  const [choosing, setChoosing] = useState<'inspect' | 'file'>();
  const starter = useStartInspection();
  const [, navigate] = useLocation();
  const may = useFieldWork(row);
  if (!may.inspect && !may.file) return null;
  const pick = (siteId: string): void => {
    setChoosing(undefined);
    if (choosing === 'file') navigate(`/cases/file/${siteId}?report=${row.id}`);
    else void starter.start(siteId, undefined, { report: row.id });
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{words.hint}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {may.inspect && (
          <Button
            size="lg"
            leftSection={<IconClipboardCheck size={22} aria-hidden />}
            loading={starter.pending}
            onClick={() => setChoosing('inspect')}
          >
            {words.inspect}
          </Button>
        )}
        {may.file && (
          <Button
            size="lg"
            variant="default"
            leftSection={<IconGavel size={22} aria-hidden />}
            onClick={() => setChoosing('file')}
          >
            {words.file}
          </Button>
        )}
      </SimpleGrid>
      <ChecklistQuestion starter={starter} />
      <FormError error={starter.error && messageOf(starter.error)} />
      {choosing !== undefined && (
        <PlaceDialog
          what={choosing}
          row={row}
          catalogue={catalogue}
          onPick={pick}
          onClose={() => setChoosing(undefined)}
        />
      )}
    </Stack>
  );
}

/** What the person may begin for it: while it is being worked on, within the organisation that was sent. */
export function useFieldWork({ org, state }: ReportRow): { readonly inspect: boolean; readonly file: boolean } {
  const inspects = useMayWrite('inspection.submitted');
  const files = useMayWrite('case.opened');
  const isOpen = useSession()?.org === org && (state === 'dispatched' || state === 'handled');
  return { inspect: isOpen && inspects, file: isOpen && files };
}
