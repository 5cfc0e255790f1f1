import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';

import { selfCheckText } from '#renderer/app/language/zh/selfChecks.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { useMayWrite } from '#renderer/queries/role.ts';
import type { Register } from '#shared/catalogue/register.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';

type Props = { readonly register: Register };

/** Registers another one, where somebody may. */
export const AddSiteButton = memo(function AddSiteButton({ register }: Props): ReactNode {
  if (!useMayWrite('site.registered')) return null;
  return (
    <Button
      component={Link}
      href={`/sites/new?register=${register.id}`}
      leftSection={<IconPlus size={20} aria-hidden />}
    >
      {sites.registerIn(register.name)}
    </Button>
  );
});

/** The head of a register's list: what can be added to it. */
export const SitesHeader = memo(function SitesHeader({ register }: Props): ReactNode {
  const registers = useMayWrite('site.registered');
  const isShop = register.id === DEFAULT_REGISTER;
  const actions =
    registers || isShop ? (
      <Group gap="sm">
        {isShop && (
          <Button component={Link} href="/sites/alliances" variant="default">
            {selfCheckText.alliances.open}
          </Button>
        )}
        {registers && (
          <Button
            component={Link}
            href={`/sites/import?register=${register.id}`}
            variant="default"
            leftSection={<IconFileImport size={20} aria-hidden />}
          >
            {sites.importRows}
          </Button>
        )}
        <AddSiteButton register={register} />
      </Group>
    ) : undefined;
  return <PageHeader title={sites.title} actions={actions} />;
});
