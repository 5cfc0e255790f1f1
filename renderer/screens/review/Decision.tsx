import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { supervisionWords } from '#renderer/app/language/zh/caseWords.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { guardStep } from '#shared/case/steps.ts';

import { AcceptForm } from './AcceptForm.tsx';
import { OpinionButton } from './OpinionButton.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import classes from './review.module.css';

function Said({ row }: { readonly row: CaseRow }): ReactNode {
  const names = useNames();
  const { supervision } = row;
  const state = supervisionWords[supervision.is];
  return (
    <div className={classes['said']} role="status">
      <StatusBadge tone={state.tone}>{state.text}</StatusBadge>
      {(supervision.text ?? '') !== '' && <p className={classes['prose']}>{supervision.text}</p>}
      <Text c="dimmed" size="sm">
        {words.decidedBy(names.person(supervision.by ?? ''), showInstant(supervision.at ?? ''))}
      </Text>
      <OpinionButton row={row} />
    </div>
  );
}

/** What the brigade said, or the two ways of saying it. It stands beside the procedure and never moves it. */
export function Decision({ row }: { readonly row: CaseRow }): ReactNode {
  const session = useSession();
  const todayOn = useToday();
  const [saying, setSaying] = useState<'return' | 'accept'>();
  const decided = row.supervision.is !== 'none';
  const [again, setAgain] = useState(!decided);
  if (session === undefined) return null;
  const guard = guardStep(row, 'supervise', { role: session.role ?? '', org: session.org, todayOn });
  const refusal = guard.ok
    ? undefined
    : messageOf({ code: guard.error.code, article: guard.error.article || undefined });

  return (
    <Panel title={words.decision}>
      <div className={classes['stack']}>
        {decided && <Said row={row} />}
        {refusal !== undefined && <Text c="dimmed">{`${refusal.what}。${refusal.todo}`}</Text>}
        {guard.ok && !again && (
          <Button variant="default" onClick={() => setAgain(true)}>
            {words.changeDecision}
          </Button>
        )}
        {guard.ok && again && saying === undefined && (
          <div className={classes['choices']}>
            <Button
              color="red"
              variant="outline"
              size="lg"
              leftSection={<IconArrowBackUp size={22} aria-hidden />}
              onClick={() => setSaying('return')}
            >
              {words.return}
            </Button>
            <Button size="lg" leftSection={<IconCheck size={22} aria-hidden />} onClick={() => setSaying('accept')}>
              {words.accept}
            </Button>
          </div>
        )}
        {saying === 'return' && <ReturnForm caseId={row.id} onClose={() => setSaying(undefined)} />}
        {saying === 'accept' && <AcceptForm caseId={row.id} onClose={() => setSaying(undefined)} />}
      </div>
    </Panel>
  );
}
