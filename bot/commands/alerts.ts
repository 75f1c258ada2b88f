import { openAlertSigning } from '../../infra/alert-signing';
import { ALERTS_PATH } from '../alerts';
import { type Command, readWords, WrongWords } from './command';
import { chooseSchool, withHouse } from './house-of-command';

/** The secret with which a school's web filter signs its alerts, and how to sign. */
export const alerts: Command = {
  name: 'alerts',
  usage: ['alerts [--school ID]'],
  does: 'the secret with which the school’s web filter signs its alerts, and how to sign one; keep it to yourself',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, { school: { type: 'string' } });
    if (positionals.length > 0) throw new WrongWords('alerts takes --school and nothing else');
    return withHouse(terminal, async ({ house, ground, settings }) => {
      const { school } = await chooseSchool(house, values.school);
      const secret = openAlertSigning(ground.masterKey).secretOf(school.id, school.alerts.secret);
      const address = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
      terminal.print(`Send to:   ${address}${ALERTS_PATH}`);
      terminal.print(`School:    ${school.id}   (header X-Lantern-School)`);
      terminal.print(`Secret:    ${secret}`);
      terminal.print('To sign:   X-Lantern-Timestamp is the seconds since 1970; X-Lantern-Signature is v1= and');
      terminal.print('           HMAC-SHA-256, in hex, with this secret, of the timestamp, a full stop and the body.');
      terminal.print(
        'See docs/alerts.md for the body and an example. alerts.secret in the school file makes a new one.',
      );
      return 0;
    });
  },
};
