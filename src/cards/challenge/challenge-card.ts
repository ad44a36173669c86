import type { ChallengeAct } from '../../app/challenge/act-on-challenge.js';
import type { ChallengeView } from '../../app/challenge/challenge-view.js';
import { ME } from '../../app/person/colleague.js';
import { isChallengeOpenTo } from '../../domain/challenge/decide.js';
import { speaksOutside } from '../../domain/challenge/outside.js';
import { type ChallengeRole, partnersNow } from '../../domain/challenge/policy.js';
import { takesAnswers } from '../../domain/challenge/reading.js';
import { challengeLimits } from '../../domain/challenge/words.js';
import { listText } from '../../text/lists.js';
import { buttonRows, titleThatFits } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { type Field, peopleField, textField } from '../fields.js';
import { improvementFact } from '../improvement/improvement-fact.js';
import { goalNames } from '../organisation/goals.js';
import { type Fact, paragraphs, section } from '../paragraphs.js';
import { namedPeople } from '../person/named-people.js';
import { type Button, button } from '../verbs.js';
import { type ChallengePanel, sends, type WritingPanel } from './challenge-panels.js';
import { dateText, offerLines, stageText, titleOf, whoseName } from './challenge-words.js';
import { outsideButtons, outsideLines } from './outside/outside-buttons.js';
import { type OutsideDraft, outsideFields } from './outside/outside-fields.js';

export interface ChallengeCardView extends ChallengeView {
  panel?: ChallengePanel | undefined;
  /** What has happened, in one line. */
  told?: string | undefined;
  /** What somebody has written with it. */
  wrote?: string | undefined;
  fault?: string | undefined;
  /** What was written in the panel that is open. */
  kept?: { reason?: string | undefined; result?: string | undefined; owner?: string | undefined } & OutsideDraft;
  /** Codes of the departments for which the reader says whether they take part. */
  speaksFor?: readonly string[];
  /** The reader, for whoever may name an owner. */
  person?: { name: string; emails: readonly string[] };
}

const plain = { inputs: 'none' } as const;

/** A challenge as one reader sees it, with what they can do. */
export function challengeCard(context: CardContext, view: ChallengeCardView): Drawn {
  const { challenge, told, fault, panel } = view;
  const open = panel && panel !== 'more' && isChallengeOpenTo(sends[panel], challenge, view.roles) ? panel : undefined;
  const { words } = challenge;
  // What becomes of an answer from outside is read before it is written.
  const said = told ?? (open === 'outside' ? context.t('challenge.outside.form') : undefined);
  const title = titleOf(context, { title: words.title ?? '', ...hiddenTo(view) });
  const card = context.draw('challenge', {
    ...{ stageLine: `${context.t('challenge.id', { id: challenge.id })} · ${stageText(context, challenge)}`, title },
    titleSize: 'Large',
    told: [...(said ? [{ text: said }] : []), ...paragraphs(view.wrote ?? '')],
    fault: fault ? [{ text: fault }] : [],
    words: open || hiddenTo(view).hidden ? [] : wordSections(context, view),
    answers: [],
    facts: open ? [] : facts(context, view),
    fields: open ? panelFields(context, view, open) : [],
    buttonRows: buttonRows(open ? panelButtons(context, view, open) : buttons(context, view)),
  });
  const { id, seq } = challenge;
  return {
    card,
    summary: told ? `${told} ${title}` : `${stageText(context, challenge)}: ${title}`,
    gist: [title],
    about: { card: `challenge.${id}`, records: [{ record: 'challenge', id, seq }] },
  };
}

/** The words of one that is hidden are shown to those who decide on it alone. */
const hiddenTo = ({ challenge, roles }: ChallengeView): { hidden?: true } =>
  challenge.hidden && !roles.has('decider') ? { hidden: true } : {};

const wordSections = ({ t }: CardContext, { challenge: { words, stage } }: ChallengeView) => [
  ...section(t('challenge.section.result'), words.result),
  ...(stage === 'withdrawn' ? section(t('challenge.section.reason'), words.reason) : []),
  ...section(t('challenge.section.problem'), words.problem),
  ...section(t('challenge.section.tried'), words.tried),
];

