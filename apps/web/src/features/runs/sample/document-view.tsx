import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import classes from '../runs.module.css';
import { VisibleText } from '../visible-text/visible-text.js';
import { documentFields } from './document-fields.js';

/** The document by its fields, or as the JSON it is stored as. */
export function DocumentView(props: { readonly doc: string; readonly target: string }): ReactNode {
  const { samples: texts } = useMessages();
  const { doc, target } = props;
  const fields = useMemo(() => documentFields(doc), [doc]);
  const [form, setForm] = useState(fields === undefined ? 'json' : 'fields');
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={texts.documentForm}
        value={form}
        onChange={setForm}
        data={[
          { value: 'fields', label: texts.fields, disabled: fields === undefined },
          { value: 'json', label: texts.json },
        ]}
      />
      {form === 'json' || fields === undefined ? (
        <VisibleText text={doc} />
      ) : (
        <dl className={classes['facts']}>
          {fields.map(({ name, text, isText }) => (
            <div key={name} className={classes['fact']}>
              <dt>{name}</dt>
              <dd>
                <VisibleText text={text} marksSpaces={isText} />
              </dd>
            </div>
          ))}
          <div className={classes['fact']}>
            <dt>{texts.target}</dt>
            <dd>
              <VisibleText text={target} />
            </dd>
          </div>
        </dl>
      )}
    </>
  );
}
