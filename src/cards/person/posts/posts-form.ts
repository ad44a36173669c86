import type { Department } from '../../../domain/organisation/organisation.js';
import type { PostList } from '../../../domain/organisation/overlay/change.js';
import { type HolderOfPost, holdersIn, holdersOf, holderValue } from '../../../domain/person/changing-posts.js';
import { addDays } from '../../../domain/time.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { choiceField, dateField, emailField, type Field, lineField, peopleField } from '../../fields.js';
import type { Choice } from '../../layouts/parts.js';
import { officeName, shortPlaceName } from '../../places.js';
import { shortened } from '../../shortened.js';
import { button, type VerbData } from '../../verbs.js';
import type { PostsPart } from './posts-parts.js';

/** What a form held when it was sent, to be filled in again. */
export type PostsKept = Partial<Omit<VerbData<'changePosts'>, 'idempotencyKey'>>;

/** So many of those with posts can be chosen from, as a card has room for with the longest names; a department of more is changed in the file. */
const MOST_CHOICES = 35;
/** Beside them fewer colleagues: they stand there for clients without a people picker, and any other is written by address. */
const MOST_COLLEAGUES = 15;
const LONGEST_CHOICE = 90;
/** As long as a name, a title or an address is in an organisation file, and as all other words for a department are together. */
const LONGEST_NAME = 200;
const LONGEST_WORDS = 1000;
/** The farthest day that somebody can be away to. */
const LONGEST_AWAY_DAYS = 366;

/** The parts with a form of one step. */
export type FormPart = Exclude<PostsPart, 'merge' | 'split'>;

interface PostsForm {
  department: Department;
  part: FormPart;
  /** What else can be changed from here. */
  more?: readonly PostsPart[];
  /** Of whom it may be, where it is about one person. */
  holders: readonly HolderOfPost[];
  /** Its reader's word is a proposal, which somebody else answers. */
  proposes?: boolean;
  /** A group says who has this post, of the department or of some of its units. */
  fromGroup?: boolean;
  kept?: PostsKept;
  /** Why it came back. */
  fault?: string | undefined;
  /** Nobody knows what the one who was named is called. */
  asksName?: boolean;
}

/** The form for one part of what can be changed of a department. */
export function postsForm(
  context: CardContext,
  {
    department,
    part,
    holders,
    proposes = false,
    fromGroup = false,
    kept = {},
    fault,
    asksName = false,
    more = [],
  }: PostsForm,
): Drawn {
  const { t } = context;
  const { code } = department;
  const place = shortPlaceName(context, { department: code });
  const heading = t(`posts.form.${part}`);
  const idempotencyKey = context.mintIdempotencyKey();
  const card = context.draw('posts', {
    label: heading,
    place,
    notes: [
      ...(fromGroup ? [t('posts.refusal.fromGroup')] : []),
      ...(proposes ? [t('posts.proposes', { office: officeName(context) })] : []),
      ...(part === 'name' ? [t('posts.renaming')] : []),
    ].map((text) => ({ text })),
    facts: [],
    fault: fault ? [{ text: fault }] : [],
    fields: fieldsOf[part](context, { department, holders, kept, asksName }),
    buttonRows: buttonRows([
      button(
        t(proposes ? 'posts.propose' : 'button.save'),
        'changePosts',
        { idempotencyKey, department: code, part },
        { style: 'positive' },
      ),
      ...more.map((other) =>
        button(t(`posts.form.${other}`), 'posts', { department: code, part: other }, { inputs: 'none' }),
      ),
      button(t('button.back'), 'posts', { department: code }, { inputs: 'none' }),
    ]),
  });
  return { card, summary: fault ?? `${heading}: ${place}` };
}

type FieldsOf = (
  context: CardContext,
  form: Required<Pick<PostsForm, 'department' | 'holders' | 'kept' | 'asksName'>>,
) => Field[];

