import type { DepartmentLeaders, FoundLeader } from '../../app/person/find-leaders.js';
import type { DepartmentHit } from '../../domain/organisation/department-search.js';
import type { Contact, Department, Unit } from '../../domain/organisation/organisation.js';
import { isOnePlace } from '../../domain/organisation/place.js';
import { longestPause } from '../../domain/person/away.js';
import type { Day } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import { listText } from '../../text/lists.js';
import { buttonRows, fitsPhone } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { choiceField } from '../fields.js';
import { few } from '../organisation/few.js';
import { officeName, placeName, shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';
import { chatLink, meetingLink } from './deep-links.js';
import { changeButton } from './posts/department-posts.js';

/** Each with two buttons; the card has no room for more of them (six at most), and for others the row is a button itself. */
const MOST_WITH_BUTTONS = 2;
/** A department with a thousand units may have as many leaders: whoever asks needs one of them. */
const MOST_PEOPLE = 15;

/** A department's innovation leaders, who answers while they are away, and how to reach them; then a search for others. */
export function leaders(context: CardContext, found: DepartmentLeaders, { mayChange = false } = {}): Drawn {
  const { t } = context;
  const place = shortPlaceName(context, { department: found.department.code });
  const people = reachable(context, found);
  const [first, others] = [people.slice(0, MOST_WITH_BUTTONS), people.slice(MOST_WITH_BUTTONS, MOST_PEOPLE)];
  const more = people.length - first.length - others.length;
  const isAlone = isOnePlace(context.directory);
  const card = context.draw('leaders', {
    label: t('leaders.label', { count: found.leaders.length }),
    place,
    notes: few(context, notes(context, found)).map((text) => ({ text })),
    people: first.map((contact) => withButtons(context, contact)),
    rows: others.map((contact) => asRow(context, contact)),
    more: more > 0 ? [{ text: t('leaders.more', { count: more }) }] : [],
    tapToChat: others.length > 0 ? [{ text: t('leaders.tapToChat') }] : [],
    search: isAlone ? [] : searchFields(context),
    actions: [
      ...(isAlone ? [] : [searchButton(context)]),
      ...(mayChange ? [changeButton(context, found.department.code)] : []),
    ],
  });
  const names = listText(
    few(
      context,
      people.map(({ name }) => name),
    ),
    context.language,
  );
  return { card, summary: t('leaders.summary', { place, names }) };
}

/** A choice between several departments that what was written may mean, the nearest first. */
export const leaderChoice = (context: CardContext, hits: readonly DepartmentHit[]): Drawn =>
  choice(context, { heading: context.t('leaders.severalHeading'), about: [], places: hits });

/** What somebody wrote may be long; the card shows its beginning. */
const LONGEST_QUERY = 60;

/** Nothing is called what was written: what comes nearest, and the search again. */
export const leaderNotFound = (context: CardContext, query: string, closest: readonly Department[]): Drawn =>
  choice(context, {
    heading: context.t('leaders.noneHeading'),
    about: [
      context.t('leaders.noneFound', { query: shortened(query, LONGEST_QUERY) }),
      ...(closest.length > 0 ? [context.t('leaders.closest')] : []),
    ],
    places: closest.map((department) => ({ department })),
  });

/** Beside the search a card has room for so many buttons at most; more places, or longer names, become a list. */
const MOST_BUTTONS = 4;
/** And the list has so many: of more, whoever searches writes more of the name. */
const MOST_LISTED = 20;
const LONGEST_CHOICE = 90;

interface PlaceChoices {
  heading: string;
  about: string[];
  places: readonly { department: Department; unit?: Unit }[];
}

function choice(context: CardContext, { heading, about, places }: PlaceChoices): Drawn {
  const { t } = context;
  const choices = places.slice(0, MOST_LISTED).map(({ department: { code }, unit }) => ({
    title: shortened(placeName(context, { department: code, ...(unit && { unit: unit.code }) }), LONGEST_CHOICE),
    value: code,
  }));
  const left = places.length - choices.length;
  const isFew = choices.length <= MOST_BUTTONS && choices.every(({ title }) => fitsPhone(title));
  const list = choiceField(
    { id: 'department', label: t('leaders.choose'), choices, placeholder: t('department.placeholder') },
    // Where there are more, they may search again instead.
    { search: true, ...(left === 0 && { missing: t('leaders.chooseMissing') }) },
  );
  const card = context.draw('leader-choice', {
    heading,
    about: [...about, ...(left > 0 ? [t('leaders.moreFound', { count: left })] : [])].map((text) => ({ text })),
    buttonRows: buttonRows(
      isFew
        ? choices.map(({ title, value }) => button(title, 'leader', { department: value }, { inputs: 'none' }))
        : [],
    ),
    fields: isFew ? [] : [list],
    search: isFew || left > 0 ? searchFields(context) : [],
    actions: isFew ? [searchButton(context)] : [button(t('button.pickPlace'), 'leader', {}, { style: 'positive' })],
  });
  return { card, summary: about[0] ?? heading };
}

const isAway = ({ awayUntil, absent }: FoundLeader): boolean => awayUntil !== undefined || absent === true;

/** Leaders, then the deputies who answer for those who are away, then these; the innovation office where there is nobody. */
function reachable(context: CardContext, { leaders: leading, deputies }: DepartmentLeaders) {
  const covered = leading.length === 0 || leading.some(isAway);
  const contactsOf = (those: typeof leading) => those.map(({ contact }) => contact);
  const [here, away] = [leading.filter((it) => !isAway(it)), leading.filter(isAway)];
  const shown = [...contactsOf(here), ...(covered ? deputies : []), ...contactsOf(away)];
  return shown.length > 0 ? shown : context.directory.office;
}

const chatTo = ({ t }: CardContext, { email }: Contact): string => chatLink(email, t('leaders.chatMessage'));

/** Pressed as a whole. Its name is all that a screen reader says of it. */
const asRow = (context: CardContext, contact: Contact) => {
  const { name, title, email } = contact;
  const chatWith = context.t('leaders.chatWith', { name: [name, title, email].join(', ') });
  return { name, title, email, chatWith, chat: chatTo(context, contact) };
};

function withButtons(context: CardContext, contact: Contact) {
  const { t } = context;
  const { name, title, email } = contact;
  return {
    name,
    title,
    email,
    links: [
      { title: t('button.chat'), tooltip: t('leaders.chatWith', { name }), url: chatTo(context, contact) },
      {
        title: t('button.meeting'),
        tooltip: t('leaders.meetingWith', { name }),
        url: meetingLink(email, t('leaders.meetingSubject')),
      },
    ],
  };
}

/** Who is away until when and who answers meanwhile; or that nobody leads here. */
function notes(context: CardContext, { leaders: leading, deputies, unreached }: DepartmentLeaders): string[] {
  const { t } = context;
  const office = officeName(context);
  if (leading.length === 0) return deputies.length === 0 ? [t('leaders.none', { office })] : [];
  const everyoneIsAway = leading.every(isAway);
  const [deputy] = unreached ? [] : deputies;
  const told = leading.flatMap((one) => {
    if (!isAway(one)) return [];
    const { contact, awayUntil } = one;
    const day = awayUntil ? dayText(awayUntil, context.language, context.today) : 'none';
    const away = { name: contact.name, day };
    if (deputy) return [t('leaders.away', { ...away, deputy: deputy.name })];
    return [everyoneIsAway ? t('leaders.awayAlone', { ...away, office }) : t('leaders.awayOthers', away)];
  });
  const first = deputy ? undefined : firstBack(leading, context.today);
  return [...told, ...(first ? [t('leaders.ideasWait', { name: first.contact.name })] : [])];
}

/** For whom ideas wait: whoever is back first, where all are away and have said until when. Whoever is away for long is not waited for. */
function firstBack(leading: readonly FoundLeader[], today: Day): FoundLeader | undefined {
  const away = leading.flatMap((one) => (one.awayUntil && !one.absent ? [{ one, until: one.awayUntil }] : []));
  const [first] = away.toSorted((a, b) => (a.until < b.until ? -1 : 1));
  return first && away.length === leading.length && first.until <= longestPause(today) ? first.one : undefined;
}

const searchFields = ({ t }: CardContext) => [
  { label: t('leaders.searchLabel'), placeholder: t('leaders.searchPlaceholder') },
];

const searchButton = ({ t }: CardContext) => button(t('button.search'), 'leader', {});
