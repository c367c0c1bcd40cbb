import type { ReactNode } from 'react';
import { formatCost, formatCount } from '../../../format/format-number.js';
import { useLanguage } from '../../../messages/use-messages.js';
import type { Sample } from '../calls.js';
import classes from '../runs.module.css';

const FLAGS = ['truncatedPrompts', 'truncatedAnswers', 'noAnswers', 'ties', 'cachedResponses'] as const;

/** Flags, hashes, and what the answers took where somebody else serves the model. */
export function SampleFacts(props: { readonly sample: Sample }): ReactNode {
  const { language, messages } = useLanguage();
  const { samples: texts } = messages;
  const { flags, hashes, service, requests } = props.sample;
  const raised = FLAGS.filter((flag) => flags[flag] > 0).map((flag) => texts.flags[flag](flags[flag]));
  const generation = requests.find((request) => request.kind === 'generate');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [texts.flagsTitle, raised.length === 0 ? texts.noFlags : raised.join(' ')],
    ...(generation === undefined
      ? []
      : [[texts.genKwargs, <code key="kwargs">{JSON.stringify(generation.genKwargs)}</code>] as const]),
    ...(['doc', 'prompt', 'target'] as const).map(
      (kind) => [texts.hashes[kind], <code key={kind}>{hashes[kind]}</code>] as const,
    ),
    ...(service === null
      ? []
      : [
          [
            texts.tokens,
            texts.tokensText(
              formatCount(service.promptTokens, language),
              formatCount(service.cachedTokens, language),
              formatCount(service.generatedTokens, language),
            ),
          ] as const,
          [texts.cost, formatCost(service.cost)] as const,
          [texts.attempts, service.attempts] as const,
          [texts.fingerprints, service.fingerprints.map((each) => each ?? '–').join(', ')] as const,
        ]),
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(([term, value]) => (
        <div key={term} className={classes['fact']}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
