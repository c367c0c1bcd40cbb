import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.js';

/** The tables that the catalog was begun from; they are not part of the repository. */
const FOLDER = new URL('../../../../../shared/catalog/', import.meta.url);

const catalog = await readCatalog();

// The tables' own shape, as their README describes it.
const table = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

interface ScoreRow {
  readonly model_id: string;
  readonly model_label: string;
  readonly benchmark: string;
  readonly setting: string | null;
  readonly metric: string | null;
  readonly value: number;
  readonly higher_is_better: boolean;
  readonly source: string;
  readonly note: string | null;
}

interface ClaimRow {
  readonly id: string;
  readonly claim: string;
  readonly models: readonly string[];
  readonly benchmarks: readonly string[];
  readonly check: string;
  readonly check_note: string | null;
  readonly sources: readonly string[];
}

interface ModelRow {
  readonly id: string;
  readonly architecture: Readonly<Record<string, unknown>> | null;
  readonly pretraining: { readonly tokens_billion: number | null } | null;
  readonly finetuning: { readonly method_tags: readonly string[] } | null;
  readonly training: { readonly gpu_hours: number | null; readonly hardware: string | null } | null;
}

/** The articles that the tables know by file names have names here that a reader can look up. */
const isArticle = (source: string) =>
  source.startsWith('seed:') || source.startsWith('an article') || source === 'arxiv:2308.14149';
const shownSource = (source: string) => (isArticle(source) ? 'article' : source);

describe.skipIf(!existsSync(FOLDER))(
  'the catalog against the tables it was begun from (skipped without ../shared)',
  () => {
    it('has every published score, value by value', () => {
      const rows = table('scores.json') as readonly ScoreRow[];
      expect(rows).toHaveLength(1205);
      expect(catalog.scores).toHaveLength(rows.length);
      const articles = new Set(rows.flatMap(({ source }) => (source.startsWith('seed:') ? [source] : [])));
      expect(articles.size).toBe(2);
      const expected = rows.map(
        ({ model_id: modelId, model_label: modelLabel, higher_is_better: isHigher, ...row }) => {
          const { benchmark, setting, metric, value, source, note } = row;
          const shown = shownSource(source);
          return JSON.stringify([modelId, modelLabel, benchmark, setting, metric, value, isHigher, shown, note]);
        },
      );
      const actual = catalog.scores.map(({ modelId, modelLabel, higherIsBetter, ...score }) => {
        const { benchmark, setting, metric, value, source, note } = score;
        const shown = shownSource(source);
        return JSON.stringify([modelId, modelLabel, benchmark, setting, metric, value, higherIsBetter, shown, note]);
      });
      expect(actual.toSorted()).toEqual(expected.toSorted());
    });

    it('has every claim with its check and as many sources', () => {
      const rows = table('claims.json') as readonly ClaimRow[];
      expect(rows).toHaveLength(77);
      const expected = rows.map(({ check_note: checkNote, sources, id, claim, models, benchmarks, check }) => {
        return { id, claim, models, benchmarks, check, checkNote, sources: sources.length };
      });
      const actual = catalog.claims.map(({ id, claim, models, benchmarks, check, checkNote, sources }) => {
        return { id, claim, models, benchmarks, check, checkNote, sources: sources.length };
      });
      expect(actual).toEqual(expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    });

    it('says how models are built and trained, as far as the table does', () => {
      const differing = (table('models.json') as readonly ModelRow[]).flatMap((row) => {
        const card = catalog.cardsById.get(row.id);
        const { architecture, pretraining, finetuning, training } = row;
        const expected = {
          shape: architecture && [architecture['layers'], architecture['kv_heads'], architecture['context_length']],
          tokens: pretraining && pretraining.tokens_billion,
          tags: finetuning && finetuning.method_tags,
          training: training && [training.gpu_hours, training.hardware],
        };
        const has = card?.architecture;
        const actual = {
          shape: has ? [has.layers, has.keyValueHeads, has.contextLength] : null,
          tokens: card?.pretraining ? card.pretraining.tokensBillion : null,
          tags: card?.finetuning ? card.finetuning.methodTags : null,
          training: card?.training ? [card.training.gpuHours, card.training.hardware] : null,
        };
        return JSON.stringify(expected) === JSON.stringify(actual) ? [] : [row.id];
      });
      expect(differing).toEqual([]);
    });
  },
);
