import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { planText as words } from '#renderer/app/language/zh/plan.ts';
import { PaperDialog } from '#renderer/app/printing/PaperDialog.tsx';
import type { BoardModel } from '#shared/documents/board.ts';

type Props = { readonly make: () => BoardModel; readonly fileName: string };

/** Opens the board on one page: to look at, save and print. It stays what it was when it was opened. */
export function PrintBoardButton({ make, fileName }: Props): ReactNode {
  const [model, setModel] = useState<BoardModel>();
  return (
    <>
      <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => setModel(make())}>
        {words.print.button}
      </Button>
      {model !== undefined && (
        <PaperDialog
          paper={{ model }}
          item={{ key: 'board', source: { is: 'board', model }, title: model.title }}
          title={model.title}
          hint={words.print.hint}
          fileName={fileName}
          onClose={() => setModel(undefined)}
        />
      )}
    </>
  );
}
