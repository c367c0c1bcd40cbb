import { MAKER_NAMES, MODEL_NAMES } from './known-names.js';

/** A place in a text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** What stands in an answer in place of a name. */
export const MASK = '▇▇▇';

/** A few words in English that do not begin another statement. */
const WORDS = "(?:(?!I\\b|my\\b|we\\b|you\\b)[\\w'’-]+ ){0,7}?";

/** What a model says that it is. */
const KIND = '(?:AI|A\\.I\\.|artificial intelligence|language model|LLM|chatbot|assistant|model)';

const KIND_ZH = '(?:人工智能|AI|智能|大型|超大|大|规模|预训练|语言|模型|助手|聊天|对话|机器人|系统|程序|[，,、\\s])*';
const A_ZH = '(?:一个|一款|一种|一位|一名)?';
const MADE_ZH = '(?:开发|训练|研发|创造|推出|打造|设计|构建|创建|发布|研制|提供)';

/** "I am Claude." "I'm actually called ChatGPT." "My name is Bard." */
const NAME_FRAME =
  "\\b(?:I am|I['’]m|my name is|call me|you are (?:talking|chatting|speaking) (?:to|with))(?: (?:actually|just|really|indeed|called|named|known as|the (?:AI |language |large language |virtual )*(?:model|assistant|chatbot)))*,? [\"“'*_]*NAME";

/** What follows a person's first name: "I am Claude Dupont". */
const SURNAME = /^ \p{Lu}\p{Ll}+/u;

/**
 * Sentences in which a model speaks of itself; `NAME` stands for a model's name, `MAKER` for a maker's, `ANY` for either. What is said of
 * others is none ("Claude Monet", "models such as ChatGPT", "I cannot access Google"): a frame has the first person, and its words join
 * that to the name.
 */
const FRAMES: readonly string[] = [
  '\\bthis is ["“\'*_]*NAME(?:,| speaking| here)',
  // "I am an AI model by OpenAI." "As a language model, trained by Google, …"
  `\\b(?:I am|I['’]m|as) (?:an? |the )${WORDS}${KIND},? ${WORDS}(?:by|from|at|called|named|known as|based on) ${WORDS}["“'*_]*ANY`,
  // "I was created by a team at Anthropic." "I am powered by GPT-4." "I run on GPT-4."
  `\\b(?:I was|I am|I['’]m|I have been|I['’]ve been) (?:\\w+ ){0,3}?(?:created|developed|trained|built|made|designed|fine-?tuned|powered|programmed|released) (?:\\w+ ){0,2}?(?:by|at) ${WORDS}ANY`,
  `\\bI (?:run|am running|am based|am built|was built) (?:up)?on ${WORDS}NAME`,
  `\\bmy (?:creators?|developers?|makers?|parent company|development team)(?:,| at| from| is| are| was| were)? ${WORDS}ANY`,
  // "As ChatGPT, I cannot …" "As OpenAI's language model …"
  '(?<!such )\\bas NAME, I\\b',
  "\\b(?:as|I am|I['’]m) MAKER['’]s (?:[\\w-]+ ){0,4}?(?:model|assistant|AI|chatbot|LLM)\\b",
  // 我是文心一言 / 我叫通义千问 / 我的名字是… / 我是 OpenAI 开发的…
  `(?:我是|我叫|我的名字(?:是|叫)|你可以叫我|您可以叫我|可以称呼我为)${A_ZH}(?:名为|叫做|叫)?${KIND_ZH}(?:名为|叫做|叫)?[“"「《*\\s]*NAME`,
  `我(?:也|只|就)?是${A_ZH}${KIND_ZH}ANY[^。！？\\n]{0,16}?(?:${MADE_ZH}|模型|助手|机器人)`,
  // 我是一个由百度研发的… / 作为由 OpenAI 训练的语言模型 / 我由…开发
  `(?:我(?:也|只|就|其实|本身)?(?:是|被)?|作为)${A_ZH}${KIND_ZH}(?:由|来自|基于|出自)[^。！？\\n]{0,12}?ANY[^。！？\\n]{0,16}?(?:${MADE_ZH}|模型|助手|机器人)`,
  `我的(?:开发者|创造者|开发团队|研发团队|开发公司|母公司)[^。！？\\n]{0,4}?(?:是|为|来自)[^。！？\\n]{0,8}?ANY`,
  '作为[“"「《\\s]*NAME[^。！？\\n]{0,6}我',
];