/** Who leaves a post, who comes to it, and as what. */
const forPost =
  (post: PostList): FieldsOf =>
  (context, { department, kept, asksName }) => {
    const { t } = context;
    const holders = holdersOf(department, post).slice(0, MOST_CHOICES);
    const [only, ...others] = holders;
    const leaving = kept.out ?? (only && others.length === 0 ? holderValue(only) : NOBODY);
    const line = { limit: LONGEST_NAME, placeholder: '' };
    return [
      choiceField({
        id: 'out',
        label: t('posts.out'),
        choices: [
          ...holders.map((holder) => choiceOf(context, department, holder)),
          { title: t('posts.out.none'), value: NOBODY },
        ],
        value: leaving,
        placeholder: t('posts.out.none'),
      }),
      peopleField({
        id: 'person',
        label: t('posts.comes'),
        choices: colleagues(context, department),
        value: kept.person,
        placeholder: t('field.colleague.hint'),
      }),
      emailField('personEmail', t('field.personEmail'), kept.personEmail),
      ...(asksName
        ? [lineField({ ...line, id: 'personName', label: t('posts.name'), value: kept.personName ?? '' })]
        : []),
      lineField({ ...line, id: 'title', label: t('posts.title.field'), value: kept.title ?? '' }),
    ];
  };

/** In the place of somebody who leaves. */
export const NOBODY = '-';

const fieldsOf: { readonly [P in FormPart]: FieldsOf } = {
  leaders: forPost('leaders'),
  deputies: forPost('deputies'),
  managers: forPost('managers'),
  aliases: ({ t }, { department: { aliases }, kept }) => [
    lineField({
      ...{ id: 'words', label: t('posts.aliases.field'), placeholder: t('posts.aliases.hint') },
      ...{ value: kept.words ?? aliases.join(', '), limit: LONGEST_WORDS },
    }),
  ],
  name: ({ t }, { department: { name }, kept }) => [
    lineField({
      ...{ id: 'placeName', label: t('posts.placeName'), placeholder: '' },
      ...{ value: kept.placeName ?? name.sv, limit: LONGEST_NAME, missing: t('posts.refusal.placeNameMissing') },
    }),
    lineField({
      ...{ id: 'placeNameEn', label: t('posts.placeName.en'), placeholder: '' },
      ...{ value: kept.placeNameEn ?? name.en, limit: LONGEST_NAME, missing: t('posts.refusal.placeNameMissing') },
    }),
  ],
  title: (context, { department, holders, kept }) => [
    whoField(context, holders, kept, ({ contact, post, unit }) => {
      const at = unit ? shortPlaceName(context, { department: department.code, unit }) : '';
      return [contact.name, context.t(`posts.${post}`), ...(at ? [at] : [])].join(', ');
    }),
    lineField({
      ...{ id: 'title', label: context.t('posts.title.field'), value: kept.title ?? '', placeholder: '' },
      limit: LONGEST_NAME,
    }),
  ],
  away: (context, { holders, kept }) => [
    whoField(context, holders, kept, ({ contact }) => `${contact.name}, ${contact.title}`),
    dateField('until', context.t('posts.away.field'), {
      value: kept.until ?? '',
      min: context.today,
      max: addDays(context.today, LONGEST_AWAY_DAYS),
    }),
  ],
};

/** One of those with a post, by `post|unit|address`; who is the only one is chosen. */
function whoField(
  { t }: CardContext,
  holders: readonly HolderOfPost[],
  kept: PostsKept,
  titleOf: (holder: HolderOfPost) => string,
): Field {
  const choices = holders.slice(0, MOST_CHOICES).map((holder) => ({
    title: shortened(titleOf(holder), LONGEST_CHOICE),
    value: `${holder.post}|${holderValue(holder)}`,
  }));
  const only = choices.length === 1 ? choices[0]?.value : undefined;
  return choiceField(
    { id: 'who', label: t('posts.who'), choices, value: kept.who ?? only, placeholder: t('posts.who.hint') },
    { missing: t('posts.whoMissing') },
  );
}

function choiceOf(context: CardContext, { code }: Department, holder: Parameters<typeof holderValue>[0]): Choice {
  const at = holder.unit ? `, ${shortPlaceName(context, { department: code, unit: holder.unit })}` : '';
  return { title: shortened(`${holder.contact.name}${at}`, LONGEST_CHOICE), value: holderValue(holder) };
}

/** Those of the department whom the organisation names, once each, where a client has no people picker. */
export function colleagues(context: CardContext, department: Department, most = MOST_COLLEAGUES): Choice[] {
  const all = new Map(holdersIn(department).map(({ contact }) => [contact.email, contact.name]));
  const choices = [...all].slice(0, most).map(([value, name]) => ({ title: shortened(name, LONGEST_CHOICE), value }));
  // A client refuses an empty list.
  return choices.length > 0 ? choices : [{ title: context.t('posts.nobody'), value: NOBODY }];
}
