import { happening, whyTold } from '../../src/cards/happened';
import { readingOf } from '../../src/cards/reading';
import { ideaActions } from '../../src/cards/verbs';
import type { EventType } from '../../src/domain/idea';
import { type Audience, audiences } from '../../src/domain/notices';
import { isTextKey } from '../../src/text/index';
import {
  acceptDoing,
  answer,
  ask,
  clock,
  close,
  declineDoing,
  doer,
  doNow,
  driver,
  edit,
  explore,
  given,
  hide,
  leader,
  on,
  passOn,
  remind,
  reportDone,
  type Step,
  submitted,
  submitter,
  withdraw,
} from '../domain/story';
import { kitFor, languages } from '../support/kit';
import { names, readers } from '../support/sample-readers';

const doing: Step[] = [submitted, [leader, doNow()]];

/** One story for each kind of event, which is its last. */
const stories: Record<EventType, readonly Step[]> = {
  submitted: [submitted],
  edited: [submitted, [submitter, edit()]],
  asked: [submitted, [leader, ask('Hur många?')]],
  answered: [submitted, [leader, ask()], [submitter, answer('Tio.')]],
  explored: [submitted, [leader, explore]],
  doingAsked: doing,
  doingAccepted: [...doing, [doer, acceptDoing]],
  doingDeclined: [...doing, [doer, declineDoing('Jag är ledig.')]],
  done: [submitted, [leader, explore], [driver, reportDone('Tio cyklar.')]],
  passedOn: [submitted, [leader, passOn('SBK')]],
  closed: [submitted, [leader, close({ reason: 'Det finns bilar.' })]],
  hidden: [submitted, [leader, hide]],
  withdrawn: [submitted, [submitter, withdraw]],
  reminded: [submitted, [clock, remind, on('2026-12-01')]],
};

const roleOf = {
  deciders: 'leader',
  leader: 'leader',
  submitter: 'submitter',
  doer: 'doer',
  driver: 'driver',
  waitedFor: 'leader',
} as const;

function told(type: EventType, as: Audience | 'actor' | 'onlooker', language: 'sv' | 'en' = 'sv') {
  const { idea, events } = given(...stories[type]);
  const event = events.at(-1);
  if (!event) throw new Error('A story has an event');
  const reader = as === 'actor' || as === 'onlooker' ? readers.stranger : readers[roleOf[as]];
  const reading = readingOf(kitFor(language), idea, reader, names);
  return { ...happening(reading, event, as), why: whyTold(reading, event, as) };
}

const owed = (Object.keys(audiences) as EventType[]).flatMap((type) =>
  audiences[type].map((as) => [type, as] as const),
);

describe.each(languages)('in %s', (language) => {
  test.each(owed)('%s tells the %s what happened, what happens now, and why they hear of it', (type, as) => {
    const { headline, next, why } = told(type, as, language);
    expect(headline).not.toBe('');
    expect(next).toHaveLength(1);
    expect(why).toHaveLength(1);
    expect(why[0]?.text).toMatch(language === 'sv' ? /Skriv ”inställningar”/ : /Write “settings”/);
  });

  test.each(ideaActions)('%s is answered to the one who did it', (action) => {
    const event = {
      explore: 'explored',
      ask: 'asked',
      answer: 'answered',
      doNow: 'doingAsked',
      acceptDoing: 'doingAccepted',
      declineDoing: 'doingDeclined',
      reportDone: 'done',
      passOn: 'passedOn',
      close: 'closed',
      hide: 'hidden',
      withdraw: 'withdrawn',
    }[action] as EventType;
    const { headline, next, why } = told(event, 'actor', language);
    expect(isTextKey(`notice.${event}.actor`)).toBe(true);
    expect(headline).not.toBe('');
    expect(next).toHaveLength(1);
    expect(why).toEqual([]);
  });
});

test.each([
  ['explored', 'submitter', 'Innovationsledare Vård utforskar din idé.'],
  ['asked', 'submitter', 'Innovationsledare Vård har en fråga om din idé.'],
  ['answered', 'deciders', 'Medarbetare Hemtjänst har svarat på frågan.'],
  ['doingAsked', 'doer', 'Innovationsledare Vård frågar om du kan göra det här.'],
  [
    'doingAsked',
    'submitter',
    'Innovationsledare Vård vill att din idé görs direkt och har frågat Arbetsledare Hemtjänst.',
  ],
  ['passedOn', 'submitter', 'Innovationsledare Vård har skickat vidare din idé till Samhällsbyggnad.'],
  ['closed', 'submitter', 'Innovationsledare Vård har avslutat din idé.'],
  ['withdrawn', 'driver', 'Medarbetare Hemtjänst drog tillbaka idén.'],
  ['submitted', 'deciders', 'Ny idé från Medarbetare Hemtjänst'],
] as const)('%s says to the %s who did what', (type, as, sentence) => {
  expect(told(type, as).headline).toBe(sentence);
});

test.each([
  ['asked', 'Hur många?'],
  ['answered', 'Tio.'],
  ['doingDeclined', 'Jag är ledig.'],
  ['done', 'Tio cyklar.'],
  ['closed', 'Det finns bilar.'],
] as const)('%s quotes what was said', (type, words) => {
  expect(told(type, 'onlooker').quotes.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual([words]);
});

test('a reminder says the date that passed and the new one', () => {
  expect(told('reminded', 'submitter').next[0]?.text).toMatch(/Nytt datum är 15 december/);
  expect(told('reminded', 'waitedFor').next[0]?.text).toMatch(/30 november.*15 december/);
});
