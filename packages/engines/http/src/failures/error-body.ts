import { z } from 'zod';

/** What a server says went wrong, as far as it says so. */
export interface ServerComplaint {
  readonly message: string;
  /** `insufficient_quota`, `rate_limit_error`, …: the body's `code`s and `type`s, in one line. */
  readonly codes: string;
  /** The parameter that is at fault, where the server names one. */
  readonly parameter: string | undefined;
}

const text = z.string().optional().catch(undefined);
const complaint = z.object({
  message: text,
  detail: z.unknown().optional(),
  type: text,
  error_type: text,
  code: z.union([z.string(), z.number()]).nullish().catch(undefined),
  param: z.string().nullish().catch(undefined),
});
/** OpenAI, llama-server, Anthropic: an object under `error`; TGI and Ollama: a text there; FastAPI: `detail`; vLLM before 0.10: at the top. */
const body = z.union([
  z.object({ error: complaint }).transform(({ error }) => error),
  z.object({ error: z.string() }),
  complaint,
]);

/** Characters of a body that is nothing known, to be shown. */
const EXCERPT = 300;

/** Reads the body of a refusal, whichever server it comes from. */
export function readComplaint(raw: string): ServerComplaint {
  const parsed = body.safeParse(parseJson(raw));
  if (!parsed.success) return { message: excerpt(raw), codes: '', parameter: undefined };
  if ('error' in parsed.data) return { message: parsed.data.error, codes: '', parameter: undefined };
  const { message, detail, type, error_type: errorType, code, param } = parsed.data;
  const said = message ?? (typeof detail === 'string' ? detail : undefined) ?? excerpt(raw);
  const codes = [type, errorType, code].filter((part) => part !== undefined && part !== null).join(' ');
  return { message: said, codes, parameter: param ?? undefined };
}

/** The beginning of a text, on one line. */
export function excerpt(raw: string): string {
  const line = raw.replace(/\s+/gu, ' ').trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return undefined;
  }
}
