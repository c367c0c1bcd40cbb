import { defaultSchema, type Options } from 'rehype-sanitize';

const KEPT_TAGS = (defaultSchema.tagNames ?? []).filter(
  (tag) => !['img', 'picture', 'source', 'details', 'summary', 'section'].includes(tag),
);

/**
 * What may stand in a model's answer. Raw HTML never gets this far (it is shown as the text it is); this is the second wall. No images: a
 * picture from elsewhere would tell its host who reads what, and when. No ids: two answers share one page. Links go to http and https.
 */
export const MARKDOWN_SCHEMA: Options = {
  ...defaultSchema,
  tagNames: KEPT_TAGS,
  attributes: {
    a: ['href', 'title'],
    // The classes by which mathematics and the language of code are found afterwards.
    code: [['className', /^language-[\w+#.-]{1,40}$/, 'math-inline', 'math-display']],
    input: [
      ['disabled', true],
      ['type', 'checkbox'],
    ],
    li: [['className', 'task-list-item']],
    ol: ['start', ['className', 'contains-task-list']],
    ul: [['className', 'contains-task-list']],
    td: ['align'],
    th: ['align', 'scope'],
  },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style'],
};
