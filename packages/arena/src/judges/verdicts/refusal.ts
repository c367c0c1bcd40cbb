/**
 * How models decline, at the beginning of a reply. Looked for only in replies without a verdict: a judge that declines and judges
 * nevertheless has judged.
 */
const REFUSALS = [
  /^(?:i['’]?m|i am) (?:really |very |so )?sorry\b/iu,
  /^sorry\b/iu,
  /^(?:unfortunately,? )?i (?:can(?:no|['’])t|am (?:not able|unable)|won['’]t|will not|must decline|decline)\b/iu,
  /^i['’]m (?:not able|unable)\b/iu,
  /^as an ai\b/iu,
  /^(?:很?抱歉|对不起|不好意思|我(?:无法|不能)|作为(?:一个|一名)?(?:ai|人工智能))/iu,
];

/** True for a reply that declines to judge. */
export function isRefusal(text: string): boolean {
  const start = text.trim();
  return REFUSALS.some((pattern) => pattern.test(start));
}
