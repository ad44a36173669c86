import { languageCodes, languages } from '../../domain/languages.js';
import { isOnePlace, isSmallMunicipality, placeValue } from '../../domain/organisation/place.js';
import { chosenNews, isTold } from '../../domain/person/day-news.js';
import {
  type DigestPace,
  digestPaceOf,
  digestPaces,
  hasDayCard,
  LONGEST_PHRASE,
  MOST_NEW_AT_ONCE_A_WEEK,
  MOST_PHRASES,
  type Person,
  WAITING_KEPT_UP_WITH,
} from '../../domain/person/person.js';
import type { Post } from '../../domain/person/posts.js';
import { addDays, type Day } from '../../domain/time.js';
import { weekdayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { choiceField, type Field, textField, toggleField } from '../fields.js';
import type { Choice } from '../layouts/parts.js';
import { placeField } from '../organisation/place-field.js';
import { officeName } from '../places.js';
import { button } from '../verbs.js';

/** What the last press came to. */
export type SettingsNote = 'saved' | 'dateNotAhead' | 'unknownDepartment' | 'phrases';

/**
 * What a person can choose. Only what has an effect for somebody with these posts is asked; saving draws the card again,
 * with a word about what came of it. `written`: what they wrote of where they work, which names no place or several.
 */
export function settings(
  context: CardContext,
  person: Person,
  posts: readonly Post[],
  note?: SettingsNote,
  written?: string,
): Drawn {
  const { t } = context;
  const card = context.draw('settings', {
    heading: t('settings.heading'),
    saved: note === 'saved' ? [{ word: t('settings.saved'), what: t('settings.savedWhat') }] : [],
    refusal: note && note !== 'saved' ? [{ text: whyNot(context, note) }] : [],
    general: generalFields(context, person, written),
    away: awayField(context, person, posts),
    decides: decides(posts) ? [{ fields: [phrasesField(context, person)] }] : [],
    messages: t('settings.messages'),
    fields: messageFields(context, person, posts),
    always: t('settings.always'),
    buttonRows: buttonRows([
      button(t('button.save'), 'saveSettings', decides(posts) ? { beginnings: true } : {}, { style: 'positive' }),
      button(t('button.helpOffer'), 'helpOffer', {}, { inputs: 'none' }),
      button(t('button.myData'), 'myData', {}, { inputs: 'none' }),
    ]),
  });
  return { card, summary: t(note === 'saved' ? 'settings.savedSummary' : 'settings.summary') };
}

const whyNot = ({ t }: CardContext, note: Exclude<SettingsNote, 'saved'>): string =>
  note === 'phrases'
    ? t('settings.phrasesTooMany', { count: MOST_PHRASES, letters: LONGEST_PHRASE })
    : t(`refusal.${note}`, { field: t('settings.away') });

/** What whoever decides writes again and again, so that they find it in a list. */
const phrasesField = ({ t }: CardContext, { preferences }: Person): Field =>
  textField(
    t,
    { id: 'phrases', label: 'settings.phrases', limit: MOST_PHRASES * (LONGEST_PHRASE + 1) },
    { value: preferences.phrases?.join('\n'), optional: true, placeholder: 'settings.phrasesPlaceholder' },
  );

const decides = (posts: readonly Post[]): boolean => posts.some(({ role }) => role !== 'manager');

function generalFields(context: CardContext, person: Person, written: string | undefined): Field[] {
  const { t } = context;
  const languageChoices = languageCodes.map((value): Choice => ({ title: languages[value].name, value }));
  const place = person.department
    ? { department: person.department, ...(person.unit && { unit: person.unit }) }
    : undefined;
  return [
    choiceField({
      id: 'language',
      label: t('settings.language'),
      choices: languageChoices,
      value: person.language,
      placeholder: '',
    }),
    ...(isOnePlace(context.directory)
      ? []
      : [placeField(context, t('settings.place'), written ?? (place && placeValue(place)))]),
  ];
}

/** The farthest day that somebody can be away to. */
const LONGEST_AWAY_DAYS = 366;

/** Only those who decide are stood in for, so only they are asked. One or none. */
function awayField(context: CardContext, { awayUntil }: Person, posts: readonly Post[]) {
  if (!decides(posts)) return [];
  const value: Day = awayUntil && awayUntil >= context.today ? awayUntil : '';
  const leads = posts.some(({ role }) => role === 'leader');
  return [
    {
      label: context.t('settings.away'),
      value,
      min: context.today,
      max: addDays(context.today, LONGEST_AWAY_DAYS),
      what: context.t(leads ? 'settings.awayWhat' : 'settings.awayOthers', { office: officeName(context) }),
    },
  ];
}

/** How often somebody is told what has happened in their places: where little may happen, what the bot does then. */
const paceTexts: Readonly<Record<DigestPace, (context: CardContext) => string>> = {
  weekly: ({ t, language, settings, directory }) => {
    const weekday = weekdayText(settings.digest.day, language);
    return isSmallMunicipality(directory) ? t('settings.digest.small', { weekday }) : t('settings.digest', { weekday });
  },
  monthly: ({ t }) => t('settings.digest.monthly'),
  off: ({ t }) => t('settings.digest.off'),
};

function messageFields(context: CardContext, { preferences }: Person, posts: readonly Post[]): Field[] {
  const { t } = context;
  const daily: Choice[] = [
    { title: t('settings.newIdeas.direct'), value: 'direct' },
    { title: t('settings.newIdeas.daily'), value: 'daily' },
  ];
  return [
    toggleField(
      'dayCard',
      t('settings.dayCardLabel'),
      t('settings.dayCard', { post: String(posts.length > 0) }),
      hasDayCard({ preferences }),
    ),
    ...(decides(posts)
      ? [
          choiceField({
            id: 'newIdeas',
            label: t('settings.newIdeasLabel', { some: WAITING_KEPT_UP_WITH, week: MOST_NEW_AT_ONCE_A_WEEK }),
            choices: daily,
            value: preferences.newIdeas,
            placeholder: '',
          }),
        ]
      : []),
    ...(posts.some(({ role }) => role === 'manager')
      ? [
          choiceField({
            id: 'digest',
            label: t('button.week'),
            choices: digestPaces.map((value) => ({ title: paceTexts[value](context), value })),
            value: digestPaceOf(preferences),
            placeholder: '',
          }),
        ]
      : []),
    toggleField('reminders', t('settings.remindersLabel'), t('settings.reminders'), preferences.reminders),
    toggleField('comments', t('settings.commentsLabel'), t('settings.comments'), preferences.comments),
    toggleField('followed', t('settings.followedLabel'), t('settings.followed'), preferences.followed),
    ...chosenNews.map((part) =>
      toggleField(
        part,
        t(`settings.news.${part}Label`),
        t(`settings.news.${part}`, { post: String(posts.length > 0) }),
        isTold(part, { choices: preferences.dayNews, hasPost: posts.length > 0 }),
      ),
    ),
  ];
}
