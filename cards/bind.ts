import type { Template } from 'adaptivecards-templating';
import { cardEngine } from './engine';

/**
 * The engine leaves a missing value on the card as `${due}`, and shows a list that was not given once, with nothing
 * in it; both are found by what it asks for on the way.
 * @throws with the names of what is missing.
 */
export function bindAll(template: Template, root: object): unknown {
  const { GlobalSettings } = cardEngine();
  const missing: string[] = [];
  GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
    missing.push(path);
    return undefined;
  };
  try {
    const expanded: unknown = template.expand({ $root: root });
    if (missing.length > 0) throw new Error(`nothing was given for ${missing.join(', ')}`);
    return expanded;
  } finally {
    GlobalSettings.getUndefinedFieldValueSubstitutionString = undefined;
  }
}
