import { Button, List, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { dossierText as words } from '#renderer/app/language/zh/dossier.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { send, type CommandError } from '#renderer/data/client.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useDossierProgress } from '#renderer/queries/meta.ts';
import { DOSSIER_ORDERS, type DossierOrder } from '#shared/documents/dossier/manifest.ts';

import classes from './cases.module.css';

type Props = { readonly row: CaseRow; readonly onClose: () => void };

type Said = { readonly done?: string; readonly failed?: CommandError; readonly missing?: readonly string[] };

/** Has the dossier put together and saves it where the person chooses. */
async function exportTo(row: CaseRow, order: DossierOrder): Promise<Said> {
  const answer = await send('dossier.export', { caseId: row.id, order });
  if (!answer.ok) return { failed: answer.error };
  const { zip, pieces, pages, missingGlyphs: missing } = answer.value;
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const saved = await bridge.invoke('files.save', { name: words.fileName(row.title), bytes });
  if (!saved.ok) return { failed: saved.error };
  const { path } = saved.value;
  return { done: path === undefined ? words.cancelled : words.saved(path, pieces, pages), missing };
}

function Progress(): ReactNode {
  const progress = useDossierProgress();
  if (progress === undefined) return words.working.saving;
  const { step, done, of } = progress;
  return step === 'binding' ? words.working.binding : words.working[step](done, of);
}

/** In which order, and what to know before the file leaves the computer. It stays open until the file is there. */
export function DossierDialog({ row, onClose }: Props): ReactNode {
  useReturnFocus();
  const [order, setOrder] = useState<DossierOrder>('norm');
  const [busy, setBusy] = useState(false);
  const [{ done, failed, missing = [] }, setSaid] = useState<Said>({});

  const submit = async (): Promise<void> => {
    setBusy(true);
    setSaid({});
    setSaid(await exportTo(row, order));
    setBusy(false);
  };
  return (
    <Modal opened onClose={busy ? () => undefined : onClose} title={words.title} closeOnClickOutside={false} size="lg">
      <Stack gap="md">
        <Text fw={600}>{words.order}</Text>
        <BigChoice
          label={words.order}
          options={DOSSIER_ORDERS.map((value) => ({ value, label: words.orders[value] }))}
          value={order}
          onChange={setOrder}
          disabled={busy}
          focusFirst
        />
        <List spacing="xs">
          {words.contains.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <FormError error={failed && messageOf(failed)} />
        <FormError
          error={missing.length === 0 ? undefined : messageOf({ code: 'missing_glyphs', subject: missing.join('') })}
        />
        <Text role="status">{busy ? <Progress /> : done}</Text>
        <div className={classes['actions']}>
          <Button variant="default" onClick={onClose} disabled={busy}>
            {words.close}
          </Button>
          <Button loading={busy} onClick={() => void submit()}>
            {words.submit}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
