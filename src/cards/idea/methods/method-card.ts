import type { MethodOnIdea, MethodView } from '../../../app/idea/methods/open-method.js';
import { capitalised } from '../../../domain/language/tidy.js';
import { methodHelps } from '../../../domain/method/method-use.js';
import { type MethodText, SCREENS, stepsOn } from '../../../domain/method/methods.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { type Button, button } from '../../verbs.js';

const plain = { inputs: 'none' } as const;

/** One screen of a method: what it is, its first steps, its last ones. The last leads back into what the idea needs. */
export function methodCard(
  context: CardContext,
  view: MethodView & { screen: number; said?: 'used' | 'helped' },
): Drawn {
  const { t, language } = context;
  const text = view.method.text[language];
  const screen = Math.min(view.screen, SCREENS - 1);
  const card = context.draw('method', {
    place: t('method.place', { screen: screen + 1, count: SCREENS }),
    name: text.name,
    facts: screen === 0 ? factsOf(context, text) : [],
    steps: stepsOn(text.steps, screen).steps.map((step, at) => ({
      number: t('method.step', { number: stepsOn(text.steps, screen).from + at }),
      step,
    })),
    notes: notesOf(context, view, screen),
    buttonRows: buttonRows(buttonsOf(context, view, screen)),
  });
  return { card, summary: text.name };
}

const factsOf = ({ t }: CardContext, { when, who, time, gives }: MethodText) =>
  (
    [
      ['when', when],
      ['who', who],
      ['time', time],
      ['gives', gives],
    ] as const
  ).map(([name, text]) => ({ label: t(`method.fact.${name}`), text }));

/** How it went for others, by what it is seen that it is done, and what is counted. */
function notesOf(
  { t, language }: CardContext,
  { method, tally, idea, said }: MethodView & { said?: 'used' | 'helped' },
  screen: number,
) {
  if (screen === 0) {
    const told = tally && { used: tally.used, helped: tally.helped.yes + tally.helped.some };
    return told ? [{ text: t(told.helped > 0 ? 'method.told' : 'method.told.used', told) }] : [];
  }
  if (screen < SCREENS - 1) return [];
  const asksHelp = idea?.works && idea.use && !idea.use.helped;
  return [
    { text: t('method.done', { done: method.text[language].done }) },
    ...(asksHelp ? [{ text: t(said ? 'method.helped.ask' : 'method.helped.askAgain') }] : []),
    ...(said && idea?.use?.helped ? [{ text: t('method.helped.thanks') }] : []),
  ];
}

function buttonsOf({ t, language }: CardContext, { method, others, idea }: MethodView, screen: number): Button[] {
  const from = { ...(idea && { idea: idea.id, ...(idea.part && { part: idea.part }) }) };
  const to = (title: string, other: string, page: number, style: 'positive' | 'default' = 'default') =>
    button(title, 'method', { method: other, ...from, page }, { ...plain, style });
  const isLast = screen === SCREENS - 1;
  return [
    ...(isLast ? [] : [to(t('method.button.next'), method.id, screen + 1, 'positive')]),
    ...(isLast && idea ? [...fillButton(t, idea), ...useButtons(t, method.id, idea)] : []),
    ...(screen > 0 ? [to(t('method.button.before'), method.id, screen - 1)] : []),
    ...(screen === 0 ? others.slice(0, 2).map((one) => to(one.text[language].name, one.id, 0)) : []),
    screen > 0 && !isLast ? [] : backButton(t, idea),
  ].flat();
}

/** "Fyll i: vad vi vill nå": where it was opened from. */
const fillButton = (t: CardContext['t'], { id, fills }: MethodOnIdea): Button[] =>
  fills
    ? [
        button(
          t('method.button.fill', { part: t(`idea.need.${fills}`) }),
          'panel',
          fills === 'core' ? { idea: id, panel: 'tellCore' } : { idea: id, panel: 'part', part: fills },
          { ...plain, style: 'positive' },
        ),
      ]
    : [];

/** What those who work with the idea say of it, once each. */
function useButtons(t: CardContext['t'], method: string, { id, part, works, use }: MethodOnIdea): Button[] {
  if (!works || use?.helped) return [];
  const says = { method, idea: id, ...(part && { part }) };
  if (!use) return [button(t('method.button.used'), 'useMethod', says, plain)];
  return methodHelps.map((helped) => button(t(`method.helped.${helped}`), 'useMethod', { ...says, helped }, plain));
}

const backButton = (t: CardContext['t'], idea: MethodOnIdea | undefined): Button =>
  idea
    ? button(t('method.button.idea'), 'panel', { idea: idea.id }, plain)
    : button(t('method.button.all'), 'methods', { page: 0 }, plain);

/** Everything that a method fills, at the beginning of a line. */
export const fillsText = ({ t }: CardContext, fills: MethodView['method']['fills']): string =>
  capitalised(t(`idea.need.${fills}`));
