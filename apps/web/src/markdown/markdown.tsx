import 'katex/dist/katex.min.css';
import { memo, type ReactNode } from 'react';
import ReactMarkdown, { type Options } from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { displayMath } from './display-math.js';
import { outsideAsText } from './outside-as-text.js';
import { MARKDOWN_ELEMENTS } from './markdown-elements.js';
import { MARKDOWN_SCHEMA } from './markdown-schema.js';
import { normaliseMath } from './math-delimiters.js';
import './markdown.css';

/** A longer text is shown as it was written: the parser takes time that grows faster than the text. */
export const LONGEST_MARKDOWN = 200_000;

/** KaTeX: no commands that load or link anything, no sizes that leave the page, no macros that grow without end. */
const KATEX = { trust: false, strict: 'ignore', maxSize: 20, maxExpand: 200, errorColor: 'currentColor' } as const;

const REMARK: Options['remarkPlugins'] = [
  [remarkGfm, { singleTilde: false }],
  [remarkMath, { singleDollarTextMath: false }],
  displayMath,
  outsideAsText,
];
/** What the model wrote is sanitised first; mathematics and highlighting come after and make only what their own libraries make. */
const REHYPE: Options['rehypePlugins'] = [
  [rehypeSanitize, MARKDOWN_SCHEMA],
  [rehypeKatex, KATEX],
  [rehypeHighlight, { detect: false }],
];

/** A model's text as sanitised markdown, in the direction of its own script. */
export const Markdown = memo(function Markdown(props: { readonly text: string }): ReactNode {
  if (props.text.length > LONGEST_MARKDOWN) {
    return (
      <div className="markdown markdown-plain" dir="auto">
        {props.text}
      </div>
    );
  }
  return (
    <div className="markdown" dir="auto">
      <ReactMarkdown remarkPlugins={REMARK} rehypePlugins={REHYPE} components={MARKDOWN_ELEMENTS}>
        {normaliseMath(props.text)}
      </ReactMarkdown>
    </div>
  );
});