const CACHE = new Map<
  string,
  { readonly nameFrame: RegExp; readonly frames: readonly RegExp[]; readonly any: RegExp }
>();

/**
 * Finds where an answer gives away who wrote it: names of models and makers in sentences in which it speaks of itself, in English or
 * Chinese. "As an AI language model" alone gives nothing away.
 *
 * @param ownNames the answering model's own names (and maker), which count beside the known ones
 * @returns the names, not the whole sentences, in order
 */
export function findIdentityLeaks(text: string, ownNames: readonly string[] = []): readonly TextSpan[] {
  const { nameFrame, frames, any } = patterns(ownNames);
  // Most answers name nobody.
  if (text.search(any) < 0) return [];
  return sentences(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const began = frames.map((frame) => sentence.search(frame)).filter((at) => at >= 0);
    const named = nameFrame.exec(sentence);
    if (named !== null && !SURNAME.test(sentence.slice(named.index + named[0].length))) began.push(named.index);
    if (began.length === 0) return [];
    const from = Math.min(...began);
    return [...sentence.matchAll(any)]
      .filter(({ index }) => index >= from)
      .map(({ index, 0: name }) => ({ start: start + index, end: start + index + name.length }));
  });
}

/** Whether any turn of an answer names its own model or maker. */
export function leaksIdentity(turns: readonly string[], ownNames: readonly string[] = []): boolean {
  return turns.some((turn) => findIdentityLeaks(turn, ownNames).length > 0);
}

/** An answer to be shown: names that give its author away are masked, there and wherever else the answer has the same names. */
export function maskIdentity(text: string, ownNames: readonly string[] = []): string {
  const leaks = findIdentityLeaks(text, ownNames);
  if (leaks.length === 0) return text;
  const names = [...new Set(leaks.map(({ start, end }) => text.slice(start, end)))];
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return text.replace(new RegExp(longestFirst.map(escapePattern).join('|'), 'gu'), MASK);
}

/** Sentences by their ends; a dot inside of a word or number ("GPT-3.5", "01.AI") ends none. */
function sentences(text: string): readonly TextSpan[] {
  const found: TextSpan[] = [];
  for (const { index, 0: sentence } of text.matchAll(/(?:[^.!?。！？\n]|\.(?=\S))+[.!?。！？\n]*/gu)) {
    found.push({ start: index, end: index + sentence.length });
  }
  return found;
}

function patterns(ownNames: readonly string[]) {
  const key = JSON.stringify(ownNames);
  const known = CACHE.get(key);
  if (known !== undefined) return known;
  const own = ownNames.filter((name) => name.trim().length > 1).map((name) => escapePattern(name.trim()));
  const model = wordPattern([...own, ...MODEL_NAMES]);
  const maker = wordPattern(MAKER_NAMES);
  const any = wordPattern([...own, ...MAKER_NAMES, ...MODEL_NAMES]);
  const compile = (frame: string): RegExp =>
    new RegExp(frame.replaceAll('NAME', model).replaceAll('MAKER', maker).replaceAll('ANY', any), 'iu');
  const made = {
    nameFrame: compile(NAME_FRAME),
    frames: FRAMES.map(compile),
    any: new RegExp(any, 'giu'),
  };
  // Few studies are open at a time; the names of one are asked for again and again.
  if (CACHE.size > 1000) CACHE.clear();
  CACHE.set(key, made);
  return made;
}

/** One of the names, as a word of its own where it begins or ends in a Latin letter. */
function wordPattern(names: readonly string[]): string {
  return `(?<![A-Za-z0-9])(?:${names.join('|')})(?![A-Za-z0-9])`;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
