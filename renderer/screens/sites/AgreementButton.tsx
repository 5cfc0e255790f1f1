import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { sites } from '#renderer/app/language/zh/sites.ts';
import { PaperDialog } from '#renderer/app/printing/PaperDialog.tsx';
import type { SiteRow } from '#renderer/queries/sites.ts';
import { LOOSE_PAPERS } from '#shared/documents/papers/loose.ts';

/** “门前三包”责任书 of a shop, to be looked at, saved, printed and signed by both sides. */
export function AgreementButton({ site }: { readonly site: SiteRow }): ReactNode {
  const [opened, setOpened] = useState(false);
  const paper = { kind: 'D37', stream: `site:${site.id}` } as const;
  const { title } = LOOSE_PAPERS[paper.kind];
  const source = { is: 'loose', ...paper } as const;
  return (
    <>
      <Button variant="default" leftSection={<IconFileText size={20} aria-hidden />} onClick={() => setOpened(true)}>
        {sites.agreement}
      </Button>
      {opened && (
        <PaperDialog
          paper={paper}
          item={{ key: paper.stream, source, title: `${title} ${site.name}` }}
          title={title}
          hint={sites.agreementHint}
          fileName={sites.agreementFile(site.name)}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
}
