import type { Verb } from '../../capability';
import { alertVerbs } from '../alert/lines';
import { linkVerbs } from './linking';
import { investigationVerbs } from './investigate';
import { openVerbs } from './opening';
import { recordVerbs } from './record';
import { sanctionsVerb } from './sanctions';
import { stepVerbs } from './step';
import { aside } from './steps/aside';
import { ask } from './steps/ask';
import { assign } from './steps/assign';
import { clock } from './steps/clock';
import { clockMet } from './steps/clock-met';
import { close } from './steps/close';
import { contain } from './steps/contain';
import { decide } from './steps/decide';
import { hold, release } from './steps/hold';
import { link } from './steps/link';
import { device } from './steps/device';
import { note } from './steps/note';
import { parents } from './steps/parents';
import { part } from './steps/part';
import { redirect } from './steps/redirect';
import { refer } from './steps/refer';
import { risk } from './steps/risk';
import { share, unshare } from './steps/share';
import { task, taskDone } from './steps/task';

/** Everything that can be done on a case. A new step is a file in `steps/`, a line here, and its words. */
export const caseVerbs: readonly Verb[] = [
  ...openVerbs,
  ...recordVerbs,
  ...alertVerbs,
  ...investigationVerbs,
  sanctionsVerb,
  ...stepVerbs(note),
  ...stepVerbs(risk),
  ...stepVerbs(task),
  ...stepVerbs(taskDone),
  ...stepVerbs(ask),
  ...stepVerbs(decide),
  ...stepVerbs(refer),
  ...stepVerbs(parents),
  ...stepVerbs(device),
  ...stepVerbs(assign),
  ...stepVerbs(share),
  ...stepVerbs(unshare),
  ...stepVerbs(clock),
  ...stepVerbs(clockMet),
  ...stepVerbs(contain),
  ...stepVerbs(close),
  ...stepVerbs(hold),
  ...stepVerbs(release),
  ...stepVerbs(link),
  ...linkVerbs,
  ...stepVerbs(aside),
  ...stepVerbs(redirect),
  ...stepVerbs(part),
];
