import { Button, FileInput, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import classes from '../studies/studies.module.css';
import { IMPORT_FORMATS, importVotes } from './calls.js';

/** Makes a study of a file of votes. */
export function ImportPanel(): ReactNode {
  const { language, messages } = useLanguage();
  const { exchange } = messages;
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<(typeof IMPORT_FORMATS)[number]>('battles');
  const [title, setTitle] = useState('');
  const [columns, setColumns] = useState('');
  const client = useQueryClient();
  const work = useMutation({
    mutationFn: (chosen: File) => importVotes({ file: chosen, format, title: title.trim(), columns: columns.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['studies'] }),
  });
  return (
    <Panel title={exchange.importTitle}>
      <form
        className={classes['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== null) work.mutate(file);
        }}
      >
        <FileInput
          label={exchange.file}
          placeholder={exchange.chooseFile}
          required
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            if (chosen !== null && title === '') setTitle(chosen.name.replace(/\.[a-z]+$/i, ''));
            if (chosen !== null && /\.csv$/i.test(chosen.name)) setFormat('csv');
          }}
        />
        <NativeSelect
          label={exchange.format}
          value={format}
          data={IMPORT_FORMATS.map((value) => ({ value, label: exchange.formats[value] }))}
          onChange={(event) =>
            setFormat(IMPORT_FORMATS.find((each) => each === event.currentTarget.value) ?? 'battles')
          }
        />
        <TextInput
          label={exchange.name}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={exchange.columns}
          placeholder={exchange.columnsHint}
          maxLength={500}
          value={columns}
          onChange={(event) => setColumns(event.currentTarget.value)}
        />
        <Button type="submit" loading={work.isPending} disabled={file === null || title.trim() === ''}>
          {exchange.importButton}
        </Button>
      </form>
      {work.error !== null && <ErrorNotice error={work.error} />}
      <Text role="status" mt="sm">
        {work.data !== undefined && (
          <>
            {work.data.isNew
              ? exchange.imported(formatCount(work.data.votes, language), work.data.models)
              : exchange.importedBefore}{' '}
            <Link to="/ratings" search={{ study: work.data.studyId }}>
              {exchange.toResults}
            </Link>
          </>
        )}
      </Text>
    </Panel>
  );
}
