/**
 * Systems by the words under which the catalog names them as teachers; GPT-3.5-turbo is what ChatGPT ran when the models of the surveys
 * learnt from it.
 */
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['ChatGPT (GPT-3.5)', /ChatGPT|GPT-3\.5/i],
  ['GPT-4', /GPT-4/i],
  ['text-davinci-003', /text-davinci-003/i],
  ['Llama 2 Chat', /Llama 2 Chat/i],
];

/** The systems that a teacher's description names; the description itself where it names none of them. */
export function teachersNamed(description: string): readonly string[] {
  const named = SYSTEMS.filter(([, pattern]) => pattern.test(description)).map(([name]) => name);
  return named.length === 0 ? [description] : named;
}
