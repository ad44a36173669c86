import { languageCodes, languages } from '../../domain/languages.js';
import type { Person } from '../../domain/person/person.js';
import type { Post } from '../../domain/person/posts.js';
import { addDays, type Day } from '../../domain/time.js';
import { weekdayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import { choiceField, type Field, toggleField } from '../fields.js';
import type { Drawn, Kit } from '../kit.js';
import type { Choice } from '../layouts/parts.js';
import { officeName, placeField } from '../places.js';
import { button } from '../verbs.js';

/** What the last press came to. */
export type SettingsNote = 'saved' | 'dateNotAhead';

/**
 * What a person can choose. Only what has an effect for somebody with these posts is asked; saving draws the card again,
 * with a word about what came of it.
 */
export function settings(kit: Kit, person: Person, posts: readonly Post[], note?: SettingsNote): Drawn {
  const { say } = kit;
  const card = kit.draw('settings', {
    heading: say('settings.heading'),
    saved: note === 'saved' ? [{ word: say('settings.saved'), what: say('settings.savedWhat') }] : [],
    refusal: note === 'dateNotAhead' ? [{ text: say('refusal.dateNotAhead', { field: say('settings.away') }) }] : [],
    general: generalFields(kit, person),
    away: awayField(kit, person, posts),
    messages: say('settings.messages'),
    fields: messageFields(kit, person, posts),
    always: say('settings.always'),
    buttonRows: buttonRows([
      button(say('button.save'), 'saveSettings', {}, { style: 'positive' }),
      button(say('button.myData'), 'myData', {}, { inputs: 'none' }),
    ]),
  });
  return { card, summary: say(note === 'saved' ? 'settings.savedSummary' : 'settings.summary') };
}

const decides = (posts: readonly Post[]): boolean => posts.some(({ role }) => role !== 'manager');

function generalFields(kit: Kit, person: Person): Field[] {
  const { say } = kit;
  const languageChoices = languageCodes.map((value): Choice => ({ title: languages[value].name, value }));
  const place = person.department
    ? { department: person.department, ...(person.unit && { unit: person.unit }) }
    : undefined;
  return [
    choiceField({
      id: 'language',
      label: say('settings.language'),
      choices: languageChoices,
      value: person.language,
      placeholder: '',
    }),
    placeField(kit, say('settings.place'), place),
  ];
}

/** The farthest day that somebody can be away to. */
const LONGEST_AWAY_DAYS = 366;

/** Only those who decide are stood in for, so only they are asked. One or none. */
function awayField(kit: Kit, { awayUntil }: Person, posts: readonly Post[]) {
  if (!decides(posts)) return [];
  const value: Day = awayUntil && awayUntil >= kit.today ? awayUntil : '';
  const leads = posts.some(({ role }) => role === 'leader');
  return [
    {
      label: kit.say('settings.away'),
      value,
      min: kit.today,
      max: addDays(kit.today, LONGEST_AWAY_DAYS),
      what: kit.say(leads ? 'settings.awayWhat' : 'settings.awayOthers', { office: officeName(kit) }),
    },
  ];
}

function messageFields(kit: Kit, { preferences }: Person, posts: readonly Post[]): Field[] {
  const { say } = kit;
  const weekday = weekdayText(kit.settings.digest.day, kit.language);
  const daily: Choice[] = [
    { title: say('settings.newIdeas.direct'), value: 'direct' },
    { title: say('settings.newIdeas.daily'), value: 'daily' },
  ];
  return [
    ...(decides(posts)
      ? [
          choiceField({
            id: 'newIdeas',
            label: say('settings.newIdeas'),
            choices: daily,
            value: preferences.newIdeas,
            placeholder: '',
          }),
        ]
      : []),
    ...(posts.some(({ role }) => role === 'manager')
      ? [toggleField('digest', say('button.week'), say('settings.digest', { weekday }), preferences.digest)]
      : []),
    toggleField('reminders', say('settings.remindersLabel'), say('settings.reminders'), preferences.reminders),
    toggleField('comments', say('settings.commentsLabel'), say('settings.comments'), preferences.comments),
    toggleField('followed', say('settings.followedLabel'), say('settings.followed'), preferences.followed),
  ];
}
