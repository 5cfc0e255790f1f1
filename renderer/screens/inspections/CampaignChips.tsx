import { Chip, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { inspectionsText as words } from '#renderer/app/language/zh/inspections.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { campaignsOn } from '#shared/catalogue/campaignFile.ts';

import classes from './CampaignChips.module.css';

type Props = { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void };

/** 专项行动 that the inspection counts for; nothing where none is going on. */
export function CampaignChips({ value, onChange }: Props): ReactNode {
  const today = useToday();
  const campaigns = useCatalogue()?.campaigns ?? [];
  // What was chosen before it ended stays, and can be taken away.
  const open = new Set(campaignsOn(campaigns, today).map(({ id }) => id));
  const offered = campaigns.filter(({ id }) => open.has(id) || value.includes(id));
  if (offered.length === 0) return null;
  return (
    <div>
      <Text fw={550} mb={4} aria-hidden>
        {words.campaign}
      </Text>
      <Chip.Group multiple value={[...value]} onChange={(next) => onChange(next)}>
        <Group gap="sm" role="group" aria-label={words.campaign}>
          {offered.map(({ id, name }) => (
            <Chip key={id} value={id} size="lg" classNames={{ label: classes['chip'] ?? '' }}>
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}
