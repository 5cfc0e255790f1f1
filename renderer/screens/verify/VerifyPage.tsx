import { Button, FileButton } from '@mantine/core';
import { IconPhoto, IconShieldCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { verifyText as words } from '#renderer/app/language/zh/verify.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useMayReview } from '#renderer/queries/role.ts';

import { CameraPanel } from './CameraPanel.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';
import { useCodeCheck } from './useCodeCheck.ts';
import classes from './verify.module.css';

/** 核验文书: proves the code of a paper by camera, photo or text, without network. */
export function VerifyPage(): ReactNode {
  const check = useCodeCheck();
  const [text, setText] = useState('');
  const cases = useMayReview() ? '/review' : '/cases';
  return (
    <>
      <PageHeader title={words.title} back={cases} subtitle={words.lead} />
      <PageColumn narrow>
        <Panel>
          <div className={classes['ways']}>
            <CameraPanel onPicture={check.ofPicture} />
            <FileButton accept="image/*" onChange={(file) => file !== null && void check.ofPhoto(file)}>
              {(props) => (
                <Button
                  {...props}
                  fullWidth
                  size="lg"
                  variant="default"
                  loading={check.busy}
                  leftSection={<IconPhoto size={24} aria-hidden />}
                >
                  {words.photo}
                </Button>
              )}
            </FileButton>
            <TextArea label={words.text} description={words.textHint} value={text} onChange={setText} maxRows={5} />
            <Button
              variant="default"
              disabled={text.trim() === ''}
              loading={check.busy}
              leftSection={<IconShieldCheck size={22} aria-hidden />}
              onClick={() => void check.ofText(text)}
            >
              {words.check}
            </Button>
          </div>
        </Panel>
        <FormError error={check.problem} />
        {check.checked !== undefined && <VerdictPanel checked={check.checked} cases={cases} />}
      </PageColumn>
    </>
  );
}
