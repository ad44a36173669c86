import type { GroupAct } from '../../app/group/act-on-group.js';
import type { GroupView } from '../../app/group/group-view.js';
import { farthestStep } from '../../domain/group/days.js';
import { isGroupOpenTo } from '../../domain/group/decide.js';
import { type GroupStep, groupLimits, MOST_IN_SMALL, MOST_STEPS } from '../../domain/group/group.js';
import type { PersonRef } from '../../domain/person/person.js';
import { dayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { choiceField, dateField, emailField, type Field, peopleField, textField } from '../fields.js';
import type { Choice } from '../layouts/parts.js';
import type { Section } from '../paragraphs.js';
import { chatLink, meetingLink } from '../person/deep-links.js';
import { placeName } from '../places.js';
import { shortened } from '../shortened.js';
import { type Button, button } from '../verbs.js';
import { type GroupPanel, groupPanelOf, groupSends } from './group-verbs.js';
import { titleOfIdea } from './group-words.js';

export interface GroupCardView extends GroupView {
  reader: PersonRef;
  panel?: GroupPanel | undefined;
  /** What has happened, in one line. */
  told?: string | undefined;
  fault?: string | undefined;
  /** What was written in the panel that is open. */
  kept?: Partial<Record<'person' | 'personEmail' | 'step' | 'on', string | undefined>> | undefined;
}

const plain = { inputs: 'none' } as const;

/** "Jobba tillsammans": who works with an idea, and what they do next. */
export function groupCard(context: CardContext, view: GroupCardView): Drawn {
  const { t } = context;
  const { idea, group, told, fault } = view;
  const panel = openPanel(view);
  const title = titleOfIdea(context, idea);
  const card = context.draw('group', {
    ...{ stageLine: t('group.head', { id: idea.id }), title, titleSize: 'Large' },
    told: told ? [{ text: told }] : [],
    fault: fault ? [{ text: fault }] : [],
    words: panel === 'step' || panel === 'finish' ? [] : peopleSection(context, view),
    steps: panel && panel !== 'finish' ? [] : stepsSection(context, view),
    fields: fields(context, view, panel),
    buttonRows: buttonRows(panel ? panelButtons(context, view, panel) : buttons(context, view)),
    elsewhere: panel ? [] : links(context, view),
  });
  const about = [
    { record: 'idea' as const, id: idea.id, seq: idea.seq },
    ...(group ? [{ record: 'group' as const, id: group.id, seq: group.seq }] : []),
  ];
  return {
    ...{ card, summary: told ? `${told} ${title}` : `${t('group.heading')}: ${title}`, gist: [title] },
    about: { card: group ? `group.${group.id}` : 'titles', records: about },
  };
}

const can = ({ group, roles, isWorked }: GroupView, type: GroupAct): boolean =>
  isGroupOpenTo(type, group, roles, isWorked);

/** What is open, where the reader may have it open. Where nobody is in it yet, whom to ask. */
function openPanel(view: GroupCardView): GroupPanel | undefined {
  const { group, panel } = view;
  const wanted = group ? panel : 'ask';
  const act = wanted && groupSends[wanted];
  if (act && !can(view, act)) return undefined;
  return wanted === 'finish' && openSteps(view).length === 0 ? undefined : wanted;
}

const openSteps = ({ group }: GroupView): readonly GroupStep[] =>
  (group?.steps ?? []).toSorted((one, other) => (one.on < other.on ? -1 : 1));

const nameOf = ({ t }: CardContext, { names }: GroupView, ref: PersonRef): string =>
  names.get(ref) ?? t('group.someone');

function peopleSection(context: CardContext, view: GroupView): Section[] {
  const { t, language, today } = context;
  const { group, mostMembers } = view;
  if (!group) return [{ heading: [], lines: [{ text: t('group.about', { most: mostMembers }) }] }];
  const lines = [
    t('group.leads', { name: nameOf(context, view, group.founder) }),
    ...group.members.map(({ person, accepted, until }) =>
      accepted || until === undefined
        ? nameOf(context, view, person)
        : t('group.asked', { name: nameOf(context, view, person), date: dayText(until, language, today) }),
    ),
  ];
  return [{ heading: [{ text: t('group.section.people') }], lines: lines.map((text) => ({ text })) }];
}

function stepsSection(context: CardContext, view: GroupView): Section[] {
  const { t } = context;
  const { group } = view;
  if (!group) return [];
  const lines = openSteps(view).map((step) => stepText(context, view, step));
  const done = group.done > 0 ? [t('group.done', { count: group.done })] : [];
  const all = [...lines, ...done];
  return all.length > 0
    ? [{ heading: [{ text: t('group.section.steps') }], lines: all.map((text) => ({ text })) }]
    : [];
}

function stepText(context: CardContext, view: GroupView, { slot, taker, on }: GroupStep): string {
  const { t, language, today } = context;
  const { group, roles } = view;
  const isHidden = group?.hidden && !roles.has('decider');
  return t('group.step', {
    what: (isHidden ? undefined : group?.words[slot]) ?? t('group.hidden'),
    who: nameOf(context, view, taker),
    date: dayText(on, language, today),
  });
}

function fields(context: CardContext, view: GroupCardView, panel: GroupPanel | undefined): Field[] {
  const { t, today } = context;
  const { group, kept = {} } = view;
  switch (panel) {
    case 'ask':
      return askFields(context, view);
    case 'step':
      return [
        textField(
          t,
          { id: 'step', label: 'group.field.step', limit: groupLimits.step },
          { value: kept.step, required: 'group.field.step.missing', lines: 'one' },
        ),
        choiceField({
          ...{ id: 'person', label: t('group.field.taker'), value: kept.person ?? 'me', placeholder: '' },
          choices: [{ title: t('option.me'), value: 'me' }, ...takers(context, view)],
        }),
        dateField('on', t('group.field.on'), {
          ...{ value: kept.on ?? '', min: today, max: farthestStep(today), missing: t('group.field.on.missing') },
        }),
      ];
    case 'finish':
      return [
        choiceField(
          {
            ...{ id: 'slot', label: t('group.field.slot'), value: openSteps(view)[0]?.slot, placeholder: '' },
            choices: openSteps(view).map((step) => ({
              title: shortened(stepText(context, view, step), 100),
              value: step.slot,
            })),
          },
          { open: true },
        ),
      ];
    case 'remove':
      return [
        choiceField({
          ...{ id: 'person', label: t('group.field.removed'), value: 'm0', placeholder: '' },
          choices: (group?.members ?? []).map(({ person }, at) => ({
            title: nameOf(context, view, person),
            value: `m${at}`,
          })),
        }),
      ];
    default:
      return [];
  }
}

/** Those in it, by their place in the list: the one who presses is named as oneself. */
const takers = (context: CardContext, view: GroupCardView): Choice[] =>
  (view.group?.members ?? []).flatMap(({ person, accepted }, at) =>
    accepted && person !== view.reader ? [{ title: nameOf(context, view, person), value: `m${at}` }] : [],
  );

/** Anybody by name or address; first whoever leads another department that it also concerns. */
function askFields(context: CardContext, { suggested, kept = {} }: GroupCardView): Field[] {
  const { t } = context;
  const choices = (suggested?.leaders ?? []).map(({ name, email }) => ({
    title: t('group.suggested', { name, place: placeName(context, { department: suggested?.department ?? '' }) }),
    value: email,
  }));
  return [
    peopleField({
      ...{ id: 'person', label: t('group.field.person'), value: kept.person, placeholder: t('field.colleague.hint') },
      // Clients refuse a list without choices.
      choices: choices.length > 0 ? choices : [{ title: t('group.byAddress'), value: 'address' }],
    }),
    emailField('personEmail', t('field.personEmail'), kept.personEmail ?? ''),
  ];
}

/** What the reader can do, the most wanted first. */
function buttons(context: CardContext, view: GroupCardView): Button[] {
  const { t } = context;
  const { idea, group, roles } = view;
  const opens = (panel: GroupPanel, title: string, style: Button['style'] = 'default') =>
    button(title, 'group', { idea: idea.id, panel }, { ...plain, style });
  if (roles.has('asked') && group)
    return [
      ...(can(view, 'joinGroup') ? [act(context, view, 'joinGroup', t('group.button.join'), 'positive')] : []),
      act(context, view, 'declineGroup', t('group.button.decline')),
      button(t('group.button.idea'), 'open', { idea: idea.id }, plain),
    ];
  const hasRoom = (group?.steps.length ?? 0) < MOST_STEPS;
  return [
    ...(can(view, 'addGroupStep') && hasRoom ? [opens('step', t('group.button.step'), 'positive')] : []),
    ...(can(view, 'finishGroupStep') && openSteps(view).length > 0 ? [opens('finish', t('group.button.finish'))] : []),
    ...(mayAsk(view) ? [opens('ask', askTitle(context, view))] : []),
    opens('manage', t('button.more')),
  ];
}

const mayAsk = (view: GroupView): boolean =>
  can(view, 'askMember') && (view.group?.members.length ?? 0) < view.mostMembers;

/** In a small municipality a group is a colleague who is asked. */
const askTitle = ({ t }: CardContext, { mostMembers }: GroupView): string =>
  t(mostMembers === MOST_IN_SMALL ? 'group.button.askColleague' : 'group.button.ask');

/** "Chatta med gruppen", "Boka möte": in Teams' own windows, for which the bot needs no right. */
function links(context: CardContext, view: GroupView): { links: { title: string; url: string }[] }[] {
  const { t } = context;
  const { addresses, roles, idea } = view;
  if (addresses.length === 0 || roles.has('asked')) return [];
  const to = addresses.join(',');
  const about = t('group.subject', { title: titleOfIdea(context, idea), id: idea.id });
  return [
    {
      links: [
        { title: t('group.button.chat'), url: chatLink(to, about) },
        { title: t('group.button.meet'), url: meetingLink(to, about) },
      ],
    },
  ];
}

/** What a panel sends is called as the button that opened it. */
function panelButtons(context: CardContext, view: GroupCardView, panel: GroupPanel): Button[] {
  const { t } = context;
  const { idea, group, roles } = view;
  const toIdea = button(t('group.button.idea'), 'open', { idea: idea.id }, plain);
  const back = group ? button(t('button.back'), 'group', { idea: idea.id }, plain) : toIdea;
  switch (panel) {
    case 'ask':
      return [act(context, view, 'askMember', t('group.button.sendAsk'), 'positive'), back];
    case 'step':
      return [act(context, view, 'addGroupStep', t('group.button.saveStep'), 'positive'), back];
    case 'finish':
      return [act(context, view, 'finishGroupStep', t('group.button.finish'), 'positive'), back];
    case 'remove':
      return [act(context, view, 'removeMember', t('group.button.remove'), 'positive'), back];
    case 'manage':
      return [
        toIdea,
        ...(can(view, 'removeMember') && (group?.members.length ?? 0) > 0
          ? [button(t('group.button.remove'), 'group', { idea: idea.id, panel: 'remove' }, plain)]
          : []),
        ...(roles.has('member') && can(view, 'leaveGroup')
          ? [act(context, view, 'leaveGroup', t('group.button.leave'))]
          : []),
        ...(group && can(view, 'hideGroup') && group.steps.length > 0
          ? [act(context, view, 'hideGroup', t('group.button.hide'))]
          : []),
        ...(can(view, 'showGroup') ? [act(context, view, 'showGroup', t('group.button.show'))] : []),
        back,
      ];
  }
}

/** What is chosen from a list by its place there: from another list it would be another one. */
const chosen: ReadonlySet<GroupAct> = new Set(['addGroupStep', 'finishGroupStep', 'removeMember']);

const act = (
  context: CardContext,
  { idea, group }: GroupView,
  groupAct: GroupAct,
  title: string,
  style: Button['style'] = 'default',
): Button =>
  button(
    title,
    'actOnGroup',
    {
      ...{ idea: idea.id, idempotencyKey: context.mintIdempotencyKey(), groupAct },
      ...(group && chosen.has(groupAct) && { shownVersion: group.decisionVersion }),
    },
    { style, ...(groupPanelOf(groupAct) ? {} : plain) },
  );
