import { FOLDS, foldsOf } from '../../bench/answers-folds';
import { fitDeciding, fitRanking } from '../../bench/answers-fit';
import { type Asked, isAnswer } from '../../bench/answers-questions';
import { EVIDENCE } from '../../library/deciding';
import { FEATURES } from '../../library/features';

const asked = (id: string, question: string, answers: string[] = []): Asked => ({ id, doc: 'p', question, answers });

describe('measuring answers', () => {
  test('keeps questions that are near to each other, or share an answer, in one part', () => {
    const questions = [
      asked('a', 'may pupils bring phones'),
      asked('b', 'may the pupils bring a phones'),
      asked('c', 'is gaming ok', ['No games.']),
      asked('d', 'roblox at lunch', ['No games.']),
      ...Array.from({ length: 40 }, (_, index) => asked(`q${index}`, `word${index} other${index}`)),
    ];
    const folds = foldsOf(questions);

    expect(folds[0]).toBe(folds[1]);
    expect(folds[2]).toBe(folds[3]);
    expect(new Set(folds)).toEqual(new Set(Array.from({ length: FOLDS }, (_, fold) => fold)));
  });

  test('takes a quotation for right when it holds an answer, or most of one, and is not too long', () => {
    const question = asked('a', 'phones', ['Phones are kept in the office until home time']);

    expect(isAnswer('Rule 1: Phones  are kept in the office until home time.', question)).toBe(true);
    expect(isAnswer('Phones are kept in the office', question)).toBe(true);
    expect(isAnswer('kept in the office', question)).toBe(false);
    expect(isAnswer(`Phones are kept in the office until home time ${'x'.repeat(700)}`, question)).toBe(false);
  });

  test('learns which feature tells an answer from what is none', () => {
    const clause = (best: number) => FEATURES.map((name) => (name === 'best' ? best : 0));
    const weights = fitRanking([
      { candidates: [clause(0.9), clause(0.2)], isAnswer: [true, false] },
      { candidates: [clause(0.1), clause(0.8)], isAnswer: [false, true] },
    ]);

    expect(weights.best).toBeGreaterThan(1);
    expect(weights.row).toBe(0);
  });

  test('learns what speaks for answering at all', () => {
    const evidence = (covered: number) => EVIDENCE.map((name) => (name === 'covered' ? covered : 0));
    const weights = fitDeciding([
      { evidence: evidence(1), hasAnswer: true },
      { evidence: evidence(-1), hasAnswer: false },
    ]);

    expect(weights.covered).toBeGreaterThan(1);
  });
});
