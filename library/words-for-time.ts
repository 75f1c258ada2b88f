import { rowsOf } from './staff-words';

/** When, how soon, how often, for how long. */
export const WORDS_FOR_TIME = rowsOf(`
  asap, straight away, straightaway, at once, pronto, right away, immediately, quickly, quick, fast, soon, how soon, same day, urgent, urgently, hurry, before home time, instantly > immediately, at once, promptly, as soon as possible, without delay, straight away, as soon as, same day, urgent, within, quickly, first opportunity
  yearly, once a year, every yr, annual, annually, each year, every september, every autumn, year on year, per year, a year > annual, annually, every year, each year, yearly, academic year, once a year, every academic year
  monthly, every month, once a month, each month > monthly, every month, month
  weekly, every week, each week, once a week, each monday, every monday, every friday, mondays, tuesdays, wednesdays, thursdays, fridays, monday, tuesday, wednesday, thursday, friday > weekly, each week, every week, week, monday, friday, day
  termly, every term, each term, per term, half term, half termly, once a term > termly, each term, every term, half termly, term
  daily, every day, each day, each morning > daily, every day, each day, day
  tonight, evening, evenings, night, nights, after work, at the weekend, weekends, in my own time, own time, on holiday, at home, from home, home, tonite, out of hours, in bed, on the sofa > outside school, out of school, home, off school premises, on or off school premises, outside school hours, off site, evenings, weekends, personal capacity
  playtime, break, lunch, dinnertime, staffroom, ppa, free period, in my break, on my lunch, break time, tea break > social time, break, lunchtime, lunch, personal use, non contact, at certain times, own time, work time, at work, staff room, directed time
  hometime, home time, end of the day, end of day, till the end, bell, till hometime, three o clock, pick up > end of the day, end of the school day, home time, collect, collected, during the school day, returned
  for good, forever, for ever, permanently, never again, how long for, life > indefinitely, permanently, permanent, for a given period of time, indefinite
  out of date, outdated, expire, expires, expired, run out, run outs, next look, look at it again, look at this again, looked at again, due, due again, when next, comes round, renew, renewal, refreshed, old version, still current, in date, shelf life > review, review date, next review, due to be reviewed, reviewed, review due, date of review, revised
  green light, given the nod, nod, thumbs up, go ahead, rubber stamp, rubber stamped, passed, voted, ok by governors, agreed by governors, signed off, came into force, came in, brought in, start date, launched, took effect, live from, introduced, adopted, dated, official from > approved, ratified, adopted, agreed, approval, approved by, date of policy, governing body, adoption, policy date, effective from
  version, edition, draft, latest, most recent, update, updated, changes, changed since, amended, amendment, tweak, tweaked, rewritten, new bit, added > amendments, updates, version, amended, updated, revised, changes, last reviewed, amendment
  first thing, start of the day, start of term, new year, september, when they start, on arrival, beginning > start, beginning, on arrival, induction, start of term, september
  still, till, until, before, after, beforehand, in advance, ahead of, prior, notice, how much notice > prior, before, in advance, advance, until, notice
  how old, age, ages, age limit, old enough, too young, year group, under 13, thirteen > age, aged, age restrictions, age appropriate, minimum age, older, younger, under
`);
