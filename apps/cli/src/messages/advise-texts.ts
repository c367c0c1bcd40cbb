import type { Area } from '@understudy/catalog';
import type { AdviseVoteTexts } from './advise-vote-texts.js';

type Text = (...values: readonly string[]) => string;
type List = (items: readonly string[]) => string;

/** The texts of `understudy advise`. Values come formatted; areas by their names, tasks and formats as the command line takes them. */
export interface AdviseTexts {
  readonly areas: Readonly<Record<Area, string>>;
  readonly list: List;
  readonly separator: string;
  readonly standsIn: (model: string, reference: string, areas: readonly string[]) => string;
  readonly noneShown: (model: string, reference: string) => string;
  readonly fallsShort: List;
  readonly tooFewSamples: List;
  readonly publishedOnly: List;
  readonly notMeasured: List;
  readonly otherStandsIn: (model: string, area: string) => string;
  readonly notCompared: Readonly<
    Record<
      'reference-not-measured' | 'candidates-not-measured' | 'no-common-setting' | 'no-common-documents',
      (reference: string) => string
    >
  >;
  readonly bestMeasured: (model: string) => string;
  readonly bestPublished: (model: string) => string;
  readonly nothingAdmissible: string;
  readonly nearest: (model: string, reasons: string) => string;
  readonly mightBe: (count: number) => string;
  readonly headings: {
    readonly shortlist: string;
    readonly verdicts: (reference: string, margin: string, confidence: string) => string;
    readonly numbers: string;
    readonly published: string;
    readonly dominated: string;
    readonly excluded: string;
    readonly notKnown: string;
    readonly weakSpots: string;
    readonly next: string;
  };
  readonly columns: Readonly<
    Record<
      | 'rank'
      | 'model'
      | 'score'
      | 'memory'
      | 'speed'
      | 'cost'
      | 'area'
      | 'verdict'
      | 'difference'
      | 'bounds'
      | 'documents'
      | 'source'
      | 'task'
      | 'value'
      | 'run'
      | 'ratio'
      | 'coverage'
      | 'need'
      | 'models',
      string
    >
  >;
  readonly outcomes: Readonly<
    Record<'non-inferior' | 'inferior' | 'inconclusive' | 'published-figures-only' | 'not-measured', string>
  >;
  readonly because: Readonly<
    Record<'reference-not-measured' | 'candidate-not-measured' | 'no-common-setting' | 'no-common-documents', string>
  >;
  readonly runs: (task: string, candidate: string, reference: string) => string;
  readonly figure: (benchmark: string, candidate: string, reference: string, source: string) => string;
  readonly notShared: List;
  readonly dominatedBy: List;
  readonly incomplete: (share: string) => string;
  readonly furtherDown: string;
  readonly needs: Readonly<
    Record<
      'availability' | 'open-weights' | 'kind' | 'licence' | 'memory' | 'context' | 'speed' | 'language' | 'cost',
      string
    >
  >;
  readonly reasons: {
    readonly unreleased: string;
    readonly 'no-card': string;
    readonly 'weights-closed': string;
    readonly 'weights-available': string;
    readonly hosted: string;
    readonly 'not-applicable': string;
    readonly kind: Text;
    readonly licenceForbids: (models: readonly string[], note: string) => string;
    readonly licenceAllows: string;
    readonly licenceConditional: List;
    readonly licenceUnknown: (models: readonly string[], note: string) => string;
    readonly userCap: (cap: string, users: string, from: string) => string;
    readonly dailyUserCap: (cap: string, users: string, from: string) => string;
    readonly noHosting: Text;
    readonly memory: (needed: string, limit: string, format: string) => string;
    readonly context: (tokens: string, needed: string) => string;
    readonly speed: (speed: string, needed: string, format: string) => string;
    readonly languages: (missing: readonly string[], known: readonly string[]) => string;
    readonly languagesUnnamed: List;
    readonly cost: (usd: string, limit: string, date: string) => string;
    readonly notKnown: Readonly<Record<'architecture' | 'context' | 'price' | 'currency' | 'kind', string>>;
  };
  readonly weakSpots: {
    readonly underpowered: (area: string, halfWidth: string, documents: string) => string;
    readonly contaminated: (benchmark: string, statement: string, sources: readonly string[]) => string;
    readonly contaminationNotChecked: List;
    readonly singleRun: List;
    readonly partOfTask: List;
    readonly failedDocuments: (failed: string, documents: string, task: string) => string;
    readonly failedDocumentsOfReference: (failed: string, documents: string, task: string) => string;
    readonly otherQuantization: (measured: string, deployed: string) => string;
    readonly quantizationUnknown: string;
    readonly noChatTemplate: List;
    readonly languagesNotMeasured: (area: string, languages: readonly string[]) => string;
    readonly oneBenchmark: (area: string, benchmark: string) => string;
    readonly areasNotMeasured: List;
    readonly condition: (text: string, from: string) => string;
    readonly teacher: (text: string) => string;
    readonly hosted: string;
    readonly licenceUnknown: string;
    readonly baseModel: string;
    readonly factsUnknown: List;
  };
  readonly next: Readonly<
    Record<
      | 'inconclusive'
      | 'reference-not-measured'
      | 'candidate-not-measured'
      | 'no-common-setting'
      | 'no-common-documents'
      | 'no-task',
      string
    >
  >;
  readonly documentsNeeded: (documents: string) => string;
  readonly documentsEndless: string;
  readonly documentsShort: (available: string) => string;
  readonly time: (duration: string) => string;
  readonly more: (count: number) => string;
  readonly hosted: string;
  readonly votes: AdviseVoteTexts;
}
