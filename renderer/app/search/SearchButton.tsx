import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { searchText as words } from '#renderer/app/language/zh/search.ts';
import { useRole } from '#renderer/queries/role.ts';
import { canSee } from '#shared/access/permissions.ts';

import { SearchDialog } from './SearchDialog.tsx';

const SEARCHED = ['sites', 'cases', 'review', 'reports'] as const;

/** Opens the search, also with Ctrl+K from wherever one types; not there for who is shown nothing of what it finds. */
export function SearchButton(): ReactNode {
  const role = useRole();
  const mayFind = role !== undefined && SEARCHED.some((screen) => canSee(role, screen));
  const [isOpen, setOpen] = useState(false);
  useHotkeys([['mod+K', () => setOpen(mayFind)]], [], true);
  if (!mayFind) return null;
  return (
    <>
      <ActionIcon aria-label={words.open} title={words.open} variant="default" onClick={() => setOpen(true)}>
        <IconSearch size={22} aria-hidden />
      </ActionIcon>
      {isOpen && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}
