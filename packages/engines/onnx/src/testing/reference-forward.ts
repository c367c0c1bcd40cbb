import type { WritableGguf } from '@understudy/gguf/testing';
import type { TinyShape } from './tiny-model.js';

type Vector = readonly number[];

/**
 * Log-probabilities of each next token, [tokens, vocabulary], in plain loops and double precision, one sequence at a time: an
 * independent path to the same numbers. Written from the papers and from llama.cpp's conventions for these files, not from the
 * graphs.
 */
export function referenceForward(shape: TinyShape, file: WritableGguf, tokens: readonly number[]): Vector[] {
  const isGemma = shape.architecture === 'gemma3';
  const tensor = (name: string): Float32Array => file.tensors.find((t) => t.name === `${name}.weight`)!.values;
  const embedding = tensor('token_embd');
  const e = shape.embeddingLength;
  let stream = tokens.map((token) =>
    Array.from(embedding.subarray(token * e, (token + 1) * e), (x) => x * (isGemma ? Math.sqrt(e) : 1)),
  );
  for (let layer = 0; layer < shape.layers; layer++) {
    const w = (part: string) => tensor(`blk.${layer}.${part}`);
    const normed = stream.map((x) => rmsNorm(x, w('attn_norm'), shape.epsilon));
    const isLocal = isGemma && layer % 6 !== 5;
    const base = isLocal ? 10_000 : shape.ropeBase;
    const heads = (matrix: string, norm: string | undefined, rotated: boolean) =>
      normed.map((x, position) =>
        chunks(product(w(matrix), x), shape.headLength).map((head) => {
          const own = norm === undefined || !isGemma ? head : rmsNorm(head, w(norm), shape.epsilon);
          return rotated ? rotate(own, position, base, isGemma) : own;
        }),
      );
    const q = heads('attn_q', 'attn_q_norm', true);
    const k = heads('attn_k', 'attn_k_norm', true);
    const v = heads('attn_v', undefined, false);
    const group = shape.heads / shape.kvHeads;
    const attended = tokens.map((_, i) => {
      const first = isLocal ? Math.max(0, i - (shape.window ?? 0) + 1) : 0;
      const output = q[i]!.flatMap((query, head) => {
        const kv = Math.floor(head / group);
        const scores = range(first, i + 1).map((j) => dot(query, k[j]![kv]!) / Math.sqrt(shape.headLength));
        const weights = softmax(scores);
        return query.map((_x, d) => weights.reduce((sum, p, j) => sum + p * v[first + j]![kv]![d]!, 0));
      });
      return product(w('attn_output'), output);
    });
    stream = stream.map((x, i) => {
      const branch = isGemma ? rmsNorm(attended[i]!, w('post_attention_norm'), shape.epsilon) : attended[i]!;
      const sum = x.map((value, d) => value + branch[d]!);
      const y = rmsNorm(sum, w('ffn_norm'), shape.epsilon);
      const up = product(w('ffn_up'), y);
      const gated = product(w('ffn_gate'), y).map((z, d) => (isGemma ? geluTanh(z) : z / (1 + Math.exp(-z))) * up[d]!);
      const down = product(w('ffn_down'), gated);
      const second = isGemma ? rmsNorm(down, w('post_ffw_norm'), shape.epsilon) : down;
      return sum.map((value, d) => value + second[d]!);
    });
  }
  const output = tensor(shape.untied ? 'output' : 'token_embd');
  const cap = shape.softCap;
  return stream.map((x) => {
    const logits = product(output, rmsNorm(x, tensor('output_norm'), shape.epsilon));
    return logSoftmax(cap === undefined ? logits : logits.map((logit) => cap * Math.tanh(logit / cap)));
  });
}

function rmsNorm(x: Vector, weight: Float32Array, epsilon: number): Vector {
  const scale = 1 / Math.sqrt(dot(x, x) / x.length + epsilon);
  return x.map((value, i) => value * scale * weight[i]!);
}

/** Rows of the matrix are outputs. */
function product(matrix: Float32Array, x: Vector): Vector {
  const outputs: number[] = [];
  for (let row = 0; row < matrix.length; row += x.length) {
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      sum += x[i]! * matrix[row + i]!;
    }
    outputs.push(sum);
  }
  return outputs;
}

/** Pairs are halves (i, i + n/2) in Gemma's files, neighbours (2i, 2i + 1) in llama's. */
function rotate(head: Vector, position: number, base: number, halves: boolean): Vector {
  const n = head.length;
  const rotated = [...head];
  for (let i = 0; i < n / 2; i++) {
    const [a, b] = halves ? [i, i + n / 2] : [2 * i, 2 * i + 1];
    const angle = position * base ** ((-2 * i) / n);
    rotated[a] = head[a]! * Math.cos(angle) - head[b]! * Math.sin(angle);
    rotated[b] = head[b]! * Math.cos(angle) + head[a]! * Math.sin(angle);
  }
  return rotated;
}

function geluTanh(z: number): number {
  return 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)));
}

function softmax(scores: Vector): Vector {
  return logSoftmax(scores).map(Math.exp);
}

function logSoftmax(scores: Vector): Vector {
  const largest = Math.max(...scores);
  const logSum = largest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - largest), 0));
  return scores.map((score) => score - logSum);
}

function dot(a: Vector, b: Vector): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

function chunks(x: Vector, length: number): readonly Vector[] {
  return range(0, x.length / length).map((i) => x.slice(i * length, (i + 1) * length));
}
