import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { printingText } from '#renderer/app/language/zh/printing.ts';
import { registerText as words } from '#renderer/app/language/zh/register.ts';
import type { PrintItem } from '#renderer/app/printing/printItem.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { Sums } from '#renderer/components/Sums.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { useSession } from '#renderer/queries/meta.ts';
import { useNumberedCases, useRegister, type NumberedCase } from '#renderer/queries/register.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { sumsOf, type RegisterSums } from '#shared/documents/register.ts';

import { BatchDialog } from '../printing/BatchDialog.tsx';
import { documentItem, isPrintable } from '../printing/printItems.ts';

import { RegisterRow } from './RegisterRow.tsx';
import classes from './numbers.module.css';

/** Lines that are shown at a time. */
const PAGE = 100;

const SORTS = ['used', 'voided', 'free', 'lost', 'unknown'] as const satisfies readonly (keyof RegisterSums)[];

/** Sums of a series and its numbers, the latest first. */
export function Register({ series }: { readonly series: string }): ReactNode {
  const lines = useRegister(series);
  const [count, setCount] = useState(PAGE);
  const shown = (lines ?? []).toReversed().slice(0, count);
  const cases = useNumberedCases(shown);
  const [chosen, setChosen] = useState<ReadonlyMap<string, PrintItem>>(new Map());
  const [isPrinting, setPrinting] = useState(false);
  const org = useSession()?.org;
  const mayPrint = useMayWrite('document.printed');
  if (lines === undefined) return <LoadingState />;
  const printable = (found: NumberedCase | undefined): PrintItem | undefined =>
    mayPrint && found?.org === org ? itemOf(found) : undefined;
  const unprinted = [...cases.values()].flatMap((found) =>
    found.document?.prints === undefined ? (printable(found) ?? []) : [],
  );
  const sums = sumsOf(lines);
  return (
    <>
      <Sums sums={SORTS.map((key) => ({ key, label: words.sums[key], value: sums[key] }))} />
      <Panel
        title={words.lines}
        flush
        aside={
          <div className={classes['asides']}>
            {unprinted.length > 0 && (
              <Button variant="default" onClick={() => setChosen(withAll(chosen, unprinted))}>
                {printingText.chooseUnprinted(unprinted.length)}
              </Button>
            )}
            {chosen.size > 0 && (
              <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => setPrinting(true)}>
                {printingText.printChosen(chosen.size)}
              </Button>
            )}
          </div>
        }
      >
        <PlainList label={words.lines}>
          {shown.map((line) => {
            const found = line.is === 'spent' ? cases.get(line.event) : undefined;
            const item = printable(found);
            return (
              <RegisterRow
                key={line.is === 'spent' ? line.n : line.from}
                line={line}
                found={found}
                isChosen={item !== undefined && chosen.has(item.key)}
                onChoose={item && (() => setChosen(toggled(chosen, item)))}
              />
            );
          })}
        </PlainList>
        {shown.length < lines.length && (
          <Button variant="subtle" fullWidth onClick={() => setCount(count + PAGE)}>
            {words.more}
          </Button>
        )}
      </Panel>
      {isPrinting && (
        <BatchDialog
          groups={[{ title: printingText.documents, items: inOrder(chosen), isChosen: true }]}
          onClose={() => setPrinting(false)}
        />
      )}
    </>
  );
}

function itemOf(found: NumberedCase | undefined): PrintItem | undefined {
  const document = found?.document;
  return document !== undefined && isPrintable(document) ? documentItem(found?.id ?? '', document) : undefined;
}

/** By their numbers, as a stack of paper lies. */
function inOrder(chosen: ReadonlyMap<string, PrintItem>): readonly PrintItem[] {
  return [...chosen.values()].sort((one, other) => one.title.localeCompare(other.title, 'zh-CN', { numeric: true }));
}

function withAll(chosen: ReadonlyMap<string, PrintItem>, added: readonly PrintItem[]): ReadonlyMap<string, PrintItem> {
  return new Map([...chosen, ...added.map((item) => [item.key, item] as const)]);
}

function toggled(chosen: ReadonlyMap<string, PrintItem>, item: PrintItem): ReadonlyMap<string, PrintItem> {
  const next = new Map(chosen);
  if (!next.delete(item.key)) next.set(item.key, item);
  return next;
}
