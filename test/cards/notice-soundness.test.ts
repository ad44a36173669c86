import { type IdeaCardProps, ideaCard } from '../../src/cards/idea-card';
import type { EventType, IdeaEvent } from '../../src/domain/idea/events';
import { audiences } from '../../src/domain/idea/notices/notices';
import { limits, type WordKey } from '../../src/domain/idea/words';
import { languageCodes } from '../../src/domain/languages';
import { expectSound } from '../../testing/cards/sound-card';
import { contextFor } from '../../testing/samples/card-context';
import { readerAs, stories } from '../../testing/samples/idea/events';
import { given } from '../../testing/samples/idea/story';
import { names, toldTo } from '../../testing/samples/person/readers';
import { hostile, longWord } from '../../testing/samples/text/words';

const types = Object.keys(audiences) as EventType[];
const owed = types.flatMap((type) => [...audiences[type], 'actor' as const].map((as) => [type, as] as const));
/** Short enough to stand in every field whole. */
const strange = hostile.slice(0, 50);
const allStrange = new Map([...names.keys()].map((ref) => [ref, strange]));

/** The same with everything that anybody has said replaced, and everybody's name. */
function saying(text: (limit: number) => string, view: IdeaCardProps): IdeaCardProps {
  const said = <E extends IdeaEvent>(event: E): E => ({
    ...event,
    words: Object.fromEntries(
      Object.keys(event.words).map((key) => [key, key in limits ? text(limits[key as WordKey]) : 'x']),
    ),
  });
  const { idea, happened, history = [] } = view;
  const words = { ...idea.words, title: text(limits.title), problem: text(limits.problem) };
  return {
    ...view,
    idea: { ...idea, words },
    names: allStrange,
    history: history.map(said),
    ...(happened && { happened: { ...happened, event: said(happened.event) } }),
  };
}

describe.each(languageCodes)('in %s', (language) => {
  const context = contextFor(language);

  test.each(owed)('%s to the %s is a sound card, also of strange words and names', (type, as) => {
    const view = toldTo(given(...stories[type]), readerAs(as), as);
    expectSound(
      ideaCard(
        context,
        saying(() => strange, view),
      ),
      { typed: [strange], hidden: true },
    );
  });
});

test.each(types)('%s fits a message also where everything is as long as it may be', (type) => {
  const view = toldTo(given(...stories[type]), readerAs('followers'), 'onlooker');
  expectSound(ideaCard(contextFor(), saying(longWord, view)), { cut: [strange], maxBytes: 60_000 });
});
