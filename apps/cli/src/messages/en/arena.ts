/** What the `arena` commands print. */
export const arena = {
  questions: {
    columns: { id: 'set', questions: 'questions', title: 'title', licence: 'licence' },
    none: 'There are no question sets yet.',
    notImported: (names: string) => `Built in, and taken when they are first used: ${names}.`,
    importedSet: (id: string, of: { readonly questions: string; readonly aspects: string; readonly checked: string }) =>
      `${id}: ${of.questions} questions over ${of.aspects} aspects, ${of.checked} with a checked reference`,
    unknown: (id: string) => `There is no question set ${id} in the arena.`,
    unknownHint: "'understudy arena questions import FILE' adds one; 'understudy arena questions ls' lists them.",
  },
  answers: {
    columns: {
      model: 'model',
      answers: 'answers',
      missing: 'missing',
      chars: 'characters',
      tokens: 'tokens',
      leaks: 'name their model',
    },
    none: (set: string) => `There are no answers to ${set} yet.`,
    imported: (answers: string, models: string) => `${answers} answers of ${models} models`,
    leaked: (count: string) =>
      `${count} answers name their own model or maker; votes on them are left out of ratings unless asked for.`,
    progress: (done: string, total: string) => `answered ${done} / ${total}`,
    progressFailed: (count: string) => `, ${count} failed`,
    progressCost: (amount: string) => `, ${amount}`,
    generated: (model: string, of: { readonly done: string; readonly total: string; readonly stored: string }) =>
      `${model}: ${of.done} of ${of.total} answers, ${of.stored} of them stored before`,
    tokens: (count: string) => `${count} tokens generated`,
    cost: (amount: string) => `cost ${amount}`,
    noCost: 'no price known',
    failure: (question: string, of: { readonly turn: string; readonly code: string; readonly message: string }) =>
      `${question}, turn ${of.turn}: ${of.code}: ${of.message}`,
    failures: (count: string) => `${count} answers failed; the same command tries them again.`,
    stopped: 'Stopped. What was answered is stored; the same command goes on from there.',
  },
  study: {
    columns: { id: 'study', state: 'state', models: 'models', votes: 'votes', title: 'title' },
    none: "There are no studies yet. 'understudy arena demo' makes one to try.",
    state: { planned: 'not opened', open: 'open', closed: 'closed', imported: 'imported votes' },
    fields: {
      study: 'study',
      title: 'title',
      state: 'state',
      questions: 'questions',
      models: 'models',
      design: 'design',
      code: 'completion code',
    },
    design: (of: {
      readonly votesPerItem: number;
      readonly overlap: number;
      readonly goldEvery: number;
      readonly seed: number;
    }) =>
      `${of.votesPerItem} votes on ${Math.round(100 * of.overlap)}% of the items, one on the others; ${
        of.goldEvery === 0 ? 'no gold items' : `a gold item after each ${of.goldEvery}`
      }; seed ${of.seed}`,
    balance: {
      items: 'items',
      overlap: 'with several votes',
      known: 'known outcome',
      perPair: 'per pair',
      perQuestion: 'per question',
      perModel: 'per model',
      perModelInQuestion: 'per model and question',
    },
    items: (items: string, votes: string) => `${items}, for ${votes} votes`,
    known: (training: string, gold: string) => `${training} training, ${gold} gold`,
    spread: (range: string, spread: string) => `${range}, within one question at most ${spread} apart`,
    power: {
      precision: (of: { readonly votes: string; readonly halfWidth: string; readonly clustered: string }) =>
        `${of.votes} votes: ratings to about ±${of.halfWidth} Elo points if all votes were independent, about ±${of.clustered} as votes on the same question go together (20% ties, 95%).`,
      nonInferiority: (of: {
        readonly margin: string;
        readonly votes: string;
        readonly perPair: string;
        readonly isReached: boolean;
      }) =>
        `"Can stand in for" with a margin of ${of.margin} needs about ${of.votes} votes on the pair; a pair gets ${of.perPair}: ${
          of.isReached ? 'enough' : 'not enough'
        }.`,
    },
    progress: (votes: string, of: { readonly total: string | undefined; readonly outstanding: string }) =>
      of.total === undefined ? `${votes} votes` : `${votes} of ${of.total} votes, ${of.outstanding} under way`,
    created: (id: string) => `Created. 'understudy arena study open ${id}' fixes the plan and lets people vote.`,
    opened: (id: string) => `${id} is open. 'understudy serve' shows it to annotators.`,
    closed: (id: string) => `${id} is closed.`,
    withoutAnswers: (set: string, models: string) =>
      `A study of ${set} needs answers of at least two models; there are ${models}.`,
    withoutAnswersHint:
      "'understudy arena answers import' brings answers in, 'understudy arena answers generate' has models write them.",
  },
  votes: {
    imported: (study: string, of: { readonly votes: string; readonly models: string }) =>
      `${study}: ${of.votes} votes on ${of.models} models imported`,
    there: (study: string, of: { readonly votes: string; readonly models: string }) =>
      `${study}: the same ${of.votes} votes on ${of.models} models are there already under this title; nothing was changed.`,
    next: (study: string) =>
      `'understudy serve' shows their ratings; 'understudy arena votes export ${study}' writes them as a file.`,
  },
  demo: {
    made: 'The demonstration is ready.',
    there: 'The demonstration is there already; nothing was changed.',
    votes: (study: string, of: { readonly models: string; readonly questions: string; readonly votes: string }) =>
      `${study}: ${of.votes} published votes on answers of ${of.models} models to ${of.questions} prompts`,
    open: (study: string, of: { readonly items: string; readonly training: string }) =>
      `${study}: an open study of ${of.items} items, after ${of.training} to practise with`,
    licence: 'Data: LLMFAO by Dmitry Ustalov, from the Crowdsourced LLM Benchmark of llmonitor.com, CC BY 4.0.',
    next: "Go on with 'understudy serve'.",
  },
};
