import type { Nodes, Root } from 'mdast';

/** A formula between three dollars is displayed on a line of its own, though it stands within a paragraph. */
export function displayMath() {
  return (tree: Root, file: { readonly toString: () => string }): void => displayIn(tree, file.toString());
}

function displayIn(node: Nodes, text: string): void {
  if (node.type === 'inlineMath' && text.startsWith('$$$', node.position?.start.offset)) {
    node.data = { ...node.data, hProperties: { className: ['language-math', 'math-display'] } };
  }
  if ('children' in node) for (const child of node.children) displayIn(child, text);
}
