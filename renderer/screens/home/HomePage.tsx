import { SimpleGrid, Stack, Text } from '@mantine/core';
import { IconBuildingStore, IconClipboardCheck, IconEyeCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { home } from '#renderer/app/language/zh/home.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { useMayReview, useMayWrite } from '#renderer/queries/role.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

import { DraftsPanel } from './DraftsPanel.tsx';
import { OpenCasesPanel } from './OpenCasesPanel.tsx';
import { QuickAction } from './QuickAction.tsx';
import { RecheckPanel } from './RecheckPanel.tsx';
import { ReturnedPanel } from './ReturnedPanel.tsx';
import { RunningPanel } from './RunningPanel.tsx';
import { TakeOverPanel } from './TakeOverPanel.tsx';
import { ToReviewPanel } from './ToReviewPanel.tsx';
import { TodayPanel } from './TodayPanel.tsx';
import { Warnings } from './Warnings.tsx';

/** What is to be done today, and the shortest way to begin. */
export function HomePage(): ReactNode {
  const today = useToday();
  const inspects = useMayWrite('inspection.submitted');
  const reviews = useMayReview();
  const isSentOut = useMayWrite('task.done');
  const plans = useMayWrite('task.planned');
  return (
    <PageColumn>
      <PageHeader title={home.title} />
      <Text c="dimmed">{formatChinaDate(today)}</Text>
      <Warnings />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {inspects && (
          <QuickAction
            href="/sites"
            title={home.startInspection}
            text={home.startInspectionText}
            icon={<IconClipboardCheck size={34} aria-hidden />}
            primary
          />
        )}
        {inspects && (
          <QuickAction
            href="/sites/new"
            title={home.registerSite}
            text={home.registerSiteText}
            icon={<IconBuildingStore size={34} aria-hidden />}
          />
        )}
        {reviews && (
          <QuickAction
            href="/review"
            title={home.review}
            text={home.reviewText}
            icon={<IconEyeCheck size={34} aria-hidden />}
            primary
          />
        )}
      </SimpleGrid>
      {reviews ? (
        <ToReviewPanel />
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Stack gap="lg">
            {isSentOut && <TakeOverPanel />}
            {isSentOut && <TodayPanel />}
            <ReturnedPanel />
            <RecheckPanel today={today} />
            <DraftsPanel />
          </Stack>
          <Stack gap="lg">
            {plans && <RunningPanel />}
            <OpenCasesPanel />
          </Stack>
        </SimpleGrid>
      )}
    </PageColumn>
  );
}
