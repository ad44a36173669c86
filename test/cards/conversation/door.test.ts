import { doorCard } from '../../../src/cards/conversation/door';
import { quote } from '../../../src/cards/conversation/quote';
import { severalIdeas } from '../../../src/cards/conversation/several-ideas';
import { unanswered } from '../../../src/cards/conversation/unanswered';
import { matters } from '../../../src/domain/language/matters';
import { oneLine } from '../../../src/domain/language/tidy';
import { languageCodes } from '../../../src/domain/languages';
import type { Door } from '../../../src/domain/organisation/doors';
import { buttonsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { renamed } from '../../../testing/samples/organisation/organisations';
import { hostile } from '../../../testing/samples/text/words';

const asked = { text: 'En elev slog mig', awaited: false };
const to = (matter: Door['matter'], context = contextFor()): Door => {
  const [channel] = context.settings.otherChannels;
  return { ...(matter && { matter }), ...(channel && { channel }), grave: true, proposed: false };
};

describe.each([...matters, undefined])('the door for %s', (matter) => {
  test.each(languageCodes)('in %s leads out of Teams first, and says that nothing was reported', (language) => {
    const context = contextFor(language);
    const drawn = doorCard(context, to(matter, context), asked);
    expectSound(drawn);
    expect(buttonsOf(drawn.card).map(({ type }) => type)).toEqual(['Action.OpenUrl', 'Action.Execute']);
    expect(textsOf(drawn.card).join(' ')).toContain('112');
  });

  test.each(languageCodes)('in %s without a channel says whom to tell', (language) => {
    const drawn = doorCard(contextFor(language), { ...(matter && { matter }), grave: true, proposed: false }, asked);
    expectSound(drawn);
    expect(buttonsOf(drawn.card).map(({ verb }) => verb)).toEqual(['form']);
    expect(textsOf(drawn.card).join(' ')).toMatch(/chef|manager/);
  });
});

test('whoever may have to tell of their own manager is not sent to that manager alone', () => {
  const { card } = doorCard(contextFor(), { matter: 'wrongdoing', grave: true, proposed: false }, asked);
  expect(textsOf(card).join(' ')).toContain('chefens chef');
});

test.each(languageCodes)('hostile names and texts in %s do no harm', (language) => {
  const context = contextFor(language, renamed(hostile));
  const text = hostile.slice(0, 400);
  const cut = [hostile, text, text.slice(0, 21)];
  expectSound(doorCard(context, to('incident', context), { text, awaited: true }), { cut });
  expectSound(quote(context, { text, door: to('incident', context) }), { cut });
  expectSound(unanswered(context, { text, awaited: true }), { typed: [text] });
  expectSound(severalIdeas(context, [text, text], text), { cut: [text, oneLine(text).slice(0, 150)] });
});

test('a question that has no answer here is never sent as an idea by the first button', () => {
  const [first, second] = buttonsOf(unanswered(contextFor(), asked).card);
  expect(first).toMatchObject({ verb: 'leader', style: 'positive' });
  expect(second).toMatchObject({ verb: 'form', data: { text: asked.text } });
});

test('the most and longest ideas in one message fit a message', () => {
  const long = 'Ett förslag som är långt. '.repeat(19).trim();
  expectSound(
    severalIdeas(
      contextFor(),
      Array.from({ length: 8 }, () => long),
      long.repeat(8),
    ),
    { maxBytes: 80_000 },
  );
});
