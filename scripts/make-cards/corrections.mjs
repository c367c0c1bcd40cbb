// @ts-check

/** @typedef {import('./to-card.mjs').Card} Card */

/** Public copies of model cards as they were on the hub in December 2024. */
const copy = (/** @type {string} */ repository) => `hf-card:${repository} (public copy: gh:YinanWusoymilk/hf-readme)`;

const WIZARD = 'gh:nlpxucan/WizardLM README.md';
const WIZARD_DELTA = `first published as a difference to LLaMA (${WIZARD}, WizardLM/README.md)`;
const WIZARD_RENAMED = `the organisation on the hub is WizardLMTeam now (${WIZARD}); whether this repository moved was not checked`;

/**
 * The repository of a model under the organisation's new name.
 * @param {string} repository
 */
const wizard = (repository) => (/** @type {Card} */ card) => ({
  ...card,
  weights: { ...card.weights, repositories: [repository], sources: [...card.weights.sources, copy(repository)] },
});

/**
 * Adds notes.
 * @param {readonly string[]} notes
 */
const noted =
  (...notes) =>
  (/** @type {Card} */ card) => ({ ...card, notes: [...card.notes, ...notes] });

/**
 * Changes the licence.
 * @param {object} changes
 */
const licensed = (changes) => (/** @type {Card} */ card) => ({ ...card, licence: { ...card.licence, ...changes } });

const OPENAI_END = (/** @type {string} */ name) =>
  `OpenAI's list of deprecations names 2026-10-23 as the end of ${name} (pypi:litellm 1.110.2, which cites developers.openai.com/api/docs/deprecations)`;

/**
 * A model that OpenAI serves. Prices as read on 2026-11-26.
 * @param {string} name
 * @param {number} input
 * @param {number} output
 */
const openai = (name, input, output) => (/** @type {Card} */ card) => ({
  ...card,
  remote: { value: `openai:${name}`, sources: ['gh:openai/openai-python src/openai/types/shared/chat_model.py'] },
  price: {
    input,
    output,
    currency: 'USD',
    date: '2026-11-26',
    source: 'pypi:litellm 1.110.2 litellm/model_prices_and_context_window_backup.json (second-hand)',
  },
  notes: [...card.notes, OPENAI_END(name)],
});

const ALPAGASUS = noted(
  'an unofficial implementation (gh:gpt4life/alpagasus) publishes weights under the name gpt4life; their repositories were not found',
);

const GUANACO = licensed({
  name: 'adapter weights Apache-2.0, to be used with LLaMA weights under the LLaMA licence',
  sources: [copy('timdettmers/guanaco-65b'), 'gh:artidoro/qlora README.md'],
});

/** @param {string} repository */
const beluga = (repository) =>
  licensed({
    name: 'Stable Beluga Non-Commercial Community License Agreement',
    condition: 'non-commercial',
    sources: [copy(repository)],
  });

/** @param {string} repository */
const gguf = (repository) => (/** @type {Card} */ card) => ({
  ...card,
  weights: { ...card.weights, repositories: [...card.weights.repositories, repository] },
});

/**
 * What the table has otherwise, and where it was read.
 * @type {Readonly<Record<string, readonly ((card: Card) => Card)[]>>}
 */
