import { summaryLines } from '../../bot/commands/summary-lines';
import { termsFor } from '../../cards/terms';
import { summarise } from '../../library';
import { documentOf } from './library-shelf';

const terms = termsFor({ nation: 'england', schoolName: 'Oak Lane Primary School' });
const TODAY = '2026-11-24';

/** What an office manager reads of a policy in Markdown. */
async function summaryOf(...lines: string[]): Promise<string[]> {
  const document = await documentOf(['# Phones policy', ...lines].join('\n\n'));
  return summaryLines('phones.md', summarise(document, TODAY), document, terms);
}

describe('The summary of a policy', () => {
  it('says who is to review it, and not that they look after it', async () => {
    const lines = await summaryOf('TO BE REVIEWED BY: Full Governing Board', '## Rules', 'Phones stay off.');

    expect(lines).toContain('  To be reviewed by: Full Governing Board');
    expect(lines.join('\n')).not.toContain('Looked after by');
  });

  it('names guidance once, with its year where the policy gives one anywhere', async () => {
    const lines = await summaryOf(
      '## Rules',
      'We follow Keeping Children Safe in Education.',
      'We have read Keeping Children Safe in Education 2025 as well.',
    );

    expect(lines.filter((line) => line.includes('Keeping children safe'))).toEqual([
      '  Keeping children safe in education 2025',
    ]);
  });

  it('says how often people are trained in small letters', async () => {
    const lines = await summaryOf(
      '## Training',
      'Regular anti-bullying lessons are held.',
      'All staff have Annual INSET.',
    );

    expect(lines).toContain('  pupils: regular');
    expect(lines).toContain('  All staff: annual');
  });

  it('says what is wrong once, below all the words of which it is true', async () => {
    const lines = await summaryOf('## Rules', 'Ask as Appendix 7 says, and read it.', 'Write as Appendix 8 says.');
    const at = lines.indexOf('  “Appendix 7”');

    expect(lines.slice(at, at + 4)).toEqual([
      '  “Appendix 7”',
      '  “Appendix 8”',
      '    Rules',
      '    The policy speaks of this, but it is not in it. Please add it, or take the words out.',
    ]);
    expect(lines.filter((line) => line.includes('speaks of this'))).toHaveLength(1);
  });

  it('says of what has ended that nothing has taken its place', async () => {
    const lines = await summaryOf('## Rules', 'We keep to our COVID-19 plan.');

    expect(lines).toContain('    This has ended, and nothing has taken its place. Please take the words out.');
    expect(lines.join('\n')).not.toContain('nothing:');
  });

  it('counts the rows of a table before it names its columns', async () => {
    const lines = await summaryOf(
      '## Steps',
      '| Matter | Told | Noted |\n|---|---|---|\n| Loss | yes | |\n| Theft | yes | yes |',
    );

    expect(lines).toContain('  Steps: 2 rows. Columns: Told, Noted');
  });
});
