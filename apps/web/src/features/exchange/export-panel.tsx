import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Panel } from '../../page/panel.js';
import { saveFile } from '../../table/save-file.js';
import { studiesQuery } from '../studies/calls.js';
import classes from '../studies/studies.module.css';
import { EXPORT_FORMATS, exportVotes } from './calls.js';

const ENDINGS = { battles: 'jsonl', csv: 'csv', jsonl: 'jsonl', 'alpaca-eval': 'json' } as const;

/** Saves the votes of a study as a file that other tools read. */
export function ExportPanel(): ReactNode {
  const { exchange, filter } = useMessages();
  const studies = useQuery(studiesQuery).data ?? [];
  const [study, setStudy] = useState('');
  const [format, setFormat] = useState<(typeof EXPORT_FORMATS)[number]>('battles');
  const work = useMutation({
    mutationFn: () => exportVotes(study, format),
    onSuccess: (text) =>
      saveFile(`understudy-votes.${ENDINGS[format]}`, text, format === 'csv' ? 'text/csv' : 'application/json'),
  });
  return (
    <Panel title={exchange.exportTitle}>
      <div className={classes['fields']}>
        <NativeSelect
          label={filter.study}
          value={study}
          data={[
            { value: '', label: exchange.chooseStudy },
            ...studies.filter(({ status }) => status !== 'draft').map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(event) => setStudy(event.currentTarget.value)}
        />
        <NativeSelect
          label={exchange.format}
          value={format}
          data={EXPORT_FORMATS.map((value) => ({ value, label: exchange.formats[value] }))}
          onChange={(event) =>
            setFormat(EXPORT_FORMATS.find((each) => each === event.currentTarget.value) ?? 'battles')
          }
        />
        <Button variant="default" disabled={study === ''} loading={work.isPending} onClick={() => work.mutate()}>
          {exchange.exportButton}
        </Button>
      </div>
      {work.error !== null && <ErrorNotice error={work.error} />}
    </Panel>
  );
}
