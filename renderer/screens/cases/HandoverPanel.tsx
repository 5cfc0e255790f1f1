import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { handoverText as words } from '#renderer/app/language/zh/handover.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useMayWrite } from '#renderer/queries/role.ts';

import { HandoverDialog } from './HandoverDialog.tsx';
import classes from './cases.module.css';
import { useSteps } from './useSteps.ts';

/** Hands the case over to another organisation; shown to those who lead a unit of the one that has it. */
export function HandoverPanel({ row }: { readonly row: CaseRow }): ReactNode {
  const [opened, setOpened] = useState(false);
  const may = useMayWrite('case.handedOver');
  const isOpen = useSteps(row).some(({ step, open }) => step === 'handOver' && open);
  if (!may || !isOpen) return null;
  return (
    <Panel title={words.panel}>
      <p className={classes['soft']}>{words.hint}</p>
      <Button variant="default" onClick={() => setOpened(true)}>
        {words.open}
      </Button>
      {opened && <HandoverDialog row={row} onClose={() => setOpened(false)} />}
    </Panel>
  );
}
