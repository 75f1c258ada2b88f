import { readHere } from '../../library/read-here';

describe('a file that its reader stumbles over', () => {
  test.each<[string, string]>([
    ['elements that only seem to close', `<html><body>${'<div title="</div>">'.repeat(5000)}Staff must do it`],
    ['cells that close what they stand in', `<html>${'<div><table><td></div></table>'.repeat(5000)}Staff must`],
    ['more headings than a call has room for', `<html>${'<h2>a</h2><p>b'.repeat(125_000)}`],
    ['more rows than a call has room for', `<html><table>${'<tr><td>a<td>x'.repeat(125_000)}`],
  ])('is read or refused, and never stops the bot: %s', async (_, page) => {
    await expect(readHere(page, 'the file')).resolves.toBeDefined();
  });
});
