import { openLibrary } from '../../library';
import { documentOf, held } from './library-shelf';

const OPENING = '# Online policy\n\nThe term users refers to pupils.\n\n';

function firstWords(markdown: string, question: string): Promise<string | undefined> {
  return documentOf(markdown).then((document) => {
    const [first] = openLibrary(held([{ file: 'online.md', source: markdown, document }])).candidates(question);
    return first?.clause.text;
  });
}

describe('a word to which the policy gives a meaning of its own', () => {
  test('stands for the people whom it means', async () => {
    const markdown = `${OPENING}## Phones\n\nUsers may not have a mobile phone in lessons.\n\nAnybody employed here may not have a mobile phone in lessons.\n\n## You\n\nYou may not have a mobile phone in lessons.\n`;

    expect(await firstWords(markdown, 'can i have my mobile phone in lessons')).toMatch(/^(?:You|Anybody)/);
    expect(await firstWords(markdown, 'can the kids have a mobile phone in lessons')).toMatch(/^Users/);
  });
});
