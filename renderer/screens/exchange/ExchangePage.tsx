import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { exchangeText as words } from '#renderer/app/language/zh/exchange.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { usePackages } from '#renderer/queries/exchange.ts';
import { useNow } from '#renderer/queries/useNow.ts';
import { PLATFORMS } from '#shared/events/exchangeEvents.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

import { OfferPanel } from './OfferPanel.tsx';
import { PackagesPanel } from './PackagesPanel.tsx';
import { ReceiptButton } from './ReceiptButton.tsx';

const DAYS = { month: 30, quarter: 90, year: 366, all: undefined } as const;
type Period = keyof typeof DAYS;
const PERIODS = Object.keys(DAYS) as Period[];
const DAY_MS = 86_400_000;
const FIRST = '2000-01-01';

/** 平台对接: what is to go to a platform as a file, what went, and what came back. */
export function ExchangePage(): ReactNode {
  const [platform, setPlatform] = useState<(typeof PLATFORMS)[number]>('city');
  const [period, setPeriod] = useState<Period>('quarter');
  const packages = usePackages();
  const now = useNow();
  const days = DAYS[period];
  const from = days === undefined ? FIRST : chinaDateOf(now - days * DAY_MS);
  if (packages === undefined) return <LoadingState />;
  const own = packages.filter((one) => one.platform === platform);
  return (
    <PageColumn>
      <PageHeader title={words.title} subtitle={words.subtitle} actions={<ReceiptButton packages={packages} />} />
      <BigChoice
        label={words.platform}
        options={PLATFORMS.map((value) => ({ value, label: words.platforms[value] }))}
        value={platform}
        onChange={setPlatform}
      />
      <Select
        label={words.period}
        data={PERIODS.map((value) => ({ value, label: words.periods[value] }))}
        value={period}
        onChange={(value) => setPeriod(PERIODS.find((one) => one === value) ?? period)}
        allowDeselect={false}
        w="14rem"
      />
      <OfferPanel key={`${platform} ${from}`} platform={platform} from={from} packages={packages} />
      <PackagesPanel packages={own} />
    </PageColumn>
  );
}
