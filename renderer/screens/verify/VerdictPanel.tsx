import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';

import { verifyText as words } from '#renderer/app/language/zh/verify.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import type { CheckedCode } from '#renderer/queries/codes.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { codeRows } from '#shared/documents/codeRows.ts';
import { CODED_TITLES } from '#shared/documents/titles.ts';

import { saidOf } from './verdict.ts';
import classes from './verify.module.css';

const titleOf = (kind: string): string => CODED_TITLES[kind] ?? kind;

/** `cases`: where the person's list of cases is. */
type Props = { readonly checked: CheckedCode; readonly cases: string };

/** What the records of this device say; undefined where the verdict says it already. */
function recordWords({ is }: CheckedCode['here']): string | undefined {
  return is === 'same' || is === 'inspection' || is === 'absent' ? words[is] : undefined;
}

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
            { key: words.record, value: recordWords(here) ?? text },
          ]}
        />
      )}
      {here.is === 'inspection' && (
        <Button component={Link} href={`/inspections/${here.inspection}`} variant="default" mt="md">
          {words.openInspection(here.title)}
        </Button>
      )}
      {(here.is === 'same' || here.is === 'other') && (
        <Button component={Link} href={`${cases}/${here.caseId}`} variant="default" mt="md">
          {words.openCase(here.title)}
        </Button>
      )}
    </section>
  );
}
