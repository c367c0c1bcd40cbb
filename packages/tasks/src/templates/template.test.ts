import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileTemplate } from './template.js';
import type { PythonShape, PythonValue } from '../python/python-value.js';

interface Fixture {
  readonly document: Readonly<Record<string, PythonValue>>;
  readonly cases: readonly { readonly template: string; readonly text?: string; readonly error?: string }[];
}

const fixture = JSON.parse(readFileSync(new URL('fixtures/jinja2.json', import.meta.url), 'utf8')) as Fixture;
const NO_SHAPES: ReadonlyMap<string, PythonShape> = new Map();

function render(template: string, values = fixture.document, shapes = NO_SHAPES): string {
  return compileTemplate(template).render({ values, shapes });
}

describe('templates', () => {
  it.each(fixture.cases.filter((each) => each.error === undefined))(
    'gives what Jinja2 gives for $template',
    ({ template, text }) => {
      expect(render(template)).toBe(text);
    },
  );

  it.each(fixture.cases.filter((each) => each.error !== undefined))(
    'fails where Jinja2 raises $error for $template',
    ({ template }) => {
      expect(() => render(template)).toThrow(/the template ".*" failed/s);
    },
  );

  it('prints whole floats of float columns as Python does', () => {
    const shapes = new Map<string, PythonShape>([
      ['x', { kind: 'float' }],
      ['list', { kind: 'list', item: { kind: 'float' } }],
    ]);
    expect(render('{{x}} {{x + 1}} {{list}} {{list[0]}} {{x == 1}}', { x: 1, list: [1, 0.5] }, shapes)).toBe(
      '1.0 2.0 [1.0, 0.5] 1.0 True',
    );
  });

  it('gives the value of a template that is one expression', () => {
    const { evaluate } = compileTemplate('{{choices.text}}');
    expect(evaluate?.({ values: fixture.document, shapes: NO_SHAPES })).toEqual(['a', 'b', 'c']);
    expect(compileTemplate('a {{choices.text}}').evaluate).toBeUndefined();
  });

  it('names the template and the unknown column', () => {
    expect(() => render('Q: {{questoin}}')).toThrow(
      'Rendering the template "Q: {{questoin}}" failed: \'questoin\' is undefined.',
    );
  });

  it('names the filters that there are when one is unknown', () => {
    expect(() => render('{{n|nonsense}}')).toThrow(/there is no filter 'nonsense'; there are abs, capitalize/);
  });
});
