import { Button, Stack } from '@mantine/core';
import { IconCircleCheck, IconRubberStamp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import classes from './notice.module.css';
import type { NoticeHandle } from './useNotice.ts';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { SecondOfficer } from '#renderer/components/SecondOfficer.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useSession } from '#renderer/queries/meta.ts';
import { usePeople } from '#renderer/queries/people.ts';

function Issued({ number, caseId }: { readonly number: string; readonly caseId: string }): ReactNode {
  return (
    <section className={classes['issued']} role="status">
      <h2 className={classes['warningTitle']}>
        <IconCircleCheck size={26} aria-hidden />
        {words.issuedTitle}
      </h2>
      <strong className={classes['number']}>{words.issuedNumber(number)}</strong>
      <span>{words.issuedHint}</span>
      <Button component={Link} href={`/cases/${caseId}`}>
        {words.toCase}
      </Button>
    </section>
  );
}

type Props = { readonly notice: NoticeHandle; readonly caseId: string; readonly ready: boolean };

/** The second officer and the button that issues; afterwards the number and the way back to the case. */
export function IssuePanel({ notice, caseId, ready }: Props): ReactNode {
  const people = usePeople();
  const session = useSession();
  if (notice.issued !== undefined) return <Issued number={notice.issued} caseId={caseId} />;
  const text = notice.error === undefined ? undefined : messageOf(notice.error);
  return (
    <Panel title={words.second}>
      <Stack gap="md">
        <SecondOfficer
          people={people ?? []}
          value={notice.second}
          onChange={notice.setSecond}
          exclude={session?.user}
          error={notice.pinWrong ? text?.what : undefined}
        />
        {notice.missing.length > 0 && (
          <div className={classes['missing']} role="alert">
            <strong>{words.missingFields}</strong>
            <ul>
              {notice.missing.map((need) => (
                <li key={need}>{words.needs[need]}</li>
              ))}
            </ul>
          </div>
        )}
        <FormError
          error={text === undefined ? undefined : { what: `${words.issueFailed}：${text.what}`, todo: text.todo }}
        />
        <Button
          size="lg"
          leftSection={<IconRubberStamp size={22} aria-hidden />}
          loading={notice.pending}
          disabled={!ready}
          onClick={() => void notice.issue()}
        >
          {words.issue}
        </Button>
      </Stack>
    </Panel>
  );
}
