import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconPackageExport, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { exchangeText as words } from '#renderer/app/language/zh/exchange.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyNote, ErrorState, FormError, LoadingState } from '#renderer/components/states.tsx';
import type { OfferedRecord } from '#renderer/data/client.ts';
import type { ExchangeRow } from '#renderer/queries/exchange.ts';
import { MOST_IN_PACKAGE } from '#shared/events/exchangeEvents.ts';

import classes from './exchange.module.css';
import { useOffer, type Platform } from './useOffer.ts';
import { usePack } from './usePack.ts';

/** Records that are shown at a time; all are offered. */
const PAGE = 100;
const TONES = { pending: 'neutral', changed: 'warn', returned: 'bad' } as const;

type Props = { readonly platform: Platform; readonly from: string; readonly packages: readonly ExchangeRow[] };

/** What is to go out: the returned and the changed first. All of it is chosen until somebody takes something out. */
export function OfferPanel({ platform, from, packages }: Props): ReactNode {
  const { offer, again } = useOffer(platform, from, packages);
  const packing = usePack(platform);
  if (offer === undefined)
    return (
      <Panel>
        <LoadingState />
      </Panel>
    );
  if (!offer.ok) {
    const { what, todo } = messageOf(offer.error);
    return <ErrorState what={what} todo={todo} onRetry={again} />;
  }
  const { records, unmapped } = offer.value;
  return (
    <Panel
      title={words.offer(records.length)}
      flush
      aside={
        <Button variant="default" leftSection={<IconRefresh size={20} aria-hidden />} onClick={again}>
          {words.refresh}
        </Button>
      }
    >
      <FormError error={packing.error && messageOf(packing.error)} />
      <p role="status" className={classes['said']}>
        {packing.said}
      </p>
      {unmapped > 0 && <p className={classes['note']}>{words.unmapped(unmapped)}</p>}
      {records.length === 0 ? (
        <EmptyNote title={words.nothing} text={words.nothingHint} />
      ) : (
        <Choose packing={packing} records={records} />
      )}
    </Panel>
  );
}

type ChooseProps = { readonly packing: ReturnType<typeof usePack>; readonly records: readonly OfferedRecord[] };

function Choose({ packing: { pack, pending }, records }: ChooseProps): ReactNode {
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [count, setCount] = useState(PAGE);
  const chosen = records.filter(({ record }) => !out.has(record));
  const wanted = chosen.slice(0, MOST_IN_PACKAGE);
  const toggle = (record: string): void => {
    const next = new Set(out);
    if (!next.delete(record)) next.add(record);
    setOut(next);
  };
  return (
    <>
      <Group className={classes['bar']}>
        <Button variant="default" onClick={() => setOut(new Set())}>
          {words.all}
        </Button>
        <Button variant="default" onClick={() => setOut(new Set(records.map(({ record }) => record)))}>
          {words.none}
        </Button>
        <Button
          leftSection={<IconPackageExport size={20} aria-hidden />}
          disabled={wanted.length === 0}
          loading={pending}
          onClick={() => void pack(wanted.map(({ record }) => record))}
        >
          {words.pack(wanted.length)}
        </Button>
        {chosen.length > MOST_IN_PACKAGE && <Text>{words.tooMany(MOST_IN_PACKAGE)}</Text>}
      </Group>
      <PlainList label={words.offerList} divided={false}>
        {records.slice(0, count).map((one) => (
          <Line key={one.record} one={one} isChosen={!out.has(one.record)} onToggle={() => toggle(one.record)} />
        ))}
      </PlainList>
      {records.length > count && (
        <Button variant="subtle" fullWidth onClick={() => setCount(count + PAGE)}>
          {words.more}
        </Button>
      )}
    </>
  );
}

type LineProps = { readonly one: OfferedRecord; readonly isChosen: boolean; readonly onToggle: () => void };

function Line({ one, isChosen, onToggle }: LineProps): ReactNode {
  return (
    <li className={classes['line']}>
      <Checkbox
        size="lg"
        checked={isChosen}
        onChange={onToggle}
        label={<strong>{one.title}</strong>}
        aria-label={words.choose(one.title)}
        description={[one.on, one.reason === undefined ? '' : words.reason(one.reason)].filter(Boolean).join(' · ')}
      />
      <Group gap="xs">
        {one.isUnverified && <StatusBadge tone="warn">{words.unverified}</StatusBadge>}
        <StatusBadge tone={TONES[one.why]}>{words.why[one.why]}</StatusBadge>
      </Group>
    </li>
  );
}
