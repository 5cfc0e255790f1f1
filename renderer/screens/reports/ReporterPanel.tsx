import { Button, Group, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { EmptyNote, FormError } from '#renderer/components/states.tsx';
import { useReporter, type ReportRow } from '#renderer/queries/reports.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { ReporterFields } from './ReporterFields.tsx';

const words = reportsText.reporter;

/** 反映人: shown to those who may know; the others read who they are. */
export function ReporterPanel({ row }: { readonly row: ReportRow }): ReactNode {
  const mayKnow = useMayWrite('reporter.named');
  return (
    <Panel title={words.title} aside={<IconLock size={20} aria-hidden />}>
      {mayKnow ? <Open id={row.id} /> : <EmptyNote title={words.closed} text={words.closedText} />}
    </Panel>
  );
}

function Open({ id }: { readonly id: string }): ReactNode {
  const reporter = useReporter(id);
  const command = useCommand('report.nameReporter');
  const [typed, setTyped] = useState<{ readonly name: string; readonly phone: string }>();
  const { name = '', phone = '' } = reporter ?? {};
  const save = async (): Promise<void> => {
    if (typed === undefined) return;
    const trimmed = { name: typed.name.trim(), phone: typed.phone.trim() };
    if ((await command.run({ reportId: id, reporter: trimmed })).ok) setTyped(undefined);
  };
  if (typed === undefined)
    return (
      <Stack gap="sm">
        {reporter === null ? (
          <EmptyNote title={words.unknown} text={reportsText.form.reporterHint} />
        ) : (
          <KeyValue
            rows={[
              { key: reportsText.form.name, value: name },
              { key: reportsText.form.phone, value: phone },
            ]}
          />
        )}
        <Group>
          <Button variant="default" onClick={() => setTyped({ name, phone })}>
            {reporter === null ? words.add : words.change}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <Stack gap="sm">
      <ReporterFields value={typed} onChange={setTyped} mayName />
      <FormError error={command.error && messageOf(command.error)} />
      <Group>
        <Button variant="default" onClick={() => setTyped(undefined)}>
          {common.cancel}
        </Button>
        <Button
          loading={command.pending}
          disabled={typed.name.trim() === '' && typed.phone.trim() === ''}
          onClick={() => void save()}
        >
          {common.save}
        </Button>
      </Group>
    </Stack>
  );
}
