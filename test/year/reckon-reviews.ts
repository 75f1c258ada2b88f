import { latestOf, latestOrWeekly } from './plain-days';
import { isIn, personOf } from './plain-people';
import { REVIEWS, VIEWS } from './plan';
import { NOT_ME } from './plan-work';
import type { Part } from './reckoning';

/** 8, 4 and 1 weeks before, on the day, and every week after, until the policy is ratified. */
export function reckonReviews(): Part {
  const sent = new Set<string>();
  const passed = new Set<string>();
  const dues = new Map(REVIEWS.map(({ policy, reviewOn }) => [policy, reviewOn]));
  const rungOn = (day: string, due: string) => latestOrWeekly([-56, -28, -7, 0], due, day);
  return {
    look(day, tell) {
      for (const { policy, people } of REVIEWS) {
        const due = dues.get(policy) ?? '';
        const rung = rungOn(day, due);
        // Who said that it is not theirs hears no more of this date; the office manager does.
        for (const id of new Set(people.map((each) => (passed.has(`${policy} ${due} ${each}`) ? 'office' : each)))) {
          const key = `${policy} ${due} ${rung} ${id}`;
          if (rung === undefined || !isIn(personOf(id), day) || sent.has(key)) continue;
          sent.add(key);
          tell(id, policy);
        }
      }
    },
    noon(day, tell) {
      if (day === NOT_ME.on) {
        passed.add(`${NOT_ME.policy} ${NOT_ME.due} ${NOT_ME.by}`);
        tell('office', 'passed on');
        // With that the office has heard of this rung.
        sent.add(`${NOT_ME.policy} ${NOT_ME.due} ${rungOn(day, NOT_ME.due)} office`);
      }
      for (const { policy, ratifiedOn, nextOn = '' } of REVIEWS) if (ratifiedOn === day) dues.set(policy, nextOn);
    },
  };
}

/** Whoever is asked for a view hears of it twice before the review, and not once it is given. */
export function reckonViews(): Part {
  const sent = new Set<string>();
  const given = new Set<string>();
  return {
    look(day, tell) {
      for (const { policy, by } of VIEWS) {
        const review = REVIEWS.find((each) => each.policy === policy);
        const isOver = review?.ratifiedOn !== undefined && review.ratifiedOn < day;
        const rung = latestOf([-28, -7], review?.reviewOn ?? '', day);
        const key = `${policy} ${rung}`;
        if (rung === undefined || isOver || given.has(policy) || !isIn(personOf(by), day) || sent.has(key)) continue;
        sent.add(key);
        tell(by, `view of ${policy}`);
      }
    },
    noon(day) {
      for (const { policy, givenOn } of VIEWS) if (givenOn === day) given.add(policy);
    },
  };
}
