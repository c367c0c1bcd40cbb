import type { ReactNode } from 'react';
import { formatNumber } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import { Details } from '../../page/details.js';
import { Link } from '../../page/link.js';
import type { ClaimData } from './claim.js';
import classes from './claims.module.css';

type Evidence = ClaimData['evidence'][number];

const SIGNS = { supported: '✓', contradicted: '✕', mixed: '◐', open: '?', 'no-data': '–' } as const;
const ORIGINS = ['published', 'measured'] as const;

/** Published numbers stand as they were printed. */
function shown(value: number, { origin }: Evidence): string {
  return origin === 'published' ? String(value) : formatNumber(value, 3);
}

function EvidenceLine(props: { readonly evidence: Evidence }): ReactNode {
  const { claims } = useMessages();
  const { evidence } = props;
  const { benchmark, metric, setting, source, modelLabel, comparatorLabel, outcome, runs } = evidence;
  const table = [benchmark, metric, setting, source].filter((part) => part !== null).join(' · ');
  return (
    <li>
      {modelLabel} {shown(evidence.modelValue, evidence)}, {comparatorLabel} {shown(evidence.comparatorValue, evidence)}
      : <strong>{claims.outcomes[outcome]}</strong> ({table}
      {runs?.map((runId) => (
        <span key={runId}>
          {' · '}
          <Link to="/runs/$runId" params={{ runId }}>
            {runId}
          </Link>
        </span>
      ))}
      )
    </li>
  );
}

/** What the published tables and our runs say of a claim: published numbers and measured ones each by themselves. */
export function DataCheck(props: { readonly data: ClaimData | null }): ReactNode {
  const { claims } = useMessages();
  const { data } = props;
  if (data === null) return <div>{claims.comparesNothing}</div>;
  return (
    <div>
      {ORIGINS.map((origin) => (
        <span key={origin}>
          {claims.dataCheck[origin]}: <span aria-hidden>{SIGNS[data[origin]]}</span>{' '}
          <strong>{claims.verdicts[data[origin]]}</strong>.{' '}
        </span>
      ))}
      {data.missing > 0 && claims.missing(data.missing)}
      {data.evidence.length > 0 && (
        <Details summary={claims.comparisons(data.evidence.length)}>
          {() => (
            <ul className={classes['evidence']}>
              {data.evidence.map((evidence, at) => (
                // One source can print the same pair twice.
                // oxlint-disable-next-line react/no-array-index-key
                <EvidenceLine key={at} evidence={evidence} />
              ))}
            </ul>
          )}
        </Details>
      )}
    </div>
  );
}
