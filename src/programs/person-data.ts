import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Deps } from '../app/deps.js';
import { eraseFound, type FoundPerson, findPerson, namedIn, type WhomAsked } from '../app/privacy/find-person.js';
import { myData } from '../app/privacy/my-data.js';
import type { CardContext } from '../cards/card-context.js';
import { postTitle } from '../cards/person/post-names.js';
import { placeName } from '../cards/places.js';
import { dataFile } from '../cards/privacy/data-file.js';
import { createServices } from '../create-services.js';
import { sourceNames } from '../domain/organisation/sources/staff.js';
import type { StoredPerson } from '../store/person/people.js';
import { OPERATORS } from '../store/privacy/named-exports.js';
import { timeText } from '../text/dates.js';
import { failWith, openRuntime, t } from './command-line.js';

const usage = `Write npm run person -- and one of
  show WHOM [--to FILE]        all that is stored about somebody: the same file as "mina uppgifter" gives; without --to it is shown here
  erase WHOM                   says whom it would erase, what goes, what stays and why; nothing is changed
  erase WHOM --confirm ANSWER  does it; ANSWER is what the look before has told
  exports                      who has taken out files with names, when, and of what
WHOM is an address, a reference (p and 16 characters), or TENANT/OBJECT-ID as Microsoft Entra writes both: also of somebody who
does not work here any more, or who was only named.`;

/**
 * `npm run person`: access and erasure for whoever cannot ask in the chat. For the data protection officer, who has made
 * sure that the request is the person's own. What is erased stands in the log, by reference.
 */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) return failWith(usage);
  const runtime = await openRuntime();
  if (!runtime) return;
  const { app, contextFor } = createServices(runtime);
  const context = contextFor('en');
  if (asked.what === 'exports') return showNamedExports(app, context);
  const found = await findPerson(app, asked.named);
  if (asked.what === 'show') {
    if (found.stored || besideThem(context, found).length > 0)
      runtime.log.warn({ person: found.ref }, 'Somebody’s data were shown by the data protection officer’s command');
    return show(app, found, context, contextFor, asked.to);
  }
  const answer = answerOf(found);
  if (answer === undefined) return failWith(nobody(found));
  if (asked.confirm === undefined) {
    for (const line of erasing(context, found)) t(line);
    return t(`Nothing is changed. To erase: npm run person -- erase ${asked.whom} --confirm ${answer}`);
  }
  if (asked.confirm !== answer)
    return failWith(`That is not the answer. Look again: npm run person -- erase ${asked.whom}`);
  const done = await eraseFound(app, asked.named, found);
  runtime.log.warn({ person: found.ref }, 'Somebody was erased by the data protection officer’s command');
  t(done ? 'Everything is erased.' : 'Who they are is erased. The bot erases the rest: within an hour.');
  if (found.posts.length > 0) t('Take them out of the organisation file too, or they are written in again by it.');
  t('A running bot may remember somebody who is chatting with it for half a minute more.');
}

interface PersonRequest {
  what: 'show' | 'erase';
  named: WhomAsked;
  /** As it was written. */
  whom: string;
  to?: string;
  confirm?: string;
}

/** Undefined when they cannot be read. */
function readArguments(): PersonRequest | { what: 'exports' } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { to: { type: 'string' }, confirm: { type: 'string' } },
    });
    const [what, whom = '', ...more] = positionals;
    if (what === 'exports') return positionals.length === 1 && Object.keys(values).length === 0 ? { what } : undefined;
    const named = namedIn(whom);
    if ((what !== 'show' && what !== 'erase') || !named || more.length > 0) return undefined;
    if (what === 'show' ? values.confirm !== undefined : values.to !== undefined) return undefined;
    return { what, named, whom, ...values };
  } catch {
    return undefined;
  }
}

/** What is to be written before somebody is erased: what one cannot know without having looked whom it is about. */
function answerOf({ stored, ref, erased, said }: FoundPerson): string | undefined {
  if (stored || (ref !== undefined && !erased)) return ref;
  return sourceNames.some((source) => said[source]) ? 'source' : undefined;
}

const nobody = ({ erased }: FoundPerson): string =>
  erased
    ? `${erased.name} has been erased. The name stays at what they decided, for whoever decides by delegation must be known, unless retention.deciders of the organisation file removes it from those who are erased from then on.`
    : 'Nothing is stored under that, but for what people wrote into texts.';

