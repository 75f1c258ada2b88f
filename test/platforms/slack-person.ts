import type { Client } from '../slack/client';
import { buttonsOf, readAloud } from '../slack/fields';
import { type Message, View, type Workspace } from '../slack/workspace';
import { labelled } from './slack-fields';
import { forgeForm, forgePress, isTooLongForButton, shownFor } from './slack-forge';
import type { Person } from './person';
import { until } from './until';

const OPEN_FORM = 'Open the form';
const ONE_MOMENT = 'One moment.';

/** Which form stands open in front of whom. Slack has no list of them: what the bot opened tells, and who acted then. */
export interface Forms {
  /** From now on what opens, opens in front of this person; what stood open there is closed when told. */
  actedBy(name: string, closes: boolean): void;
  of(name: string): View | undefined;
}

export function openForms({ calls }: Pick<Workspace, 'calls'>): Forms {
  const open = new Map<string, View>();
  let actor = '';
  let read = 0;

  function catchUp(): void {
    for (const { method, answer } of calls.slice(read)) {
      const view = method.startsWith('views.') && answer.ok === true ? View.safeParse(answer.view).data : undefined;
      const owner = [...open].find(([, each]) => each.id === view?.id)?.[0] ?? actor;
      if (view) open.set(owner, view);
    }
    read = calls.length;
  }

  return {
    actedBy(name, closes) {
      catchUp();
      actor = name;
      if (closes) open.delete(name);
    },
    of(name) {
      catchUp();
      return open.get(name);
    },
  };
}

export interface Stage {
  readonly workspace: Workspace;
  readonly client: Client;
  readonly forms: Forms;
  /** Lets what is under way arrive, so that the answer to what a person does next is not taken for it. */
  readonly quiet: () => Promise<void>;
}

type Focus = { readonly form: View } | { readonly channel: string; readonly message: Message };

/** A person in Slack: it acknowledges first and shows afterwards, so every act waits until something is shown. */
export function slackPerson(name: string, { workspace, client, forms, quiet }: Stage): Person {
  const seen: string[] = [];
  let focus: Focus | undefined;

  /** A number that grows with everything that this person, or the place, is shown. */
  async function shown(channels: readonly string[]): Promise<number> {
    const form = forms.of(name);
    if (form && readAloud(form).includes(ONE_MOMENT)) return -1;
    const told = workspace.calls.filter(({ method, args, answer }) => {
      if (answer.ok !== true) return false;
      return method.startsWith('views.') || (method.startsWith('chat.') && channels.includes(String(args.channel)));
    });
    return told.length + workspace.answers.length;
  }

  async function act(closesForm: boolean, deed: () => Promise<{ status: number }>, places: string[] = []) {
    const channels = [await workspace.chatWith(name), ...places];
    forms.actedBy(name, closesForm);
    const before = await shown(channels);
    const { status } = await deed();
    if (status !== 200) throw new Error(`Slack was answered with ${status}`);
    await until(`an answer for ${name}`, async () => ((await shown(channels)) > before ? true : undefined));
  }

  /** Waits until the bot has asked for nothing for a moment: what comes into a place comes in several calls. */
  async function calm(): Promise<void> {
    let [before, looks] = [-1, 0];
    await until('the bot to have shown all', () => {
      looks = workspace.calls.length === before ? looks + 1 : 0;
      before = workspace.calls.length;
      return looks > 2 || undefined;
    });
  }

  function lookAt(at: Focus, shown: unknown): string {
    focus = at;
    const text = readAloud(shown);
    seen.push(text);
    return text;
  }

  async function findIn(channel: string, text: string): Promise<string | undefined> {
    const messages = await workspace.messages(channel);
    const message = messages.reverse().find((each) => readAloud(each).includes(text));
    if (!message) return undefined;
    return lookAt({ channel, message }, message);
  }

  function findForm(text: string): string | undefined {
    const form = forms.of(name);
    if (!form || !readAloud(form).includes(text)) return undefined;
    return lookAt({ form }, form);
  }

  async function everything(): Promise<string> {
    const messages = await workspace.messages(await workspace.chatWith(name));
    const form = forms.of(name);
    return [...messages.map(readAloud), form ? `FORM ${readAloud(form)}` : ''].join('\n---\n');
  }

  async function pressOnForm(form: View, title: string, inputs: Readonly<Record<string, string>>): Promise<void> {
    const answers = labelled(form, inputs);
    await act(false, () =>
      form.submit?.text === title ? client.submit(name, form, answers) : client.pressInForm(name, form, title, answers),
    );
  }

  async function pressOnMessage(channel: string, message: Message, title: string): Promise<void> {
    await act(true, () => client.press(name, channel, message, title), [channel]);
  }

  return {
    async say(text) {
      await quiet();
      await act(true, () => client.say(name, text));
    },
    sayIn: (place, text) => act(true, () => client.mention(name, place, text), [workspace.channelOf(place)]),
    passOn: (place, { author, text, picture }) =>
      act(true, () =>
        client.report(name, place, {
          user: workspace.userOf(author),
          text,
          ...(picture ? { files: [{ id: 'F1', mimetype: 'image/png' }] } : {}),
        }),
      ),
    join: () => act(true, () => client.join(name)),
    async sees(text) {
      const own = await workspace.chatWith(name);
      return until(
        `"${text}" in front of ${name}`,
        async () => findForm(text) ?? (await findIn(own, text)),
        everything,
      );
    },
    async seesIn(place, text) {
      return until(`"${text}" in ${place}`, () => findIn(workspace.channelOf(place), text));
    },
    async press(title, inputs = {}) {
      if (!focus) throw new Error(`${name} looks at nothing`);
      if ('form' in focus) return pressOnForm(focus.form, title, inputs);
      const { channel, message } = focus;
      const isThere = buttonsOf(message).some(({ text }) => text.text === title);
      if (isThere) return pressOnMessage(channel, message, title);
      await pressOnMessage(channel, message, OPEN_FORM);
      const form = forms.of(name);
      if (!form) throw new Error(`no form opened for ${name}`);
      return pressOnForm(form, title, inputs);
    },
    async forge(verb, data, place) {
      const isLong = isTooLongForButton({ verb, data });
      if (isLong && place) throw new Error('no button in a place carries that much');
      if (isLong) return forgeForm(client, name, verb, data);
      const at = place && workspace.channelOf(place);
      const channels = [await workspace.chatWith(name), ...(at ? [at] : [])];
      const before = workspace.calls.length;
      forms.actedBy(name, true);
      const { status, trigger } = await forgePress(client, name, { verb, data, at });
      if (status !== 200) throw new Error(`Slack was answered with ${status}`);
      const shown = () => shownFor(trigger, channels, workspace.calls.slice(before)).join('\n');
      await until(
        `an answer to ${verb} for ${name}`,
        () => (shown() !== '' && !shown().includes(ONE_MOMENT)) || undefined,
      );
      if (place) await calm();
      return shown();
    },
    seen: () => seen.join('\n'),
    cards: async () => (await workspace.messages(await workspace.chatWith(name))).map(readAloud),
  };
}
