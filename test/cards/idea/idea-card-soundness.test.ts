import { type IdeaCardProps, ideaCard } from '../../../src/cards/idea-card';
import type { CardData } from '../../../src/cards/layouts/cards';
import { shortened } from '../../../src/cards/shortened';
import { type FieldName, fields, type NeedField, type PartName } from '../../../src/domain/idea/fields';
import { partRow } from '../../../src/domain/idea/needs';
import { limits, type Words } from '../../../src/domain/idea/words';
import { firstLanguage, languageCodes } from '../../../src/domain/languages';
import { dataOf, everythingFrom } from '../../../testing/cards/opened-views';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import {
  adopter,
  answer,
  approvePlan,
  ask,
  close,
  comment,
  driver,
  explore,
  fill,
  funder,
  given,
  grant,
  leader,
  notNow,
  plan,
  scale,
  standings,
  submit,
  submitted,
  submitter,
} from '../../../testing/samples/idea/story';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { large, renamed } from '../../../testing/samples/organisation/organisations';
import { names, readers, toldTo, viewOf } from '../../../testing/samples/person/readers';
import { hostile, longWord } from '../../../testing/samples/text/words';

const everyStanding = Object.entries(standings).map(([name, steps]) => [name, given(...steps)] as const);
const colleagues = [{ title: 'Jag', value: 'jag@soderhamra.example' }];
// Some have two names.
const everyReader = [...new Set(Object.values(readers))];

/** A test of whatever cost, all of whose answers and words are these, as far as they fit: decided on, and taken in. */
function tested(words: string) {
  const cut = (limit: number) => words.slice(0, limit).trim() || '?';
  const all = (part: PartName): Words =>
    Object.fromEntries(
      partRow(part).fields.map((name) => {
        const field: NeedField = fields[name];
        return [name, fixedAnswers[name] ?? (field.kind === 'text' ? cut(field.limit) : '')];
      }),
    );
  const filled = (...parts: PartName[]) => parts.map((part) => [driver, fill(part, all(part), true)] as const);
  return given(
    [submitter, submit({}, { title: cut(limits.title), problem: cut(limits.problem), workplace: cut(200) })],
    [leader, explore],
    ...filled('concerned', 'source', 'expectation', 'worth'),
    [driver, plan],
    ...filled('cost', 'activity', 'time', 'sign', 'goal', 'partners', 'procurement'),
    [leader, approvePlan()],
    [funder, grant(50_000, { diary: cut(limits.diary), reason: cut(limits.reason) })],
    ...filled('result', 'used'),
    [submitter, comment(cut(limits.comment))],
    [leader, scale()],
    [adopter, notNow(cut(limits.reason))],
  );
}

const fixedAnswers: Partial<Record<FieldName, string>> = {
  groups: 'residents,users,colleagues',
  origins: 'resident,serviceUser,pupil,visitor,association,company,university,colleague',
  ...{ cost: '100000000', start: '2026-12-01', end: '2027-02-28', procurement: 'yes', used: '100000000' },
  recommendation: 'scale',
  ...{ hours: '100000', usedHours: '100000', document: `https://dokument.example/${'x'.repeat(700)}` },
};

/** What makes a card another one: of one with a panel, the panel. */
function whatDiffers(data: CardData['idea']): string {
  const { panel, menu, buttonRows } = data;
  const isOpen = [panel, menu].some((list) => Array.isArray(list) && list.length > 0);
  return JSON.stringify(isOpen ? { panel, menu, buttonRows } : data);
}

/** An idea all of whose words are these, as far as they fit. */
function written(words: string) {
  const cut = (key: keyof typeof limits) => words.slice(0, limits[key]);
  const steps = [
    [
      submitter,
      submit(
        {},
        { title: cut('title'), problem: cut('problem'), solution: cut('solution'), evidence: cut('evidence') },
      ),
    ],
    [leader, ask(cut('question'))],
    [submitter, answer(cut('answer'))],
    [leader, close({ reason: cut('reason'), tryAgain: cut('tryAgain') })],
  ] as const;
  return given(...steps);
}

