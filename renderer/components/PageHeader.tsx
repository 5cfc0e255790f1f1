import { ActionIcon, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'wouter';

import classes from './PageHeader.module.css';
import { usePageTitleSlot } from './pageTitle.tsx';
import { kit } from './text.ts';

/** Characters from which a title is set smaller, so that two lines of it fit the top bar. */
const LONG = 20;

type Props = {
  readonly title: string;
  /** Where the arrow before the title leads. */
  readonly back?: string | undefined;
  readonly subtitle?: ReactNode;
  /** Buttons of the page, right-aligned. */
  readonly actions?: ReactNode;
};

/** The heading of a page: takes the focus when the page appears, so that keyboard and screen reader start there. */
export function PageHeader({ title, back, subtitle, actions }: Props): ReactNode {
  const slot = usePageTitleSlot();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const active = document.activeElement;
    const typing = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
    if (!typing) heading.current?.focus({ preventScroll: true });
  }, [slot]);

  const line = (
    <div className={classes['line']}>
      {back !== undefined && (
        <ActionIcon component={Link} href={back} aria-label={kit.back} color="dark">
          <IconArrowLeft size={24} aria-hidden />
        </ActionIcon>
      )}
      <h1 ref={heading} tabIndex={-1} className={classes['title']} data-long={title.length > LONG} title={title}>
        {title}
      </h1>
    </div>
  );
  const hasRow = (subtitle !== undefined && subtitle !== null) || (actions !== undefined && actions !== null);
  return (
    <>
      {slot === null ? line : createPortal(line, slot)}
      {hasRow && (
        <Group justify="space-between" align="center" gap="md" className={classes['row']} data-page-row>
          <div className={classes['subtitle']}>{subtitle}</div>
          <Group gap="sm">{actions}</Group>
        </Group>
      )}
    </>
  );
}
