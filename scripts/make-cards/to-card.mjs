// @ts-check
import { LICENCE_URLS } from './licence-urls.mjs';
import { readable } from './readable-sources.mjs';
import { templateOf } from './templates.mjs';
import { trainingBlocks } from './training-blocks.mjs';

/**
 * The fields of a record that make a card.
 * @typedef {{
 *   id: string, name: string, family: string, developer: string, release: string, kind: string, weights_status: string,
 *   licence: { spdx_or_name: string | null, full_name: string, commercial_use: string, condition: string | null, sources: string[] },
 *   base_model: string | null,
 *   size: {
 *     params_billion: number | null, params_exact: number | null, params_exact_basis: string | null,
 *     active_params_billion: number | null, sources: string[],
 *   } | null,
 *   languages: string[], hf_repos: string[],
 *   llama_cpp: { arch: string | null, converter: boolean | null, note: string | null, sources: string[] } | null,
 *   prompt: { style: string, sources: string[] } | null,
 *   notes: string[], sources: string[],
 * } & import('./training-blocks.mjs').TrainingRecord} ModelRecord
 */

/** @typedef {Record<string, any> & { id: string, family: string, weights: any, licence: any, notes: string[] }} Card */

/**
 * A record as a card. Notes on what other articles say of a model are left to those who weigh claims.
 * @param {ModelRecord} record
 * @returns {Card}
 */
export function toCard(record) {
  const sources = readable(record.sources);
  return {
    version: 2,
    id: record.id,
    name: record.name,
    family: record.family,
    kind: record.kind,
    developer: { value: record.developer, sources },
    released: { value: record.release, sources },
    baseModel: baseModel(record, sources),
    licence: licence(record),
    languages: { value: record.languages, sources },
    parameters: parameters(record, sources),
    weights: { status: record.weights_status, repositories: record.hf_repos, sources, file: null },
    ...trainingBlocks(record),
    llamaCpp: llamaCpp(record),
    slidingWindow: slidingWindow(record),
    template: templateOf(record),
    remote: null,
    price: null,
    notes: record.notes.filter((note) => !/\b(article|survey)\b/.test(note)),
  };
}

/**
 * A base model without a parent has none; of others it is not known.
 * @param {ModelRecord} record
 * @param {string[]} sources
 */
function baseModel({ base_model: value, kind }, sources) {
  return value === null && kind !== 'base' ? null : { value, sources };
}

/** @param {ModelRecord} record */
function licence({ licence: { spdx_or_name: id, full_name: name, commercial_use, condition, sources } }) {
  const url = (id === null ? undefined : LICENCE_URLS[id]) ?? null;
  return { id, name, url, commercialUse: commercial_use, condition, sources: readable(sources) };
}

/**
 * @param {ModelRecord} record
 * @param {string[]} fallback
 */
function parameters({ size }, fallback) {
  if (size === null || size.params_billion === null) return null;
  const { params_billion: billions, params_exact: exact, params_exact_basis: basis } = size;
  const seen = readable(size.sources);
  const sources = seen[0] === 'unverified' && seen.length === 1 ? fallback : seen;
  if (exact === null) return { value: Math.round(billions * 1e9), basis: 'nominal', sources };
  return { value: exact, basis: basis === 'reported' ? 'reported' : 'computed', sources };
}

/** @param {ModelRecord} record */
function llamaCpp({ llama_cpp: facts }) {
  if (facts === null) return null;
  const { arch: architecture, converter, note, sources } = facts;
  return { architecture, converter, note, sources: readable(sources) };
}

/** @param {ModelRecord} record */
function slidingWindow({ architecture }) {
  const window = architecture?.sliding_window ?? null;
  return window === null || architecture === null ? null : { value: window, sources: readable(architecture.sources) };
}
