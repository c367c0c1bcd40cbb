import type { NewStudy } from './calls.js';

/** What stands in the planner's form. Numbers are texts where a field can be empty. */
export interface StudyForm {
  readonly title: string;
  readonly mode: 'study' | 'free';
  readonly questionSetId: string;
  readonly versionIds: readonly string[];
  readonly votesPerItem: number;
  /** Empty: every pair on every question. */
  readonly items: number | '';
  readonly overlap: number;
  readonly goldEvery: number;
  readonly seed: number;
  readonly instructionsEn: string;
  readonly instructionsZh: string;
  readonly completionCode: string;
}

export const EMPTY_FORM: StudyForm = {
  title: '',
  mode: 'study',
  questionSetId: '',
  versionIds: [],
  votesPerItem: 2,
  items: '',
  overlap: 1,
  goldEvery: 20,
  seed: 1,
  instructionsEn: '',
  instructionsZh: '',
  completionCode: '',
};

/** Whether the form says enough to be planned; the server checks the rest. */
export function isComplete(form: StudyForm): boolean {
  return form.title.trim() !== '' && form.versionIds.length >= 2 && (form.mode === 'free' || form.questionSetId !== '');
}

/** The form as the server takes it. */
export function toNewStudy(form: StudyForm): NewStudy {
  const isPlanned = form.mode === 'study';
  const instructions = {
    ...(form.instructionsEn.trim() === '' ? {} : { en: form.instructionsEn }),
    ...(form.instructionsZh.trim() === '' ? {} : { 'zh-CN': form.instructionsZh }),
  };
  return {
    title: form.title.trim(),
    mode: form.mode,
    questionSetId: isPlanned ? form.questionSetId : null,
    versionIds: [...form.versionIds],
    design: {
      votesPerItem: form.votesPerItem,
      items: form.items === '' ? null : form.items,
      overlap: form.overlap,
      goldEvery: isPlanned ? form.goldEvery : 0,
      seed: form.seed,
    },
    instructions,
    completionCode: form.completionCode.trim() === '' ? null : form.completionCode.trim(),
  };
}
