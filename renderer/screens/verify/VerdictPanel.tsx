import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';

import { verifyText as words } from '#renderer/app/language/zh/verify.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import type { CheckedCode } from '#renderer/queries/codes.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { codeRows } from '#shared/documents/codeRows.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';

import { saidOf } from './verdict.ts';
import classes from './verify.module.css';

const TITLES: ReadonlyMap<string, string> = new Map(Object.entries(DOCUMENT_TITLES));
const titleOf = (kind: string): string => TITLES.get(kind) ?? kind;

/** `cases`: where the person's list of cases is. */
type Props = { readonly checked: CheckedCode; readonly cases: string };

/** What a code is worth: one word that can be read at arm's length, and what must stand on the paper. */
export function VerdictPanel({ checked, cases }: Props): ReactNode {
  const { tone, title, text } = saidOf(checked);
  const names = useNames();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [checked]);
  const { verdict, here } = checked;
  return (
    <section ref={box} tabIndex={-1} className={classes['verdict']} data-tone={tone} aria-label={words.result}>
      <h2 className={classes['word']}>{title}</h2>
      <p className={classes['text']}>{text}</p>
      {verdict.is !== 'not_ours' && (
        <KeyValue
          rows={[
            ...codeRows(verdict.content, names.org(verdict.content.org), titleOf(verdict.content.kind)).map(
              ([key, value]) => ({ key, value }),
            ),
            { key: words.record, value: here.is === 'same' ? words.same : here.is === 'absent' ? words.absent : text },
          ]}
        />
      )}
      {(here.is === 'same' || here.is === 'other') && (
        <Button component={Link} href={`${cases}/${here.caseId}`} variant="default" mt="md">
          {words.openCase(here.title)}
        </Button>
      )}
    </section>
  );
}
