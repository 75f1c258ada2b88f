import type { StaffWords } from './staff-words';

/** What kind of rule or fact is asked for. */
export const WORDS_FOR_RULES: readonly StaffWords[] = [
  ['permission, consent, say so, ask first, okd', 'permission, consent, written permission'],
  [
    'trouble, in trouble, punish, punished, punishment, consequence, consequences, sanction, sanctions, told off, detention, what happens to, break the rules, breaks the rules, breaks the',
    'sanction, consequence, disciplinary, action, violation, breach, restricted',
  ],
  [
    'sacked, sack, fired, disciplinary, disciplined, lose my job, misconduct, gross misconduct, struck off, dismissed',
    'disciplinary, dismissal, misconduct, disciplinary action, disciplinary procedures, suspension',
  ],
  [
    'court, sued, prosecuted, legal, illegal, crime, criminal, against the law',
    'legal action, legal, criminal, illegal, police, offence',
  ],
  ['code, code of conduct', 'code of conduct, conduct, misconduct'],
  ['warning, warned, warnings', 'warning'],
  ['suspended, exclude, excluded, kicked off, banned from', 'suspended, removal, access rights'],
  ['law, laws, act, legislation, legal power, right to', 'act, legislation, regulation, law'],
  [
    'who is responsible, responsible, in charge, whose job, looks after, runs, leads, oversees, keeps an eye, accountable',
    'responsible, responsibility, oversees, lead, overall responsibility',
  ],
  [
    'often, regularly, how regularly, every year, each year, yearly, annual, annually, every yr, once a year',
    'annual, annually, every, year, each academic year, regularly, at least once',
  ],
  [
    'review, reviewed, next review, due, out of date, renewed, updated',
    'review, next review, review date, reviewed, review due',
  ],
  ['signed off, approved, adopted, ratified, approval', 'approved, approval date, adopted, ratified'],
  ['point of, purpose, why do we, what is it for, aim, aims', 'purpose, intended, aim, aims'],
  ['mean, means, meaning, definition, define, count as, counts as, call it, classed as', 'definition, is the, defined'],
  ['4 cs, four cs, 4cs, kinds of risk, areas of risk', 'content, contact, conduct, commerce, four areas of risk'],
  [
    'other policies, link, links, linked, go with, read alongside',
    'linked, links, conjunction, other relevant policies, policy',
  ],
  ['written down, where are, find the, details of', 'set out, details'],
  ['without a name, anonymous, anonymously, confidentially', 'anonymous'],
  ['excuse, good reason, justify, reason to, grounds', 'good reason, reasonably suspect'],
  ['long, characters, strong', 'characters, strong'],
  ['secure, safe, safely, encrypted, encrypt', 'secure, encrypted, encryption, safe, secure password'],
  [
    'working hours, work time, in work, at work, at lunch, lunchtime, on my break, break time, ppa',
    'personal use, core contracted hours, school duties, duties, social time',
  ],
  ['wet play, playtime, play time, golden time, break', 'social time, educational purposes'],
  ['lesson time, in class, during lessons, in lessons', 'lesson, class, in lessons'],
  ['professional, role model, example', 'professional, role model, professionalism'],
  ['risk, risks, danger, dangers, risk assessment', 'risk, risk assessment, danger'],
];
