import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { architectureFacts } from './architecture-facts.js';
import { type CatalogModel, modelQuery } from './calls.js';
import { overviewFacts, runningFacts } from './card-facts.js';
import { ClaimsPanel } from './claims-panel.js';
import { ContaminationPanel } from './contamination-panel.js';
import { EstimatesPanel } from './estimates-panel.js';
import { FactsTable } from './facts-table.js';
import { licenceFacts } from './licence-facts.js';
import { LineagePanel } from './lineage-panel.js';
import classes from './model.module.css';
import { MeasuredPanel } from './measured-panel.js';
import { ObligationsPanel } from './obligations-panel.js';
import { ScoresPanel } from './scores-panel.js';
import { SourceList } from './source-list.js';
import { SourceNumbers } from './source-marks.js';
import { numberSources } from './sources.js';
import { TemplatePanel } from './template-panel.js';
import { finetuningFacts, pretrainingFacts, trainingFacts } from './training-facts.js';

const route = getRouteApi('/models/$modelId');

function Model(props: { readonly body: CatalogModel }): ReactNode {
  const { language, messages } = useLanguage();
  const { body } = props;
  const { card, template } = body;
  const groups = useMemo(() => {
    const texts = { messages, language };
    return {
      overview: overviewFacts(body, texts),
      licence: licenceFacts(body, texts),
      running: runningFacts(body.card, texts),
      architecture: architectureFacts(body.card, texts),
      pretraining: pretrainingFacts(body.card, texts),
      finetuning: finetuningFacts(body.card, texts),
      training: trainingFacts(body.card, texts),
    };
  }, [body, messages, language]);
  const numbers = useMemo(() => {
    return numberSources([
      ...Object.values(groups).flatMap(({ facts }) => facts.map(({ sources }) => sources)),
      body.template?.sources ?? [],
      ...body.claims.map(({ sources }) => sources),
      ...body.contaminations.map(({ sources }) => sources),
    ]);
  }, [groups, body]);
  return (
    <SourceNumbers value={numbers}>
      <div className={classes['columns']}>
        <div>
          <FactsTable group={groups.overview} />
          <FactsTable group={groups.licence} />
          <ObligationsPanel body={body} />
          <LineagePanel body={body} />
          <FactsTable group={groups.running} />
        </div>
        <div>
          <FactsTable group={groups.architecture} />
          <FactsTable group={groups.pretraining} />
          <FactsTable group={groups.finetuning} />
          <FactsTable group={groups.training} />
        </div>
      </div>
      {body.estimates !== null && (
        <EstimatesPanel estimates={body.estimates} fileName={`understudy-estimates-${card.id}`} />
      )}
      {template === null ? (
        <Panel title={messages.model.templateTitle}>{messages.model.noTemplateKnown}</Panel>
      ) : (
        <TemplatePanel key={card.id} id={card.id} template={template} />
      )}
      <MeasuredPanel body={body} />
      <ScoresPanel body={body} />
      <ClaimsPanel claims={body.claims} />
      <ContaminationPanel body={body} />
      {card.notes.length > 0 && (
        <Panel title={messages.model.notes}>
          <ul className={classes['relatives']}>
            {card.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Panel>
      )}
      <SourceList numbers={numbers} />
    </SourceNumbers>
  );
}

/** Everything that is known about a model, each fact with its sources. */
export function ModelPage(): ReactNode {
  const { messages } = useLanguage();
  const { modelId } = route.useParams();
  const query = useQuery(modelQuery(modelId));
  return (
    <Page
      title={query.data?.card.name ?? modelId}
      about={messages.model.about}
      wide
      actions={<Link to="/models">{messages.model.back}</Link>}
    >
      <QueryView query={query}>{(body) => <Model body={body} />}</QueryView>
    </Page>
  );
}
