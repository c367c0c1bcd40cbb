import { Button, Group, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { createStudy, previewPlan, questionSetsQuery } from './calls.js';
import { ModelPicker } from './model-picker.js';
import { PlanView } from './plan-view.js';
import classes from './studies.module.css';
import { EMPTY_FORM, isComplete, type StudyForm, toNewStudy } from './study-form.js';

/** Plans a study: what is asked, who answers, how many votes; and says what it can tell before anyone votes. */
export function PlannerPage(): ReactNode {
  const { planner } = useMessages();
  const [form, setForm] = useState(EMPTY_FORM);
  const sets = useQuery(questionSetsQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const preview = useMutation({ mutationFn: () => previewPlan(toNewStudy(form)) });
  const create = useMutation({
    mutationFn: () => createStudy(toNewStudy(form)),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['studies'] });
      await navigate({ to: '/studies/$studyId', params: { studyId: id } });
    },
  });
  const set = (part: Partial<StudyForm>): void => {
    setForm((old) => ({ ...old, ...part }));
    preview.reset();
  };
  const number = (
    key: 'votesPerItem' | 'overlap' | 'goldEvery' | 'seed',
    label: string,
    limits: readonly [number, number, number],
    description?: string,
  ): ReactNode => (
    <NumberInput
      label={label}
      description={description}
      value={form[key]}
      min={limits[0]}
      max={limits[1]}
      step={limits[2]}
      decimalScale={limits[2] < 1 ? 2 : 0}
      onChange={(value) => {
        if (typeof value === 'number') set({ [key]: value });
      }}
    />
  );
  return (
    <Page title={planner.title} about={planner.about}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Panel title={planner.what}>
          <div className={classes['fields']}>
            <TextInput
              label={planner.name}
              required
              maxLength={200}
              value={form.title}
              onChange={(event) => set({ title: event.currentTarget.value })}
            />
            <NativeSelect
              label={planner.mode}
              value={form.mode}
              data={(['study', 'free'] as const).map((value) => ({ value, label: planner.modes[value] }))}
              onChange={(event) => set({ mode: event.currentTarget.value === 'free' ? 'free' : 'study' })}
            />
            {form.mode === 'study' && (
              <NativeSelect
                label={planner.questionSet}
                required
                value={form.questionSetId}
                description={sets.data?.length === 0 ? planner.noSets : undefined}
                data={[
                  { value: '', label: planner.chooseSet },
                  ...(sets.data ?? []).map(({ id, title, questions }) => ({
                    value: id,
                    label: planner.questions(title, questions),
                  })),
                ]}
                onChange={(event) => set({ questionSetId: event.currentTarget.value })}
              />
            )}
          </div>
        </Panel>
        <ModelPicker
          chosen={form.versionIds}
          mustRun={form.mode === 'free'}
          onChange={(versionIds) => set({ versionIds })}
        />
        {form.mode === 'study' && (
          <Panel title={planner.design}>
            <div className={classes['fields']}>
              {number('votesPerItem', planner.votesPerItem, [1, 100, 1])}
              <NumberInput
                label={planner.items}
                description={planner.itemsHint}
                value={form.items}
                min={1}
                max={200_000}
                onChange={(value) => set({ items: typeof value === 'number' ? value : '' })}
              />
              {number('overlap', planner.overlap, [0, 1, 0.1], planner.overlapHint)}
              {number('goldEvery', planner.goldEvery, [0, 1000, 1], planner.goldHint)}
              {number('seed', planner.seed, [0, 0xffff_ffff, 1])}
            </div>
          </Panel>
        )}
        <Panel title={planner.texts}>
          <div className={classes['fields']}>
            <Textarea
              label={planner.instructionsEn}
              rows={4}
              maxLength={20_000}
              value={form.instructionsEn}
              onChange={(event) => set({ instructionsEn: event.currentTarget.value })}
            />
            <Textarea
              label={planner.instructionsZh}
              rows={4}
              maxLength={20_000}
              value={form.instructionsZh}
              onChange={(event) => set({ instructionsZh: event.currentTarget.value })}
            />
            <TextInput
              label={planner.completionCode}
              maxLength={200}
              value={form.completionCode}
              onChange={(event) => set({ completionCode: event.currentTarget.value })}
            />
          </div>
        </Panel>
        {(preview.error ?? create.error) !== null && <ErrorNotice error={preview.error ?? create.error} />}
        <Group mb="md">
          {form.mode === 'study' && (
            <Button
              variant="default"
              disabled={!isComplete(form)}
              loading={preview.isPending}
              onClick={() => preview.mutate()}
            >
              {planner.preview}
            </Button>
          )}
          <Button type="submit" disabled={!isComplete(form)} loading={create.isPending}>
            {planner.create}
          </Button>
        </Group>
      </form>
      <div aria-live="polite">{preview.data !== undefined && <PlanView plan={preview.data} />}</div>
    </Page>
  );
}
