import type { Messages } from '../messages/messages.js';
import { harnessOptions } from '../options/harness/harness-options.js';
import type { OptionDefinition, OptionTable } from '../options/option.js';
import { shownDefault } from '../options/shown-default.js';
import { spelling } from '../program/build-option.js';

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableLine(titles), tableLine(titles.map(() => '---')), ...rows.map(tableLine)].join('\n');
}

function optionRow(option: OptionDefinition, messages: Messages): readonly string[] {
  const value = shownDefault(option);
  return [
    `\`${spelling(option)}\``,
    value === undefined ? '' : `\`${value}\``,
    messages.options[option.text],
    option.arity === 'switch' ? '' : option.expects(messages),
    option.harness === true ? '●' : '',
  ];
}

/** The reference page of a table of options, as Markdown. */
export function optionsPage(table: OptionTable, messages: Messages): string {
  const { optionsPage: texts, optionGroups, harnessNotes } = messages;
  const groups = new Map(Object.values(table).map((option) => [option.group, optionGroups[option.group]]));
  const sections = [...groups].map(([group, title]) => {
    const options = Object.values(table).filter((option) => option.group === group);
    const rows = options.map((option) => optionRow(option, messages));
    return `## ${title.replace(/[:：]$/, '')}\n\n${tableOf(texts.columns, rows)}`;
  });
  const harnessRows = harnessOptions.map((option) => [
    `\`${spelling(option)}\``,
    texts.outcomes[option.outcome],
    harnessNotes[option.note],
  ]);
  const harness = `## ${texts.harnessTitle}\n\n${tableOf(texts.harnessColumns, harnessRows)}`;
  return `${[`# ${texts.title}`, texts.intro, ...sections, harness].join('\n\n')}\n`;
}
