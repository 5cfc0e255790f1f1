import { Button, Modal } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { sites } from '#renderer/app/language/zh/sites.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { usePermits, type FoundPermit } from '#renderer/queries/permits.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { findRegister, shownValue } from '#shared/catalogue/register.ts';

import { stateWords } from './stateWords.ts';

type Props = { readonly site: SiteRow };

/** The permits that may be a thing's, by credit code, holder or address: a help, not a judgement. */
export function SitePermits({ site }: Props): ReactNode {
  return (
    <Panel title={sites.permits} flush>
      <PermitList found={usePermits(site)} />
    </Panel>
  );
}

/** The same during an inspection: how many there are, and by a tap which. */
export function PermitsButton({ site }: Props): ReactNode {
  const found = usePermits(site);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCertificate size={20} aria-hidden />}
        disabled={found === undefined}
        onClick={() => setOpen(true)}
      >
        {found === undefined ? sites.permits : sites.permitsOf(found.length)}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={sites.permits} size="lg">
        <PermitList found={found} />
      </Modal>
    </>
  );
}

function PermitList({ found }: { readonly found: readonly FoundPermit[] | undefined }): ReactNode {
  if (found === undefined) return <LoadingState />;
  if (found.length === 0) return <EmptyState title={sites.noPermits} text={sites.noPermitsText} />;
  return (
    <LinkList label={sites.permits}>
      {found.map((one) => (
        <PermitLine key={one.permit.id} found={one} />
      ))}
    </LinkList>
  );
}

function PermitLine({ found: { permit, by } }: { readonly found: FoundPermit }): ReactNode {
  const today = useToday();
  const catalogue = useCatalogue();
  const register = findRegister(catalogue ?? { registers: [] }, permit.register);
  const values = permit.fields ?? {};
  const kind = register?.fields.find(({ id }) => id === 'kind');
  const { text, tone } = stateWords(register, permit.state);
  const isOver = (values['to'] ?? '') !== '' && (values['to'] ?? '') < today;
  const words = [
    kind === undefined ? '' : shownValue(kind, values['kind']),
    values['number'] ?? '',
    sites.permitPeriod(values['from'] ?? '', values['to'] ?? ''),
    sites.permitBy[by],
  ];
  return (
    <LinkRow
      href={`/sites/${permit.id}`}
      title={permit.name}
      text={words.filter((word) => word !== '').join(' · ')}
      aside={<StatusBadge tone={isOver ? 'bad' : tone}>{isOver ? sites.permitOver : text}</StatusBadge>}
    />
  );
}
