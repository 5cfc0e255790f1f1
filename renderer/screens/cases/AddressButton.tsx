import { Button } from '@mantine/core';
import { IconMapPinCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';

import { ActDialog } from './acts/ActDialog.tsx';
import { useFileSteps } from './acts/useFileSteps.ts';

/** 登记送达地址确认书, for those who may. */
export function AddressButton({ row }: { readonly row: CaseRow }): ReactNode {
  const info = useFileSteps(row).find(({ act }) => act === 'service.addressConfirmed');
  const [started, setStarted] = useState(false);
  if (info?.mine !== true || row.readOnly) return null;
  const close = (): void => setStarted(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMapPinCheck size={20} aria-hidden />}
        onClick={() => setStarted(true)}
      >
        {casesText.page.confirmAddress}
      </Button>
      {started && <ActDialog row={row} info={info} onClose={close} onDone={close} />}
    </>
  );
}
