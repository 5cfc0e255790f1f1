import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

import { printingText as words } from '#renderer/app/language/zh/printing.ts';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';

import { PrintMany, type PrintGroup } from './PrintMany.tsx';

type Props = { readonly groups: readonly PrintGroup[]; readonly onClose: () => void };

/** 批量打印: several documents at once. */
export function BatchDialog({ groups, onClose }: Props): ReactNode {
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={words.batchTitle} size="min(96vw, 56rem)">
      <PrintMany groups={groups.filter(({ items }) => items.length > 0)} onClose={onClose} />
    </Modal>
  );
}