const CORRECTIONS = {
  'alpaca-13b': [
    (card) => ({ ...card, weights: { ...card.weights, status: 'unreleased' } }), // Only the 7B difference was published.
  ],
  'alpaca-lora-7b': [noted(`the card's tag is MIT (${copy('tloen/alpaca-lora-7b')})`)],
  'alpagasus-7b': [(card) => ({ ...card, weights: { ...card.weights, repositories: [] } }), ALPAGASUS],
  'alpagasus-13b': [(card) => ({ ...card, weights: { ...card.weights, repositories: [] } }), ALPAGASUS],
  'baichuan-7b': [
    licensed({
      url: 'https://huggingface.co/baichuan-inc/Baichuan-7B/blob/main/baichuan-7B%20%E6%A8%A1%E5%9E%8B%E8%AE%B8%E5%8F%AF%E5%8D%8F%E8%AE%AE.pdf',
      condition: 'the card says that commercial use is allowed; the licence itself was not read',
      sources: [copy('baichuan-inc/Baichuan-7B'), 'gh:baichuan-inc/Baichuan-7B README_EN.md'],
    }),
  ],
  'belle-7b-2m': [
    licensed({ id: 'LicenseRef-BELLE-research-only' }),
    noted(`the card's tag is Apache-2.0 (${copy('BelleGroup/BELLE-7B-2M')}); the project allows research alone`),
  ],
  'claude-2': [noted('retired on 2025-07-21 (https://docs.anthropic.com/en/docs/about-claude/model-deprecations)')],
  'gorilla-falcon-7b-hf-v0': [gguf('gorilla-llm/gorilla-falcon-7b-hf-v0-gguf')],
  'gorilla-mpt-7b-hf-v0': [gguf('gorilla-llm/gorilla-mpt-7b-hf-v0-gguf')],
  'gpt-3.5-turbo': [openai('gpt-3.5-turbo', 0.5, 1.5)],
  'gpt-4': [openai('gpt-4', 30, 60)],
  'grok-1': [
    (card) => ({ ...card, released: { value: '2024-03', sources: ['gh:xai-org/grok-1 (first commit 2024-03-13)'] } }),
  ],
  'guanaco-7b': [GUANACO],
  'guanaco-13b': [GUANACO],
  'guanaco-33b': [GUANACO],
  'guanaco-65b': [GUANACO],
  'guanaco-josephus-7b': [
    noted(
      `the card (${copy('JosephusCheung/Guanaco')}) shows how a later turn is written (### Instruction: history, ### Input: question, ### Response:), not a first one; so no template is given`,
    ),
  ],
  'mpt-30b-instruct': [
    licensed({
      id: 'Apache-2.0',
      name: 'Apache License 2.0 now; CC BY-SA 3.0 at release',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
      condition: 'share-alike under the release licence',
      sources: [copy('mosaicml/mpt-30b-instruct')],
    }),
  ],
  'redpajama-incite-instruct-3b-v1': [
    noted('continues few-shot examples (Q: … A: …); the card gives no template of a conversation'),
  ],
  'redpajama-incite-7b-instruct': [
    noted('continues few-shot examples (Q: … A: …); the card gives no template of a conversation'),
  ],
  'stable-beluga-13b': [beluga('stabilityai/StableBeluga-13B')],
  'stable-beluga-7b': [beluga('stabilityai/StableBeluga-7B')],
  't5-small': [noted('each task has a prefix of its own; there is no template of a conversation')],
  't5-base': [noted('each task has a prefix of its own; there is no template of a conversation')],
  't5-large': [noted('each task has a prefix of its own; there is no template of a conversation')],
  't5-3b': [noted('each task has a prefix of its own; there is no template of a conversation')],
  't5-11b': [noted('each task has a prefix of its own; there is no template of a conversation')],
  'ul2-20b': [noted('a mode token ([S2S], [NLU], [NLG]) chooses the task; there is no template of a conversation')],
  'vl-llama-7b': [noted('the visual part alone is published, and fetched by the code of gh:VPGTrans/VPGTrans')],
  'vl-vicuna-7b': [noted('the visual part alone is published, and fetched by the code of gh:VPGTrans/VPGTrans')],
  'wizardcoder-15b-v1.0': [wizard('WizardLMTeam/WizardCoder-15B-V1.0')],
  'wizardcoder-python-34b-v1.0': [wizard('WizardLMTeam/WizardCoder-Python-34B-V1.0')],
  'wizardlm-7b-v1.0': [noted(WIZARD_DELTA, WIZARD_RENAMED)],
  'wizardlm-13b-v1.0': [wizard('WizardLMTeam/WizardLM-13B-V1.0'), noted(WIZARD_DELTA)],
  'wizardlm-30b-v1.0': [noted(WIZARD_DELTA, WIZARD_RENAMED)],
  'wizardlm-13b-v1.2': [wizard('WizardLMTeam/WizardLM-13B-V1.2')],
  'wizardlm-70b-v1.0': [wizard('WizardLMTeam/WizardLM-70B-V1.0')],
  'wizardmath-7b-v1.0': [noted(WIZARD_RENAMED)],
  'wizardmath-13b-v1.0': [noted(WIZARD_RENAMED)],
  'wizardmath-70b-v1.0': [wizard('WizardLMTeam/WizardMath-70B-V1.0')],
};

/**
 * A card with what the table has wrong put right.
 * @param {Card} card
 * @returns {Card}
 */
export function correct(card) {
  return (CORRECTIONS[card.id] ?? []).reduce((current, change) => change(current), card);
}
