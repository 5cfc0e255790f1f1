import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { searchText as words } from '#renderer/app/language/zh/search.ts';

import { SearchDialog } from './SearchDialog.tsx';

/** Opens the search, also with Ctrl+K from wherever one types. */
export function SearchButton(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useHotkeys([['mod+K', () => setOpen(true)]], [], true);
  return (
    <>
      <ActionIcon aria-label={words.open} title={words.open} variant="default" onClick={() => setOpen(true)}>
        <IconSearch size={22} aria-hidden />
      </ActionIcon>
      {isOpen && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}
