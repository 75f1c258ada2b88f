import { z } from 'zod';
import { classify as classifyText } from '../../library';
import { type Command, readWords, WrongWords } from './command';
import { readJsonLines } from './files';

const Message = z.object({ text: z.string() });

/** Says what the bot would take each message for. */
export const classify: Command = {
  name: 'classify',
  usage: ['classify --messages FILE.jsonl'],
  does: 'one JSON line a message: what it is, whether a child is in danger now, and whom it is about',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, { messages: { type: 'string' } });
    if (!values.messages || positionals.length > 0) throw new WrongWords('classify needs --messages and nothing else');
    const { rows, code } = await readJsonLines(values.messages, Message, terminal);
    for (const { text } of rows) {
      const { intent, urgent, about } = classifyText(text);
      terminal.print(JSON.stringify({ text, intent, urgent, about }));
    }
    return code;
  },
};
