import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState, type DragEvent, type ReactNode } from 'react';

import { siteImportText as words, sheetProblems } from '#renderer/app/language/zh/siteImport.ts';
import type { SheetProblem } from '#renderer/app/sheet/sheet.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PickFile } from '#renderer/components/PickFile.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { Register } from '#shared/catalogue/register.ts';

import { readFile, type ReadFile } from './readFile.ts';
import { columnsOf, templateSheets } from './table.ts';
import { useSaveWorkbook } from './useSaveWorkbook.ts';

type Props = {
  readonly register: Register;
  readonly disabled: boolean;
  readonly hasFile: boolean;
  readonly onRead: (read: ReadFile | undefined) => void;
};

/** Takes a file, by the picker or dropped here, and gives the template. */
export function ChooseFile({ register, disabled, hasFile, onRead }: Props): ReactNode {
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<SheetProblem>();
  const template = useSaveWorkbook();
  const isBusy = disabled || reading;
  const read = async (file: File): Promise<void> => {
    setReading(true);
    setProblem(undefined);
    onRead(undefined);
    const result = await readFile(file, register);
    setReading(false);
    if (result.ok) onRead(result.value);
    else setProblem(result.error);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file !== undefined && !isBusy) void read(file);
  };
  return (
    <Panel>
      <Stack
        gap="md"
        role="group"
        aria-label={words.dropArea}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <Text>{words.lead}</Text>
        <Group gap="sm" align="center">
          <Text>{words.drop}</Text>
          <PickFile
            accept=".xlsx,.xls,.csv,.txt"
            icon={<IconFileSpreadsheet size={20} aria-hidden />}
            variant={hasFile ? 'default' : 'filled'}
            disabled={disabled}
            loading={reading}
            onPick={read}
          >
            {hasFile ? words.chooseOther : words.choose}
          </PickFile>
          <Button
            variant="default"
            leftSection={<IconDownload size={20} aria-hidden />}
            loading={template.busy}
            onClick={() =>
              void template.save(words.templateFile(register.name), templateSheets(register, columnsOf(register)))
            }
          >
            {words.template}
          </Button>
        </Group>
        <Text role="status" size="sm">
          {reading ? words.reading : ''}
        </Text>
        <FormError error={problem === undefined ? template.error : sheetProblems[problem]} />
      </Stack>
    </Panel>
  );
}
