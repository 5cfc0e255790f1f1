import { Button, Stack } from '@mantine/core';
import { IconRubberStamp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { SecondOfficer } from '#renderer/components/SecondOfficer.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useSession } from '#renderer/queries/meta.ts';
import { useColleagues } from '#renderer/queries/people.ts';

import classes from './notice.module.css';
import type { NoticeHandle } from './useNotice.ts';

type Props = { readonly notice: NoticeHandle; readonly ready: boolean };

/** The second officer and the button that issues. */
export function IssuePanel({ notice, ready }: Props): ReactNode {
  const people = useColleagues();
  const session = useSession();
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
