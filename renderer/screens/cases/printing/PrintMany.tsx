import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { printingText as words } from '#renderer/app/language/zh/printing.ts';
import { OrderedJobs } from '#renderer/app/printing/OrderedJobs.tsx';
import { PrinterPicker } from '#renderer/app/printing/PrinterPicker.tsx';
import { MAX_COPIES, type PrintItem } from '#renderer/app/printing/printItem.ts';
import classes from '#renderer/app/printing/printing.module.css';
import { useOrder } from '#renderer/app/printing/useOrder.ts';
import { CountField } from '#renderer/components/CountField.tsx';
import { FormError } from '#renderer/components/states.tsx';

/** Documents under a heading; `isChosen`: whether they are ticked at first. */
export type PrintGroup = { readonly title: string; readonly items: readonly PrintItem[]; readonly isChosen: boolean };

type Props = { readonly groups: readonly PrintGroup[]; readonly onClose: () => void };

/** Prints several documents, each with its own number of copies, in the order in which they stand. */
export function PrintMany({ groups, onClose }: Props): ReactNode {
  const order = useOrder();
  const items = groups.flatMap((group) => group.items);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(groups.flatMap((group) => (group.isChosen ? group.items.map(({ key }) => key) : []))),
  );
  const [copies, setCopies] = useState<Readonly<Record<string, number>>>({});
  const [each, setEach] = useState(1);
  if (order.jobs !== undefined) return <OrderedJobs jobs={order.jobs} onClose={onClose} />;
  const copiesOf = ({ key }: PrintItem): number => copies[key] ?? 1;
  const wanted = items.filter(({ key }) => chosen.has(key));
  const sheets = wanted.reduce((sum, item) => sum + copiesOf(item), 0);

  const setAll = (n: number): void => {
    setEach(n);
    setCopies(Object.fromEntries(items.map(({ key }) => [key, n])));
  };
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const print = (printer: string): void => {
    const ordered = wanted.map((item) => ({ source: item.source, title: item.title, copies: copiesOf(item) }));
    void order.place({ printer, items: ordered });
  };
  return (
    <Stack gap="md">
      <PrinterPicker dialog={<Text>{words.dialogHint}</Text>}>
        {(printer) => (
          <>
            <div className={classes['every']}>
              <span className={classes['label']}>{words.allCopies}</span>
              <CountField
                label={words.allCopies}
                fewer={words.fewer(words.allCopies)}
                more={words.more(words.allCopies)}
                value={each}
                max={MAX_COPIES}
                onChange={setAll}
              />
              <Button variant="default" onClick={() => setChosen(new Set(items.map(({ key }) => key)))}>
                {words.all}
              </Button>
              <Button variant="default" onClick={() => setChosen(new Set())}>
                {words.none}
              </Button>
            </div>
            {groups.map((group) => (
              <Choices
                key={group.title}
                group={group}
                chosen={chosen}
                copiesOf={copiesOf}
                onToggle={toggle}
                onCopies={(key, n) => setCopies({ ...copies, [key]: n })}
              />
            ))}
            <FormError error={order.error === undefined ? undefined : messageOf(order.error)} />
            <div className={classes['end']}>
              <Text role="status" c="dimmed">
                {wanted.length === 0 ? words.nothingChosen : ''}
              </Text>
              <Button
                leftSection={<IconPrinter size={20} aria-hidden />}
                loading={order.busy}
                disabled={wanted.length === 0}
                onClick={() => print(printer)}
              >
                {words.print(wanted.length, sheets)}
              </Button>
            </div>
          </>
        )}
      </PrinterPicker>
    </Stack>
  );
}

type ChoicesProps = {
  readonly group: PrintGroup;
  readonly chosen: ReadonlySet<string>;
  readonly copiesOf: (item: PrintItem) => number;
  readonly onToggle: (key: string) => void;
  readonly onCopies: (key: string, n: number) => void;
};

function Choices({ group, chosen, copiesOf, onToggle, onCopies }: ChoicesProps): ReactNode {
  return (
    <ul className={classes['items']} aria-label={group.title}>
      {group.items.map((item) => (
        <li key={item.key} className={classes['item']}>
          <Checkbox
            className={classes['tick'] ?? ''}
            label={item.title}
            checked={chosen.has(item.key)}
            onChange={() => onToggle(item.key)}
          />
          <CountField
            label={words.copiesOf(item.title)}
            fewer={words.fewer(item.title)}
            more={words.more(item.title)}
            value={copiesOf(item)}
            max={MAX_COPIES}
            disabled={!chosen.has(item.key)}
            onChange={(n) => onCopies(item.key, n)}
          />
        </li>
      ))}
    </ul>
  );
}
