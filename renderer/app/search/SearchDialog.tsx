import { CloseButton, Modal, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { common } from '#renderer/app/language/zh/common.ts';
import { searchText as words } from '#renderer/app/language/zh/search.ts';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { EmptyNote, LoadingState } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';

import classes from './search.module.css';
import { useFound } from './useFound.ts';

/** One box for everything: what is typed is looked for in all registers, cases and reports of this device. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  useReturnFocus();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const groups = useFound(query);
  const all = (groups ?? []).flatMap(({ items }) => items);

  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && all.length > 0) {
      event.preventDefault();
      setAt((at + step + all.length) % all.length);
    }
    const chosen = all[at];
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || chosen === undefined) return;
    event.preventDefault();
    onClose();
    navigate(chosen.href);
  };
  return (
    <Modal opened onClose={onClose} title={words.title} size="lg" returnFocus={false}>
      <TextInput
        data-autofocus
        mt="xs"
        size="lg"
        aria-label={words.label}
        placeholder={words.holder}
        leftSection={<IconSearch size={22} aria-hidden />}
        rightSection={
          query === '' ? undefined : <CloseButton size={44} aria-label={common.cancel} onClick={() => setQuery('')} />
        }
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {query.trim() === '' && (
        <Text c="dimmed" mt="md">
          {words.hint}
        </Text>
      )}
      {groups === undefined && <LoadingState />}
      {query.trim() !== '' && groups?.length === 0 && <EmptyNote title={words.nothing} text={words.nothingText} />}
      <p role="status" className={classes['status']}>
        {all.length > 0 ? words.found(all.length) : ''}
      </p>
      {groups?.map(({ kind, items }) => (
        <section key={kind} aria-label={words[kind]}>
          <h3 className={classes['kind']}>{words[kind]}</h3>
          <PlainList divided={false}>
            {items.map((item) => (
              <li key={item.href}>
                <Link href={item.href} className={classes['item']} data-chosen={item === all[at]} onClick={onClose}>
                  <span className={classes['title']}>{item.title}</span>
                  <span className={classes['text']}>{item.text}</span>
                </Link>
              </li>
            ))}
          </PlainList>
        </section>
      ))}
    </Modal>
  );
}
