import { ELEMENT_TYPES } from '../graph/element-type.js';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** Numbers of half precision in float32, which holds each of them exactly. Of weights it is done once, when the graph is opened. */
export function widened(g: GraphBuilder, value: Value): Value {
  return g.node('Cast', [value], { attributes: { to: ELEMENT_TYPES.float32 } });
}
