import { type ReactNode, useMemo } from 'react';
import { formatCount, formatInterval, formatNumber, formatPercent, formatSigned } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import classes from './advise.module.css';
import type { Advice, Shortlisted, Verdict } from './calls.js';
import { ModelLink } from './model-link.js';
import { SourceLink } from './source-link.js';

interface VerdictRow {
  readonly model: Shortlisted;
  readonly verdict: Verdict;
}

/** Published figures shown of a verdict. */
const SHOWN_FIGURES = 3;

const signed = (value: number): string => formatSigned(value, 3);

/** The verdicts of the shortlist, by kind of work. */
export function VerdictPanel(props: { readonly advice: Advice }): ReactNode {
  const { language, messages } = useLanguage();
  const { shortlist, reference, needs } = props.advice;
  const { advise } = messages;
  const rows = useMemo(
    () => shortlist.flatMap((model) => model.verdicts.map((verdict): VerdictRow => ({ model, verdict }))),
    [shortlist],
  );
  const columns = useMemo(() => columnsOf(messages, language), [messages, language]);
  return (
    <Panel
      title={advise.verdicts(reference.name)}
      note={advise.verdictsNote(formatNumber(needs.margin, 3), formatPercent(needs.confidence, 1))}
    >
      <DataTable
        caption={advise.verdicts(reference.name)}
        columns={columns}
        rows={rows}
        rowKey={({ model, verdict }) => `${model.id} ${verdict.area}`}
        fileName="understudy-verdicts"
      />
    </Panel>
  );
}

function columnsOf({ advise, areas }: Messages, language: string): readonly Column<VerdictRow>[] {
  const { columns: headers, outcomes } = advise;
  const said = ({ verdict }: VerdictRow): string =>
    outcomes[verdict.kind === 'measured' ? verdict.outcome : verdict.kind];
  return [
    {
      key: 'model',
      header: headers.model,
      value: ({ model }) => model.name,
      show: ({ model }) => <ModelLink model={model} />,
    },
    { key: 'area', header: headers.area, value: ({ verdict }) => areas[verdict.area] },
    { key: 'verdict', header: headers.verdict, value: said, show: (row) => <strong>{said(row)}</strong> },
    {
      key: 'difference',
      header: headers.difference,
      isNumber: true,
      value: ({ verdict }) => (verdict.kind === 'measured' ? verdict.difference : null),
      show: ({ verdict }) => (verdict.kind === 'measured' ? signed(verdict.difference) : '–'),
    },
    {
      key: 'lower',
      header: headers.bounds,
      isNumber: true,
      value: ({ verdict }) => (verdict.kind === 'measured' ? verdict.bounds.lower : null),
      show: ({ verdict }) => (verdict.kind === 'measured' ? formatInterval(verdict.bounds, signed) : '–'),
      saved: ({ verdict }) => ({ upper: verdict.kind === 'measured' ? verdict.bounds.upper : null }),
    },
    {
      key: 'documents',
      header: headers.documents,
      isNumber: true,
      value: ({ verdict }) => (verdict.kind === 'measured' ? verdict.documents : null),
      show: ({ verdict }) => (verdict.kind === 'measured' ? formatCount(verdict.documents, language) : '–'),
    },
    {
      key: 'evidence',
      header: headers.evidence,
      value: ({ verdict }) => (verdict.kind === 'measured' ? '' : verdict.because),
      show: ({ verdict }) => <Evidence verdict={verdict} texts={advise} />,
    },
  ];
}

function Evidence(props: { readonly verdict: Verdict; readonly texts: Messages['advise'] }): ReactNode {
  const { verdict, texts } = props;
  if (verdict.kind === 'not-measured') return texts.because[verdict.because];
  if (verdict.kind === 'measured') {
    return (
      <div className={classes['links']}>
        {verdict.benchmarks.map(({ task, candidateRun, referenceRun }) => (
          <Link key={task} to="/runs/compare" search={{ first: candidateRun, second: referenceRun, task }}>
            {texts.pair(task)}
          </Link>
        ))}
        {verdict.notShared.length > 0 && <span>{texts.without(verdict.notShared)}</span>}
      </div>
    );
  }
  const shown = verdict.published.slice(0, SHOWN_FIGURES);
  return (
    <div className={classes['links']}>
      <span>{texts.because[verdict.because]}</span>
      {shown.map((one) => (
        <span key={`${one.table} ${one.benchmark}`}>
          {texts.versus(one.benchmark, String(one.candidate), String(one.reference))} (
          <SourceLink source={one.source} />)
        </span>
      ))}
      {verdict.published.length > shown.length && <span>{texts.more(verdict.published.length - shown.length)}</span>}
    </div>
  );
}
