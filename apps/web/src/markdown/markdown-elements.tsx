import type { Components } from 'react-markdown';

/** Tables and code scroll sideways by themselves, by keyboard too; headings start below those of the page; links tell nobody where from. */
export const MARKDOWN_ELEMENTS: Components = {
  a: ({ node: _node, children, href, ...props }) =>
    href === undefined || href === '' ? (
      <span>{children}</span>
    ) : (
      <a {...props} href={href} rel="noopener noreferrer nofollow ugc" target="_blank">
        {children}
      </a>
    ),
  h1: ({ node: _node, ...props }) => <h4 data-level="1" {...props} />,
  h2: ({ node: _node, ...props }) => <h5 data-level="2" {...props} />,
  h3: ({ node: _node, ...props }) => <h6 data-level="3" {...props} />,
  h4: ({ node: _node, ...props }) => <h6 data-level="4" {...props} />,
  h5: ({ node: _node, ...props }) => <h6 data-level="4" {...props} />,
  h6: ({ node: _node, ...props }) => <h6 data-level="4" {...props} />,
  pre: ({ node: _node, ...props }) => <pre tabIndex={0} dir="ltr" {...props} />,
  table: ({ node: _node, ...props }) => (
    // Focusable, so that a wide table can be scrolled by the arrow keys.
    <div className="markdown-table" tabIndex={0}>
      <table {...props} />
    </div>
  ),
};
