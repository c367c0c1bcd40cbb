/** Edges of a directed graph whose nodes are numbered from 0: entry i goes from `from[i]` to `to[i]`. */
export interface Edges {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The strongly connected components of a graph. */
export interface Components {
  readonly count: number;
  /** Component of each node, numbered from 0. */
  readonly of: Int32Array;
}

/**
 * Strongly connected components: nodes that reach each other along the edges (S. R. Kosaraju; M. Sharir, A strong-connectivity algorithm,
 * Computers & Mathematics with Applications 7, 1981). Components are numbered so that every edge between two goes from the lower number to
 * the higher.
 */
export function stronglyConnectedComponents({ nodes, from, to }: Edges): Components {
  const finished = finishingOrder(nodes, adjacency(nodes, from, to));
  const backwards = adjacency(nodes, to, from);
  const of = new Int32Array(nodes).fill(-1);
  let count = 0;
  for (let place = nodes - 1; place >= 0; place -= 1) {
    const root = finished[place]!;
    if (of[root] !== -1) continue;
    const open = [root];
    of[root] = count;
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (let edge = backwards.start[node]!; edge < backwards.start[node + 1]!; edge += 1) {
        const next = backwards.neighbour[edge]!;
        if (of[next] !== -1) continue;
        of[next] = count;
        open.push(next);
      }
    }
    count += 1;
  }
  return { count, of };
}

/** Neighbours of all nodes, one after the other: those of node n from `start[n]` to `start[n + 1]`. */
interface Adjacency {
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
}

function adjacency(nodes: number, from: Int32Array, to: Int32Array): Adjacency {
  const start = new Int32Array(nodes + 1);
  for (const node of from) start[node + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) start[node + 1]! += start[node]!;
  const next = start.slice();
  const neighbour = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge += 1) neighbour[next[from[edge]!]!++] = to[edge]!;
  return { start, neighbour };
}

/** Nodes in the order in which a depth-first search leaves them; without recursion, so that a long chain does no harm. */
function finishingOrder(nodes: number, { start, neighbour }: Adjacency): Int32Array {
  const order = new Int32Array(nodes);
  const seen = new Uint8Array(nodes);
  const next = start.slice();
  let finished = 0;
  for (let root = 0; root < nodes; root += 1) {
    if (seen[root] === 1) continue;
    const path = [root];
    seen[root] = 1;
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      const last = start[node + 1]!;
      if (next[node] === last) {
        order[finished++] = node;
        path.pop();
        continue;
      }
      const child = neighbour[next[node]!++]!;
      if (seen[child] === 1) continue;
      seen[child] = 1;
      path.push(child);
    }
  }
  return order;
}
