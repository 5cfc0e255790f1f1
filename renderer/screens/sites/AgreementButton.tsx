import type { ReactNode } from 'react';

import { sites } from '#renderer/app/language/zh/sites.ts';
import { LoosePaperButton } from '#renderer/app/printing/LoosePaperButton.tsx';
import type { SiteRow } from '#renderer/queries/sites.ts';

/** “门前三包”责任书 of a shop, signed by both sides. */
export function AgreementButton({ site }: { readonly site: SiteRow }): ReactNode {
  return (
    <LoosePaperButton
      paper={{ kind: 'D37', stream: `site:${site.id}` }}
      label={sites.agreement}
      of={site.name}
      hint={sites.agreementHint}
      fileName={() => sites.agreementFile(site.name)}
    />
  );
}