function facts(context: CardContext, { challenge, names, answers, same, outside, improvement }: ChallengeView): Fact[] {
  const partNames = partnersNow(challenge, context.directory).map((department) => whoseName(context, { department }));
  const { t } = context;
  const fact = (label: string, values: readonly string[]): Fact[] =>
    values.length > 0 ? [{ label, values: values.map((text) => ({ text })) }] : [];
  const { owner, goal, stage, offers, answerBy, resultBy } = challenge;
  const name = owner && names.get(owner.person);
  const unended = stage === 'proposed' || stage === 'open' || stage === 'answered';
  const ownerText = !owner
    ? t('challenge.owner.nobody')
    : owner.accepted
      ? name
      : t('challenge.owner.asked', { name: name ?? '' });
  return [
    ...fact(t('challenge.fact.whose'), [whoseName(context, challenge)]),
    ...fact(t('challenge.fact.offers'), unended ? offerLines(context, offers) : []),
    ...fact(t('challenge.fact.owner'), (owner && !name) || !ownerText || (!owner && !unended) ? [] : [ownerText]),
    ...fact(t('challenge.fact.goal'), goal === undefined ? [] : goalNames(context, [goal])),
    ...fact(t('challenge.fact.answerBy'), stage === 'proposed' ? [dateText(context, answerBy)] : []),
    ...fact(t('challenge.fact.resultBy'), unended ? [dateText(context, resultBy)] : []),
    ...fact(t('challenge.fact.part'), partNames.length > 0 ? [listText(partNames, context.language)] : []),
    ...fact(
      t('challenge.fact.same'),
      same.people > 0 ? [t('challenge.fact.same.value', { people: same.people, departments: same.departments })] : [],
    ),
    ...fact(t('challenge.fact.answers'), answers > 0 ? [String(answers)] : []),
    ...improvementFact(context, improvement),
    ...fact(t('challenge.outside.fact'), outsideLines(context, outside)),
  ];
}

/** What the reader can do, the most wanted first; what is seldom wanted stands behind one button. */
function buttons(context: CardContext, view: ChallengeCardView): Button[] {
  const { t } = context;
  const { challenge, answers, panel, roles } = view;
  const { id: challengeId } = challenge;
  const name = { challenge: challengeId };
  const can = (type: ChallengeAct) => isChallengeOpenTo(type, challenge, roles);
  const opens = (title: string, shown: ChallengePanel, style: Button['style'] = 'default') =>
    button(title, 'challenge', { ...name, panel: shown }, { ...plain, style });
  const takes = takesAnswers(challenge, context.today);
  const read =
    answers > 0 ? [button(t('challenge.button.answers', { count: answers }), 'challengeAnswers', name, plain)] : [];
  const first = [
    ...(can('acceptOwnership')
      ? [
          act(context, view, 'acceptOwnership', t('challenge.button.accept'), 'positive'),
          opens(t('challenge.button.decline'), 'decline'),
        ]
      : []),
    ...(can('tellResult') ? [opens(t('challenge.button.result'), 'result', 'positive')] : []),
    ...(can('nameChallengeOwner') && !challenge.owner ? [opens(t('challenge.button.owner'), 'owner', 'positive')] : []),
    ...(takes
      ? [button(t('challenge.button.idea'), 'form', { answersTo: challengeId }, { ...plain, style: 'positive' })]
      : []),
    ...read,
    ...(speaksOutside(roles) ? [] : outsideButtons(context, view)),
    ...parts(context, view, false),
    ...sameButton(context, view),
    ...(takes ? [button(t('challenge.button.agenda'), 'challengeAgenda', name, plain)] : []),
  ];
  const rest = [
    ...(can('nameChallengeOwner') && challenge.owner ? [opens(t('challenge.button.owner'), 'owner')] : []),
    ...(speaksOutside(roles) ? outsideButtons(context, view) : []),
    ...parts(context, view, true),
    ...(can('hideChallenge') ? [act(context, view, 'hideChallenge', t('challenge.button.hide'))] : []),
    ...(can('showChallenge') ? [act(context, view, 'showChallenge', t('challenge.button.show'))] : []),
    ...(can('withdrawChallenge') ? [opens(t('challenge.button.withdraw'), 'withdraw', 'destructive')] : []),
    button(t('challenge.button.list'), 'challenges', {}, plain),
  ];
  if (panel === 'more') return [...rest, button(t('button.back'), 'challenge', name, plain)];
  // One more is no reason for a button that shows it.
  return rest.length > 1 ? [...first, opens(t('challenge.button.more'), 'more')] : [...first, ...rest];
}

