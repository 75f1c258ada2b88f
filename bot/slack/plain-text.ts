/**
 * What a person typed, as they saw it: Slack sends links, people and channels in angle brackets and the characters
 * `& < >` escaped ("Formatting text for app surfaces"). The bot's own mention is left out.
 */
export function plainText(text: string, bot: string | undefined): string {
  return text
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, mark: string, target: string, label: string | undefined) => {
      if (mark === '@') return target === bot ? '' : `@${label || target}`;
      if (mark === '#') return `#${label || target}`;
      return label || target.replace(/^mailto:/, '');
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
