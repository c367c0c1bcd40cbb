// @ts-check
import { Document, isMap, isSeq, visit } from 'yaml';

/** Words that older readers of YAML take for truth values. */
const TRUTH_LIKE = new Set(['yes', 'no', 'on', 'off']);

/** Longest list that stands on one line. */
const SHORT = 60;

/**
 * A card, or another file of the catalog, as YAML: short lists of words on one line, all else one value a line.
 * @param {Record<string, unknown> | readonly unknown[]} value
 */
export function toYaml(value) {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Seq(_key, node) {
      const isFlat = node.items.every((item) => !isMap(item) && !isSeq(item));
      node.flow = isFlat && JSON.stringify(node).length <= SHORT;
    },
    Scalar(key, node) {
      if (key !== 'key' && TRUTH_LIKE.has(String(node.value))) node.type = 'QUOTE_SINGLE';
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}
