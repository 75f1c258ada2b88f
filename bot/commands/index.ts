import { alerts } from './alerts';
import { backup } from './backup';
import { answer } from './answer';
import { classes } from './classes';
import { classify } from './classify';
import type { Command } from './command';
import { doctor } from './doctor';
import { due } from './due';
import { exportRegister } from './export';
import { importPolicies } from './import';
import { key } from './key';
import { people } from './people';
import { restore } from './restore';
import { route } from './route';
import { shred } from './shred';
import { verify } from './verify';

/** Every word of the command line, in the order of its usage. */
export const COMMANDS: readonly Command[] = [
  importPolicies,
  answer,
  classify,
  route,
  due,
  verify,
  exportRegister,
  people,
  classes,
  backup,
  restore,
  key,
  shred,
  alerts,
  doctor,
];