async function show(
  app: Deps,
  found: FoundPerson,
  context: CardContext,
  contextFor: (language: StoredPerson['person']['language']) => CardContext,
  to: string | undefined,
): Promise<void> {
  if (!found.stored) {
    const beside = besideThem(context, found);
    if (beside.length === 0) return failWith(nobody(found));
    for (const line of beside) t(line);
    return;
  }
  const own = contextFor(found.stored.person.language);
  const parts = partsOf(app, own, found.stored);
  if (to === undefined) {
    for await (const part of parts) process.stdout.write(part);
    return;
  }
  // Nobody else of the machine reads it, and nothing that stands there is overwritten.
  const file = await open(to, 'wx', 0o600).catch(() => undefined);
  if (!file) return failWith(`${to} cannot be made, or is there already.`);
  for await (const part of parts) await file.write(part);
  await file.close();
  t(`Written to ${to}. Give it to nobody but the person whom it is about.`);
}

/** The file in its parts: however much there is, one part is held at a time. */
async function* partsOf(app: Deps, context: CardContext, stored: StoredPerson): AsyncGenerator<Uint8Array> {
  for (let from: string | undefined = ''; from !== undefined; ) {
    const data = await myData(app, stored, from);
    yield dataFile(context, data).bytes;
    from = data.next;
  }
}

/** The log of files with names: a line for each, by who asked for it; whoever has been erased stands by reference. */
async function showNamedExports(app: Deps, context: CardContext): Promise<void> {
  let count = 0;
  for await (const page of app.namedExports.pages()) {
    const names = await app.people.namesOf(page.map(({ by }) => by));
    for (const { by, at, format, department, from, to } of page) {
      const named = names.get(by);
      // The name of whoever has left stands at their decisions and nowhere else.
      const name = named && !named.left ? named.name : 'Somebody who is not known any more';
      const who = by === OPERATORS ? 'An operator, by npm run export' : `${name} (${by})`;
      const place = department ? placeName(context, { department }) : context.settings.municipality.name;
      const span = [from && `from ${from}`, to && `to ${to}`].flatMap((part) => part || []);
      t(`${timeText(at, context.timeZone)} ${who}: ${[place, ...span, format].join(', ')}`);
    }
    count += page.length;
  }
  t(count === 0 ? 'Nobody has taken out a file with names.' : `${count} in all.`);
}

/** What goes, what stays, and what is not in the bot's hands. */
function erasing(context: CardContext, found: FoundPerson): string[] {
  const { words, decision = '', deciders } = context.settings.retention;
  const { person } = found.stored ?? {};
  return [
    person
      ? `${person.name || 'Somebody without a name'} (${[person.ref, ...person.emails].join(', ')})${person.identity ? '' : ', who was only named'}`
      : found.ref
        ? `${found.ref}, of whom nothing says any more who it is`
        : 'Somebody whom a source alone knows',
    ...(person?.also ?? []).map((ref) => `Another reference of theirs: ${ref}. It goes too.`),
    ...(person?.mayBe ?? []).map(
      (ref) => `An earlier account had the same address: ${ref}. It is not erased with this one: ask who they are.`,
    ),
    ...besideThem(context, found),
    'Goes: name, addresses, ids in Teams and Entra, choices, drafts, what they follow, messages to them, what sources say of them.',
    words === 'erase'
      ? `Goes: their ideas that nobody else had with them, pictures, answers and comments. Allowed by ${decision}.`
      : 'Stays: ideas, answers and comments, without a name. They are public documents, and no decision allows their destruction (arkivlagen 10 §).',
    'Stays: each decision, with its reasons (GDPR article 17.3 b and d).',
    deciders?.names === 'remove'
      ? `Goes: who decided. Allowed by ${deciders.decision ?? ''}.`
      : 'Stays: name and post at decisions that they took in a post (kommunallagen 7 kap. 5–8 §§).',
    'Stays: a name that somebody wrote into a text that is kept, and what stands in chats in Teams.',
  ];
}

/** What is known of them beside their own row. */
const besideThem = (context: CardContext, { said, posts }: FoundPerson): string[] => [
  ...posts.map((post) => `The organisation file says: ${postTitle(context, post)}.`),
  ...sourceNames.flatMap((source) => {
    const entry = said[source];
    const facts = entry ? [entry.who, entry.department, entry.unit].flatMap((one) => one ?? []) : [];
    return entry ? [`A source says (${source}): ${facts.join(', ') || 'protected personal data'}.`] : [];
  }),
];

void main();
