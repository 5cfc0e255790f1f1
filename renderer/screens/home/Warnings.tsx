import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { devicesText, shortDevice } from '#renderer/app/language/zh/devices.ts';
import { home, problemTexts } from '#renderer/app/language/zh/home.ts';
import { useOwnDevice } from '#renderer/queries/devices.ts';
import { useProblems, useSession } from '#renderer/queries/meta.ts';
import { useNumbersLeft } from '#renderer/queries/numbers.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useToday } from '#renderer/queries/useNow.ts';

/** Fewer numbers than this are worth a word: a busy pair of officers uses about this many in a day. */
const FEW_NUMBERS = 10;

type Warning = { readonly key: string; readonly title: string; readonly text: string; readonly grave?: boolean };

/** What stands in the way of a normal day, each with what to do about it. The key file is told on the sync page. */
export function Warnings(): ReactNode {
  const warnings = useWarnings();
  return (
    <Stack gap="sm" role="status" style={warnings.length === 0 ? { display: 'none' } : undefined}>
      {warnings.map((warning) => (
        <Alert
          key={warning.key}
          color={warning.grave === true ? 'red' : 'amber'}
          title={warning.title}
          icon={<IconAlertTriangle aria-hidden />}
        >
          {warning.text}
        </Alert>
      ))}
    </Stack>
  );
}

function useWarnings(): readonly Warning[] {
  const session = useSession();
  const today = useToday();
  const issues = useMayWrite('document.issued');
  const problems = useProblems() ?? [];
  const org = session?.org;
  const device = useOwnDevice();
  const isApproved = device === undefined || device.standing === 'approved';
  const left = useNumbersLeft(
    issues && org !== undefined ? { org, kind: 'D07', year: Number(today.slice(0, 4)) } : undefined,
  );

  const found: Warning[] = problems
    .filter((problem) => problem.code !== 'key_file')
    .map((problem) => {
      const { title, text } = problemTexts[problem.code];
      return {
        key: `${problem.code}:${problem.subject}`,
        title: title(problem.subject),
        text,
        grave: problem.code === 'forgery' || problem.code === 'write_failed',
      };
    });
  if (issues && session?.certificateExpiresOn !== undefined && session.certificateExpiresOn < today) {
    found.push({ key: 'certificate', title: home.certificateExpired, text: home.certificateExpiredText, grave: true });
  }
  if (device !== undefined && !isApproved && (issues || device.standing !== 'requested')) {
    const waits = device.standing === 'requested';
    found.push({
      key: 'device',
      title: waits ? devicesText.waitTitle : devicesText.lockedTitle,
      text: waits ? devicesText.waitText(shortDevice(device.id)) : devicesText.lockedText(device.reason),
      grave: !waits,
    });
  }
  if (issues && isApproved && left !== undefined && left < FEW_NUMBERS) {
    found.push({ key: 'numbers', title: home.numbersTitle(left), text: home.numbersText, grave: left === 0 });
  }
  if (session?.is === 'open' && session.hasPin === false)
    found.push({ key: 'pin', title: home.pinTitle, text: home.pinText });
  return found;
}
