import { origin } from '../../domain/chronology';
import { Concern } from '../../handlers/concern/schema';

/** A concern as it stands when it has just been raised, before its first fact. */
export function raisedConcern(ref: string, story: string): Concern {
  return Concern.parse({
    ref,
    state: 'raised',
    raisedAt: '2026-11-24T10:15:00.000Z',
    raisedBy: 'teacher',
    danger: false,
    about: 'pupil',
    category: 'cyberbullying',
    conflicts: [],
    risk: 'medium',
    story: { story },
    told: [],
    reached: [],
    facts: 0,
    head: origin(ref).hash,
  });
}