describe.each(languageCodes)('the idea card in %s', (language) => {
  const context = contextFor(language);
  const checked = new Set<string>();
  // Languages differ in words alone, and who decides sees most of them.
  const those = language === firstLanguage ? everyReader : [readers.leader];

  test.each(everyStanding)('is sound in the standing %s, with all that opens and every notice', (_, story) => {
    const fixed = { ...context, mintIdempotencyKey: () => '0123456789ABCDEF' };
    const cards = those.flatMap((reader) => {
      const view = { ...viewOf(story, reader), colleagues, asDepartment: 'SBK', follows: false };
      const hearers = ['actor', 'onlooker', 'submitter', 'deciders'] as const;
      const told = hearers.map((as) => ({ ...toldTo(story, reader, as), queue: 59 }));
      return [...everythingFrom(fixed, view), ...told.map((it) => ({ view: it, data: dataOf(fixed, it) }))];
    });
    // Readers with the same rights see the same card, and a panel is the same on many: each different one is drawn once.
    for (const { view, data } of cards) {
      const what = whatDiffers(data);
      if (!checked.has(what)) expectSound(ideaCard(fixed, view));
      checked.add(what);
    }
  });

  test('is sound with a refusal, on top and in a panel', () => {
    const view: IdeaCardProps = { ...viewOf(given(submitted), readers.leader), fault: { code: 'unknownColleague' } };
    expectSound(ideaCard(context, view));
    expectSound(ideaCard(context, { ...view, panel: 'doNow' }));
  });

  test('is sound where there is no other channel and no colleague to choose', () => {
    const bare = contextFor(language, { ...exampleOrganisation(), otherChannels: [] });
    const view = viewOf(given(submitted), readers.leader);
    for (const panel of ['close', 'doNow'] as const) expectSound(ideaCard(bare, { ...view, panel }));
  });

  test('is sound in an organisation of whatever names, and in one of a hundred departments', () => {
    const story = given(submitted);
    expectSound(ideaCard(contextFor(language, renamed(hostile)), toldTo(story, readers.leader, 'deciders')), {
      typed: [hostile],
    });
    expectSound(ideaCard(contextFor(language, large(100, 3)), { ...viewOf(story, readers.leader), panel: 'passOn' }));
  });

  test('is sound as a receipt', () => {
    for (const officeInstead of [true, false]) {
      expectSound(ideaCard(context, { ...viewOf(given(submitted), readers.submitter), receipt: { officeInstead } }));
    }
  });

  test('shows everything as it was typed', () => {
    const typed = hostile.replace(/[‎‏]/g, '');
    const story = written(typed);
    const named = new Map([...names.keys()].map((ref) => [ref, hostile]));
    const all = { typed: [typed.slice(0, limits.title), typed], hidden: true };
    expectSound(ideaCard(context, { ...viewOf(story, readers.leader), names: named }), all);
    expectSound(ideaCard(context, { ...toldTo(story, readers.submitter, 'submitter'), names: named }), all);
  });

  test('shows every answer as it was typed, in short and in full', () => {
    const typed = hostile.replace(/[\u200e\u200f]/g, '');
    const story = tested(typed);
    const cut = [shortened(typed, 80).slice(0, -1), typed.slice(0, limits.diary).trim(), typed.slice(0, limits.title)];
    const view = { ...viewOf(story, readers.stranger), names: new Map([...names.keys()].map((ref) => [ref, hostile])) };
    expectSound(ideaCard(context, view), {
      cut,
      typed: [typed.slice(0, limits.title)],
      hidden: true,
    });
    for (const part of ['expectation', 'goal', 'result'] as const) {
      const whole = partRow(part).fields.flatMap((name) => story.idea.answers[name] ?? []);
      const answers = whole.filter((answer) => answer.length > 20);
      expectSound(ideaCard(context, { ...view, panel: 'part', part }), { cut, typed: answers, hidden: true });
    }
  });

  test('of the longest answers fits a message, for everybody and with everything that opens', () => {
    const story = tested(longWord(4000));
    for (const reader of [readers.driver, readers.owner, readers.adopter, readers.stranger]) {
      const view = { ...viewOf(story, reader), asDepartment: 'SBK', colleagues };
      for (const { view: opened } of everythingFrom(context, view)) {
        expectSound(ideaCard(context, opened), { maxBytes: 60_000 });
      }
    }
  });

  test('of the longest words fits a message', () => {
    // Teams takes messages of about 100 KB.
    const longest = { maxBytes: 60_000 };
    const story = written(longWord(4000));
    expectSound(ideaCard(context, viewOf(story, readers.leader)), longest);
    expectSound(ideaCard(context, toldTo(story, readers.submitter, 'submitter')), longest);
    expectSound(ideaCard(context, { ...viewOf(story, readers.leader), panel: 'history' }), longest);
  });

  test('of words in thousands of lines fits a message', () => {
    expectSound(ideaCard(context, viewOf(written('å\n'.repeat(2000)), readers.leader)), { maxBytes: 60_000 });
  });
});
