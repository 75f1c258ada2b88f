import type { Choice } from './dialect-inputs';
import type { Option, OptionGroup } from './slack-kit';
import { SLACK } from './slack-limits';
import { mustFit, type Sheet } from './slack-sheet';
import { plain, splitText } from './slack-text';

/** One entry to choose. What does not fit its line goes into the description below it. */
export function option({ title, value }: Choice, sheet: Sheet): Option {
  const [text = title, ...rest] = splitText(title, SLACK.optionText);
  mustFit(sheet, 'the second line of a choice', rest.join(' '), SLACK.optionText);
  return rest.length > 0
    ? { text: plain(text), value, description: plain(rest.join(' ')) }
    : { text: plain(text), value };
}

/** A list of up to a hundred as it is; a longer one, such as all the staff of a large school, in groups ("A – H"). */
export function optionsOrGroups(
  choices: readonly Choice[],
  sheet: Sheet,
): { options: Option[] } | { option_groups: OptionGroup[] } {
  const options = choices.map((choice) => option(choice, sheet));
  if (options.length <= SLACK.options) return { options };
  const groups: OptionGroup[] = [];
  for (let start = 0; start < options.length; start += SLACK.options) {
    const part = options.slice(start, start + SLACK.options);
    groups.push({ label: plain(`${initial(part.at(0))} – ${initial(part.at(-1))}`), options: part });
  }
  return { option_groups: mustFit(sheet, 'the groups of a list', groups, SLACK.optionGroups) };
}

function initial(entry: Option | undefined): string {
  return [...(entry?.text.text ?? '')][0] ?? '';
}
