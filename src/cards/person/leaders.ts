import type { DepartmentLeaders } from '../../app/person/find-leaders.js';
import type { DepartmentHit } from '../../domain/organisation/department-search.js';
import type { Contact, Department, Unit } from '../../domain/organisation/organisation.js';
import { dayText } from '../../text/dates.js';
import { listText } from '../../text/lists.js';
import { buttonRows, fitsPhone } from '../button-rows.js';
import { chatLink, meetingLink } from '../deep-links.js';
import { choiceField } from '../fields.js';
import type { Drawn, Kit } from '../kit.js';
import { officeName, placeName, shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';

/** Each with two buttons; the card has no room for more of them (six at most), and for others the row is a button itself. */
const MOST_WITH_BUTTONS = 2;

/** A department's innovation leaders, who answers while they are away, and how to reach them; then a search for others. */
export function leaders(kit: Kit, found: DepartmentLeaders): Drawn {
  const { say } = kit;
  const place = shortPlaceName(kit, { department: found.department.code });
  const people = reachable(kit, found);
  const [first, others] = [people.slice(0, MOST_WITH_BUTTONS), people.slice(MOST_WITH_BUTTONS)];
  const card = kit.draw('leaders', {
    label: say('leaders.label', { count: found.leaders.length }),
    place,
    notes: notes(kit, found).map((text) => ({ text })),
    people: first.map((contact) => withButtons(kit, contact)),
    rows: others.map((contact) => asRow(kit, contact)),
    tapToChat: others.length > 0 ? [{ text: say('leaders.tapToChat') }] : [],
    ...searchField(kit),
  });
  const names = listText(
    people.map(({ name }) => name),
    kit.language,
  );
  return { card, summary: say('leaders.summary', { place, names }) };
}

/** A choice between several departments that what was written may mean, the nearest first. */
export const leaderChoice = (kit: Kit, hits: readonly DepartmentHit[]): Drawn =>
  choice(kit, { heading: kit.say('leaders.severalHeading'), about: [], places: hits });

/** What somebody wrote may be long; the card shows its beginning. */
const LONGEST_QUERY = 60;

/** Nothing is called what was written: what comes nearest, and the search again. */
export const leaderNotFound = (kit: Kit, query: string, closest: readonly Department[]): Drawn =>
  choice(kit, {
    heading: kit.say('leaders.noneHeading'),
    about: [
      kit.say('leaders.noneFound', { query: shortened(query, LONGEST_QUERY) }),
      ...(closest.length > 0 ? [kit.say('leaders.closest')] : []),
    ],
    places: closest.map((department) => ({ department })),
  });

/** Beside the search a card has room for so many buttons at most; more places, or longer names, become a list. */
const MOST_BUTTONS = 4;

interface PlaceChoices {
  heading: string;
  about: string[];
  places: readonly { department: Department; unit?: Unit }[];
}

function choice(kit: Kit, { heading, about, places }: PlaceChoices): Drawn {
  const { say } = kit;
  const choices = places.map(({ department: { code }, unit }) => ({
    title: placeName(kit, { department: code, ...(unit && { unit: unit.code }) }),
    value: code,
  }));
  const few = choices.length <= MOST_BUTTONS && choices.every(({ title }) => fitsPhone(title));
  const list = choiceField(
    { id: 'department', label: say('leaders.choose'), choices, placeholder: say('department.placeholder') },
    { search: true, missing: say('leaders.chooseMissing') },
  );
  const card = kit.draw('leader-choice', {
    heading,
    about: about.map((text) => ({ text })),
    buttonRows: buttonRows(
      few ? choices.map(({ title, value }) => button(title, 'leader', { department: value }, { inputs: 'none' })) : [],
    ),
    fields: few ? [] : [list],
    ...(few
      ? searchField(kit)
      : { search: [], actions: [button(say('button.pickPlace'), 'leader', {}, { style: 'positive' })] }),
  });
  return { card, summary: about[0] ?? heading };
}

/** Leaders, then the deputies who answer for those who are away, then these; the innovation office where there is nobody. */
function reachable(kit: Kit, { leaders: leading, deputies }: DepartmentLeaders) {
  const covered = leading.length === 0 || leading.some(({ awayUntil }) => awayUntil);
  const contactsOf = (those: typeof leading) => those.map(({ contact }) => contact);
  const [here, away] = [leading.filter((it) => !it.awayUntil), leading.filter((it) => it.awayUntil)];
  const shown = [...contactsOf(here), ...(covered ? deputies : []), ...contactsOf(away)];
  return shown.length > 0 ? shown : kit.directory.office;
}

const chatTo = ({ say }: Kit, { email }: Contact): string => chatLink(email, say('leaders.chatMessage'));

/** Pressed as a whole. Its name is all that a screen reader says of it. */
const asRow = (kit: Kit, contact: Contact) => {
  const { name, title, email } = contact;
  const chatWith = kit.say('leaders.chatWith', { name: [name, title, email].join(', ') });
  return { name, title, email, chatWith, chat: chatTo(kit, contact) };
};

function withButtons(kit: Kit, contact: Contact) {
  const { say } = kit;
  const { name, title, email } = contact;
  return {
    name,
    title,
    email,
    links: [
      { title: say('button.chat'), tooltip: say('leaders.chatWith', { name }), url: chatTo(kit, contact) },
      {
        title: say('button.meeting'),
        tooltip: say('leaders.meetingWith', { name }),
        url: meetingLink(email, say('leaders.meetingSubject')),
      },
    ],
  };
}

/** Who is away until when and who answers meanwhile; or that nobody leads here. */
function notes(kit: Kit, { leaders: leading, deputies }: DepartmentLeaders): string[] {
  const { say } = kit;
  const office = officeName(kit);
  if (leading.length === 0) return deputies.length === 0 ? [say('leaders.none', { office })] : [];
  const everyoneIsAway = leading.every(({ awayUntil }) => awayUntil);
  return leading.flatMap(({ contact: { name }, awayUntil }) => {
    if (!awayUntil) return [];
    const away = { name, day: dayText(awayUntil, kit.language, kit.today) };
    const [deputy] = deputies;
    if (deputy) return [say('leaders.away', { ...away, deputy: deputy.name })];
    return [everyoneIsAway ? say('leaders.awayAlone', { ...away, office }) : say('leaders.awayOthers', away)];
  });
}

const searchField = ({ say }: Kit) => ({
  search: [
    {
      label: say('leaders.searchLabel'),
      placeholder: say('leaders.searchPlaceholder'),
    },
  ],
  actions: [button(say('button.search'), 'leader', {})],
});
