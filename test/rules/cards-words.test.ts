import { termsFor } from '../../cards/terms';
import { formatPhrase } from '../../cards/words';

const ENGLAND = termsFor({ nation: 'england', schoolName: 'Oak Lane Primary School' });
const WALES = termsFor({ nation: 'wales', schoolName: 'Ysgol Lôn Dderwen' });

describe('a phrase', () => {
  test('names the school and its safeguarding lead as the nation does', () => {
    expect(ENGLAND).toEqual({
      dsl: 'DSL',
      lead: 'Designated Safeguarding Lead',
      lado: 'LADO',
      school: 'Oak Lane Primary School',
    });
    expect(WALES).toMatchObject({
      dsl: 'DSP',
      lead: 'Designated Safeguarding Person',
      lado: 'council’s safeguarding officer',
    });
    expect(formatPhrase('common.stranger.find', {}, WALES)).toBe(
      'Then find somebody named here at Ysgol Lôn Dderwen in person:',
    );
  });

  test('shows what it is given as it is, whatever that looks like', () => {
    const terms = { ...ENGLAND, school: "'{dsl}' <b>& {0}" };

    expect(formatPhrase('common.stranger.find', {}, terms)).toContain(terms.school);
  });

  test('that does not exist is an error', () => {
    expect(() => formatPhrase('common.nothing', {}, ENGLAND)).toThrow(/there is no phrase common\.nothing/);
  });

  test.each([[{ school: undefined }], [{ school: null }]])(
    'that lacks something is an error that names it: %j',
    (args) => {
      expect(() => formatPhrase('common.stranger.find', args, ENGLAND)).toThrow(/lacks school/);
    },
  );
});
