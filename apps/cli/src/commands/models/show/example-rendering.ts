import type { ModelDetails } from '@understudy/catalog';
import { renderExample, type ExampleRendering } from '@understudy/tasks';

/** The example in a model's chat template. Undefined where there is no template, or it fails: it is shown as it is. */
export function exampleRendering({
  template,
  file,
}: ModelDetails): Pick<ExampleRendering, 'template' | 'text'> | undefined {
  try {
    const example = renderExample({ own: file?.description.chatTemplate, card: template });
    return example && { template: example.template, text: example.text };
  } catch {
    return undefined;
  }
}
