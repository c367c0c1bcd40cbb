import { listModels, readTemplate, toChatTemplate, type TemplateFile } from '@understudy/catalog';
import { createChatRenderer, type ChatMessage } from '@understudy/tasks';

/** Families of the catalog whose models have the architecture of a fixture. */
export const ARCHITECTURE_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'baichuan-7b': ['baichuan', 'baichuan2'],
  'baichuan-13b': ['baichuan', 'baichuan2'],
  bloom: ['bloom', 'belle'],
  chatglm1: ['chatglm'],
  codegen: ['moss'],
  'falcon-7b': ['falcon', 'gorilla'],
  'falcon-40b': ['falcon'],
  'flan-t5': ['flan-t5', 't0'],
  galactica: ['galactica'],
  gemma3: ['gemma-3'],
  gptneox: ['dolly-v2', 'pythia', 'redpajama-incite', 'stablelm-alpha'],
  grok: ['grok'],
  llama: [
    'agentlm',
    'alpaca',
    'alpagasus',
    'godzilla2',
    'gorilla',
    'guanaco',
    'guanaco-josephus',
    'lemur',
    'lima',
    'llama',
    'llama-2',
    'llama-2-long',
    'mentallama',
    'minigpt-4',
    'orca',
    'shepherd',
    'smollm2',
    'stable-beluga',
    'struc-bench',
    'toolllama',
    'vicuna',
    'vpgtrans',
    'wizardcoder',
    'wizardlm',
    'wizardmath',
    'xgen',
    'yi',
  ],
  mistral: ['mistral', 'zephyr'],
  mixtral: ['mixtral'],
  mpt: ['mpt', 'gorilla'],
  opt: ['opt'],
  phi2: ['phi'],
  starcoder: ['wizardcoder'],
  t5: ['t5', 'ul2'],
};

/** Families with models of several architectures; there the card's architecture is what the fixture's name begins with. */
const MIXED: readonly string[] = ['gorilla', 'wizardcoder'];

/** The chat templates of an architecture's models. */
export interface ArchitectureTemplates {
  /** Those that write a conversation of three turns, or one question where they are made for one, by name. */
  readonly rendered: readonly string[];
  /** Others, with what happened. */
  readonly failed: readonly string[];
}

const CONVERSATION: readonly ChatMessage[] = [
  { role: 'user', content: 'What is the capital of France?' },
  { role: 'assistant', content: 'Paris.' },
  { role: 'user', content: 'And of Italy?' },
];

/** Renders the templates that the cards of an architecture's families name. */
export async function architectureTemplates(fixture: string): Promise<ArchitectureTemplates> {
  const families = ARCHITECTURE_FAMILIES[fixture];
  if (families === undefined) return { rendered: [], failed: [] };
  const listings = await listModels({}, { families });
  const cards = listings.flatMap(({ card }) => card ?? []);
  const fitting = cards.filter(
    ({ family, llamaCpp }) => !MIXED.includes(family) || fixture.startsWith(llamaCpp?.architecture ?? ''),
  );
  const names = new Set(fitting.flatMap(({ template }) => template?.value ?? []));
  const rendered: string[] = [];
  const failed: string[] = [];
  for (const name of [...names].sort()) {
    const template = await readTemplate(name);
    const problem = template === undefined ? 'it is not there' : renderingProblem(template);
    if (problem === undefined) rendered.push(name);
    else failed.push(`${name}: ${problem}`);
  }
  return { rendered, failed };
}

function renderingProblem(template: TemplateFile): string | undefined {
  const { bos, eos } = template.tokens;
  const specialTokens = { bos_token: bos ?? undefined, eos_token: eos ?? undefined };
  const messages = template.turns === 'one' ? CONVERSATION.slice(0, 1) : CONVERSATION;
  try {
    const text = createChatRenderer({ template: toChatTemplate(template), specialTokens }).render(messages, {
      ending: 'answer',
    });
    return messages.every(({ content }) => text.includes(content)) ? undefined : 'a message is missing';
  } catch (error) {
    return String(error);
  }
}
