import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import type { CommandInput } from '#renderer/data/client.ts';
import { isNarrowKind } from '#shared/documents/media.ts';
import { LOOSE_PAPERS } from '#shared/documents/papers/loose.ts';

import { PaperDialog } from './PaperDialog.tsx';

type Props = {
  readonly paper: Extract<CommandInput<'paper.draw'>, { readonly stream: string }>;
  /** What it is called on the button, and whose it is. */
  readonly label: string;
  readonly of: string;
  /** What is done with it once it is printed. */
  readonly hint: string;
  readonly fileName: (title: string) => string;
};

/** Opens a paper outside of any case: to look at, save, print and have signed. */
export function LoosePaperButton({ paper, label, of, hint, fileName }: Props): ReactNode {
  const [opened, setOpened] = useState(false);
  const { title } = LOOSE_PAPERS[paper.kind];
  return (
    <>
      <Button variant="default" leftSection={<IconFileText size={20} aria-hidden />} onClick={() => setOpened(true)}>
        {label}
      </Button>
      {opened && (
        <PaperDialog
          paper={paper}
          item={{
            key: paper.stream,
            source: { is: 'loose', ...paper },
            title: `${title} ${of}`,
            isNarrow: isNarrowKind(paper.kind),
          }}
          title={title}
          hint={hint}
          fileName={fileName(title)}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
}