/** One department at a time is offered to whoever speaks for several: the next comes when it has said so. */
const MOST_OFFERED = 1;

/** What their department does, for whoever speaks for one that is not the one that asks: those that take part, or those that do not yet. */
function parts(context: CardContext, view: ChallengeCardView, isIn: boolean): Button[] {
  const { challenge, roles, speaksFor = [] } = view;
  if (!isChallengeOpenTo('takePart', challenge, roles)) return [];
  return speaksFor
    .filter((code) => code !== challenge.department && code in (challenge.takingPart ?? {}) === isIn)
    .slice(0, MOST_OFFERED)
    .map((department) => {
      const title = titleThatFits(
        (place) => context.t(isIn ? 'challenge.button.leavePart' : 'challenge.button.takePart', { place }),
        whoseName(context, { department }),
      );
      return act(context, view, isIn ? 'leavePart' : 'takePart', title, 'default', department);
    });
}

/** Whoever asks has the problem anyway. */
function sameButton({ t }: CardContext, { challenge, roles, same }: ChallengeCardView): Button[] {
  const isTheirs = ['publisher', 'owner', 'decider'].some((role) => roles.has(role as ChallengeRole));
  if (isTheirs || (challenge.stage !== 'open' && challenge.stage !== 'answered')) return [];
  const title = t(same.mine ? 'challenge.button.notSame' : 'challenge.button.same');
  return [button(title, 'challengeSame', { challenge: challenge.id, on: !same.mine }, plain)];
}

const act = (
  context: CardContext,
  { challenge: { id, decisionVersion } }: ChallengeView,
  type: ChallengeAct,
  title: string,
  style: Button['style'] = 'default',
  department?: string,
): Button =>
  button(
    title,
    'actOnChallenge',
    { challenge: id, decisionVersion, idempotencyKey: context.mintIdempotencyKey(), act: type, department },
    { style },
  );

function panelFields(context: CardContext, view: ChallengeCardView, open: WritingPanel): Field[] {
  const { t } = context;
  const { kept = {}, person, challenge } = view;
  switch (open) {
    case 'owner':
      return person
        ? [
            peopleField({
              ...{ id: 'owner', label: t('challenge.field.owner'), value: kept.owner ?? ME },
              choices: namedPeople(context, person, challenge.department ? [challenge.department] : []),
              placeholder: t('field.colleague.hint'),
            }),
          ]
        : [];
    case 'result':
      return [
        textField(
          t,
          { id: 'result', label: 'challenge.field.result', limit: challengeLimits.result },
          { value: kept.result, required: 'challenge.field.result.missing' },
        ),
      ];
    case 'outside':
      return outsideFields(t, kept);
    case 'decline':
    case 'withdraw':
      return [
        textField(
          t,
          { id: 'reason', label: `challenge.field.reason.${open}`, limit: challengeLimits.reason },
          { value: kept.reason, optional: open === 'decline' || challenge.stage === 'proposed' },
        ),
      ];
  }
}

/** Titles of what a panel sends: its own name, as the button that opened it. */
const panelButtons = (context: CardContext, view: ChallengeCardView, open: WritingPanel): Button[] => [
  act(
    context,
    view,
    sends[open],
    context.t(`challenge.button.${open}`),
    open === 'withdraw' ? 'destructive' : 'positive',
  ),
  button(context.t('button.back'), 'challenge', { challenge: view.challenge.id }, plain),
];

/** What a workplace can do with it in a quarter of an hour, to be read aloud. */
export function challengeAgenda(context: CardContext, { challenge }: ChallengeView): Drawn {
  const { t } = context;
  const { id, words } = challenge;
  const lines = [
    t('challenge.agenda.one', { problem: words.problem ?? '' }),
    ...(['two', 'three', 'four', 'five'] as const).map((step) => t(`challenge.agenda.${step}`)),
  ];
  const card = context.draw('note', {
    heading: t('challenge.agenda.heading'),
    lines: lines.flatMap(paragraphs),
    buttonRows: buttonRows([
      button(t('challenge.button.idea'), 'form', { answersTo: id }, { ...plain, style: 'positive' }),
      button(t('challenge.back'), 'challenge', { challenge: id }, plain),
    ]),
    links: [],
  });
  return {
    ...{ card, summary: t('challenge.agenda.heading') },
    about: { card: `challenge.${id}`, records: [{ record: 'challenge', id, seq: challenge.seq }] },
  };
}
