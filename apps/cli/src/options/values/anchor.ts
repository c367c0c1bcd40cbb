import { z } from 'zod';

/** What stands behind the last `=` is the rating: a model's name may have others. */
const ANCHOR = /^(?<model>.+)=(?<rating>[+-]?(?:\d+\.?\d*|\.\d+))$/s;

/** A model and the rating that it is given: `MODEL=R`. */
export const anchor = z.string().transform((text, context) => {
  const { model, rating } = ANCHOR.exec(text)?.groups ?? {};
  if (model === undefined) context.addIssue({ code: 'custom', input: text, message: text });
  return { model: model ?? '', rating: Number(rating) };
});
