import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';

/**
 * Raw HTML becomes the text it is, so that a voter sees what the model wrote; `<br>`, which models use in tables, a line break. An image
 * becomes its description in brackets: nothing is loaded from elsewhere, and both answers lose theirs alike.
 */
export function outsideAsText() {
  return (tree: Root): void => replaceIn(tree);
}

function asText(node: RootContent): PhrasingContent | undefined {
  if (node.type === 'image' || node.type === 'imageReference') return { type: 'text', value: `[${node.alt ?? ''}]` };
  if (node.type !== 'html') return undefined;
  return /^<br\s*\/?>$/i.test(node.value) ? { type: 'break' } : { type: 'text', value: node.value };
}

/** Nodes that hold lines of text; in all others a text needs a paragraph of its own. */
const PHRASING = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);

function replaceIn(node: Nodes): void {
  if (!('children' in node)) return;
  // The tree's types say which children each node may have; a text in a phrasing node and a paragraph in a flow node always may.
  const children = node.children as RootContent[];
  for (const [index, child] of children.entries()) {
    const text = asText(child);
    if (text === undefined) replaceIn(child);
    else children[index] = PHRASING.has(node.type) ? text : { type: 'paragraph', children: [text] };
  }
}
