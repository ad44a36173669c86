import { type ParsedCommand, readMessage } from '../../../src/bot/conversation/commands';
import { type Meant, understand } from '../../../src/bot/conversation/understand';
import { createDoorFinder } from '../../../src/domain/organisation/doors';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const doorIn = createDoorFinder(exampleOrganisation().otherChannels);

/** What the written commands are called here, where what they answer is what a question is answered. */
const commands: Partial<Record<ParsedCommand['command'], string>> = {
  help: 'abilities',
  eraseMe: 'erase',
  myData: 'stored',
  open: 'mention',
  status: 'progress',
};

const kinds: { readonly [M in Meant['kind']]: (meant: Extract<Meant, { kind: M }>) => string } = {
  door: ({ door }) => `door.${door.matter}`,
  language: () => 'language',
  command: ({ command }) => commands[command] ?? command,
  leader: () => 'leader',
  form: () => 'idea',
  mention: () => 'mention',
  question: ({ question }) => (question.startsWith('means.') ? 'meaning' : question),
  several: () => 'several',
  unanswered: () => 'question',
  idea: () => 'statement',
};

/** What a message is taken for, by the names that the labelled ones have, in the example organisation. */
export function takenFor(text: string): string {
  const asked = readMessage(text);
  if (asked.command !== 'text') return commands[asked.command] ?? asked.command;
  const meant = understand(text, doorIn);
  return (kinds[meant.kind] as (meant: Meant) => string)(meant);
}
