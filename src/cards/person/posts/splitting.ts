import type { UnitIdeas } from '../../../app/person/posts/department-ideas.js';
import { type Department, nameIn, type Organisation } from '../../../domain/organisation/organisation.js';
import type { SplitChange } from '../../../domain/organisation/overlay/change.js';
import { leavingOf } from '../../../domain/organisation/overlay/split.js';
import { aloneIn } from '../../../domain/organisation/place.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { choicesField, emailField, type Field, lineField, peopleField } from '../../fields.js';
import { hasOthers, listed, oneDepartmentField } from '../../organisation/place-field.js';
import { shortPlaceName } from '../../places.js';
import { shortened } from '../../shortened.js';
import type { VerbData } from '../../verbs.js';
import { colleagues } from './posts-form.js';
import { ideaCounts, namesOrNobody, reshaped, reshapingForm } from './reshaping.js';

/** What was chosen in the form. */
export type SplitKept = Omit<Partial<VerbData<'splitDepartment'>>, 'idempotencyKey' | 'sure'>;

/** As long as a name is in an organisation file, and as somebody may write of names of units. */
const LONGEST_NAME = 200;
const LONGEST_UNITS = 4000;
const LONGEST_CHOICE = 90;
/** Colleagues for clients without a people picker: any other is written by address. */
const MOST_COLLEAGUES = 8;

/** Which units leave a department, to which other one or as a new one. */
export function splitForm(context: CardContext, from: Department, kept: SplitKept = {}, fault?: string): Drawn {
  const place = nameIn(from.name, context.language);
  const about = context.t('posts.split.about', { place, ...aloneIn(context.directory) });
  const { filled, summary } = reshapingForm(context, 'split', from, {
    about,
    fields: fields(context, from, kept),
    fault,
  });
  return { card: context.draw('posts', filled), summary };
}

function fields(context: CardContext, from: Department, kept: SplitKept): Field[] {
  const { t } = context;
  const line = { placeholder: '', limit: LONGEST_NAME };
  const into = { label: t('posts.split.into'), value: kept.department, placeholder: t('field.choose') };
  const colleague = (id: string, label: string, value: string | undefined) =>
    peopleField({
      id,
      label,
      choices: colleagues(context, from, MOST_COLLEAGUES),
      value,
      placeholder: t('field.colleague.hint'),
    });
  return [
    unitsField(context, from, kept.units),
    ...(hasOthers(context.directory, [from.code]) ? [oneDepartmentField(context, into, [from.code])] : []),
    lineField({
      ...line,
      id: 'placeName',
      label: t('posts.split.name', aloneIn(context.directory)),
      value: kept.placeName ?? '',
    }),
    lineField({ ...line, id: 'placeNameEn', label: t('posts.placeName.en'), value: kept.placeNameEn ?? '' }),
    colleague('leader', t('posts.split.leader'), kept.leader),
    emailField('leaderEmail', t('posts.split.leaderEmail'), kept.leaderEmail),
    colleague('manager', t('posts.split.manager'), kept.manager),
    emailField('managerEmail', t('posts.split.managerEmail'), kept.managerEmail),
  ];
}

/** Any of its units: a list where a card has room for all of them, else their names are written. */
function unitsField(context: CardContext, { units }: Department, value = ''): Field {
  const { t, language } = context;
  const missing = t('posts.refusal.unitsMissing');
  const asked = { id: 'units', label: t('posts.split.units'), value };
  const choices = listed(units.length, () =>
    units.map(({ code, name }) => ({ title: shortened(nameIn(name, language), LONGEST_CHOICE), value: code })),
  );
  if (choices) return choicesField({ ...asked, choices, placeholder: t('field.choose') }, { search: true, missing });
  return lineField({ ...asked, placeholder: t('posts.split.write'), limit: LONGEST_UNITS, missing });
}

interface SplitShown {
  from: Department;
  change: SplitChange;
  ideas: UnitIdeas;
  /** As it would be. */
  after: Organisation;
}

/** What it would do, before it is done: which ideas go where, and who has which post then. */
export function splitShown(context: CardContext, { from, change, ideas, after }: SplitShown): Drawn {
  const { t, language } = context;
  const into = after.departments.find(({ code }) => code === change.into) ?? from;
  const names = { place: nameIn(from.name, language), into: nameIn(into.name, language) };
  const leaving = leavingOf(from, change);
  const { name, leaders, managers } = change.created ?? {};
  const fact = (label: string, all: readonly string[]) => ({ label, values: namesOrNobody(context, all) });
  const { filled, summary } = reshaped(context, 'split', from, {
    heading: t('posts.split.heading', { ...names, count: leaving.length }),
    lines: [
      ideaCounts(context, names, ideas).join(' '),
      [t('posts.split.rest', names), t('posts.split.works', names)].join(' '),
      ...(change.created ? [t('posts.split.money', names)] : []),
    ],
    facts: [
      fact(
        t('posts.merge.units'),
        leaving.map((unit) => nameIn(unit.name, language)),
      ),
      fact(
        t('posts.leaders'),
        [into, ...into.units].flatMap((place) => place.leaders.map((one) => one.name)),
      ),
      fact(
        t('posts.managers'),
        into.managers.map((one) => one.name),
      ),
    ],
    press: {
      units: change.units.join(','),
      ...(name
        ? {
            ...{ placeName: name.sv, placeNameEn: name.en },
            ...{ leaderEmail: leaders?.[0]?.email ?? '', managerEmail: managers?.[0]?.email ?? '' },
          }
        : { department: change.into }),
    },
  });
  return { card: context.draw('posts', filled), summary };
}

/** What has come of it. */
export const splitText = (context: CardContext, from: string, into: string): string => {
  const { t } = context;
  return t('posts.split.done', {
    place: shortPlaceName(context, { department: from }),
    into: shortPlaceName(context, { department: into }),
  });
};
