import type { MyTurn } from '../../../src/app/idea/lists/my-turn';
import { caughtUp, type NewsRow } from '../../../src/cards/digest/caught-up';
import { ideaNews } from '../../../src/cards/idea/lists/idea-row';
import type { Idea } from '../../../src/domain/idea/idea';
import { languageCodes } from '../../../src/domain/languages';
import { buttonsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { anIdea, ideas } from '../../../testing/samples/idea/ideas';
import { aTurn } from '../../../testing/samples/idea/turns';
import { hostile, longWord } from '../../../testing/samples/text/words';

const me = 'pME';
const turnOf = (all: number): MyTurn =>
  aTurn({ ideas: ideas(Math.min(all, 8)), counts: { all, new: all, asked: 0, late: 0 }, more: all > 8 });
const toldOf = (count: number) =>
  Array.from({ length: count }, (_, n) => anIdea({ id: `N7M4Q${n % 10}`, submitter: me }));

describe.each(languageCodes)('what somebody missed, in %s', (language) => {
  const context = contextFor(language);
  const rows = (told: readonly Idea[]): NewsRow[] => told.map((idea) => ideaNews(context, idea, me));
  const news = (count: number) => rows(toldOf(count));

  test.each([
    ['much of both', turnOf(30), 9],
    ['one of each', turnOf(1), 1],
    ['only what waits', turnOf(6), 0],
    ['only news', turnOf(0), 6],
  ])('with %s is a sound card that says how to choose', (_, turn, told) => {
    const drawn = caughtUp(context, { turn, news: news(told), reader: me });
    expectSound(drawn);
    expect(textsOf(drawn.card)).toContain(context.t('notice.stop'));
  });

  test('tells how many there are where it does not show them all, and leads to the lists', () => {
    const { card } = caughtUp(context, { turn: turnOf(30), news: news(9), reader: me });
    expect(textsOf(card)).toContain(context.t('week.andMore', { count: 25 }));
    expect(textsOf(card)).toContain(context.t('week.andMore', { count: 4 }));
    const verbs = buttonsOf(card).map(({ verb }) => verb);
    expect(verbs).toEqual(expect.arrayContaining(['queue', 'mine']));
  });

  test('tells of an idea that waits for the reader once', () => {
    const turn = turnOf(2);
    const { card } = caughtUp(context, { turn, news: rows(turn.ideas), reader: me });
    expect(textsOf(card).join('\n')).not.toContain(context.t('caughtUp.news', { count: 2 }));
  });

  test('shows titles as they were typed', () => {
    for (const title of [hostile, longWord(120)]) {
      const idea = anIdea({ id: 'N7M4Q1', words: { title, problem: title } });
      expectSound(caughtUp(context, { turn: turnOf(0), news: rows([idea]), reader: me }), { typed: [title] });
    }
  });
});
