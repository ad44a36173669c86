import { type IdeaView, ideaCard } from '../../src/cards/idea-card';
import { panels } from '../../src/cards/verbs';
import { limits } from '../../src/domain/words';
import { exampleOrganisation } from '../domain/organisation-example';
import { answer, ask, close, given, leader, standings, submit, submitted, submitter } from '../domain/story';
import { kitFor, languages } from '../support/kit';
import { large, renamed } from '../support/sample-organisations';
import { names, readers, toldTo, viewOf } from '../support/sample-readers';
import { hostile, longWord } from '../support/sample-words';
import { expectSound } from '../support/sound-card';

const everyStanding = Object.entries(standings).map(([name, steps]) => [name, given(...steps)] as const);
const colleagues = [{ title: 'Jag', value: 'jag@soderhamra.example' }];
const everyReader = Object.entries(readers);

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

describe.each(languages)('the idea card in %s', (language) => {
  const kit = kitFor(language);

  test.each(everyStanding)('is sound in the standing %s, for every reader, with every panel and notice', (_, story) => {
    const fixed = { ...kit, mintOp: () => '0123456789ABCDEF' };
    const drawn = everyReader.flatMap(([, reader]) => {
      const view = { ...viewOf(story, reader), colleagues };
      const hearers = ['actor', 'onlooker', 'submitter', 'deciders'] as const;
      return [
        ...[undefined, ...panels].map((panel) => ideaCard(fixed, { ...view, panel })),
        ...hearers.map((as) => ideaCard(fixed, { ...toldTo(story, reader, as), queue: 59 })),
      ];
    });
    // Readers with the same rights see the same card: each different one is checked once.
    const different = new Map(drawn.map((one) => [JSON.stringify(one), one]));
    for (const one of different.values()) expectSound(one);
  });

  test('is sound with a refusal, on top and in a panel', () => {
    const view: IdeaView = { ...viewOf(given(submitted), readers.leader), fault: { code: 'unknownColleague' } };
    expectSound(ideaCard(kit, view));
    expectSound(ideaCard(kit, { ...view, panel: 'doNow' }));
  });

  test('is sound where there is no other channel and no colleague to choose', () => {
    const bare = kitFor(language, { ...exampleOrganisation(), otherChannels: [] });
    const view = viewOf(given(submitted), readers.leader);
    for (const panel of ['close', 'doNow'] as const) expectSound(ideaCard(bare, { ...view, panel }));
  });

  test('is sound in an organisation of whatever names, and in one of a hundred departments', () => {
    const story = given(submitted);
    expectSound(ideaCard(kitFor(language, renamed(hostile)), toldTo(story, readers.leader, 'deciders')), {
      typed: [hostile],
    });
    expectSound(ideaCard(kitFor(language, large(100, 3)), { ...viewOf(story, readers.leader), panel: 'passOn' }));
  });

  test('is sound as a receipt', () => {
    for (const officeInstead of [true, false]) {
      expectSound(ideaCard(kit, { ...viewOf(given(submitted), readers.submitter), receipt: { officeInstead } }));
    }
  });

  test('shows everything as it was typed', () => {
    const typed = hostile.replace(/[‎‏]/g, '');
    const story = written(typed);
    const named = new Map([...names.keys()].map((ref) => [ref, hostile]));
    const all = { typed: [typed.slice(0, limits.title), typed], hidden: true };
    expectSound(ideaCard(kit, { ...viewOf(story, readers.leader), names: named }), all);
    expectSound(ideaCard(kit, { ...toldTo(story, readers.submitter, 'submitter'), names: named }), all);
  });

  test('of the longest words fits a message', () => {
    // Teams takes messages of about 100 KB.
    const longest = { maxBytes: 60_000 };
    const story = written(longWord(4000));
    expectSound(ideaCard(kit, viewOf(story, readers.leader)), longest);
    expectSound(ideaCard(kit, toldTo(story, readers.submitter, 'submitter')), longest);
    expectSound(ideaCard(kit, { ...viewOf(story, readers.leader), panel: 'history' }), longest);
  });

  test('of words in thousands of lines fits a message', () => {
    expectSound(ideaCard(kit, viewOf(written('å\n'.repeat(2000)), readers.leader)), { maxBytes: 60_000 });
  });
});
