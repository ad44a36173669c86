import { ideaCard } from '../../../src/cards/idea-card';
import { limits } from '../../../src/domain/idea/words';
import { inLanguage } from '../../../src/text/index';
import { textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { given, standings } from '../../../testing/samples/idea/story';
import { readers, viewOf } from '../../../testing/samples/person/readers';
import { hostile } from '../../../testing/samples/text/words';

const sv = inLanguage('sv');
const view = viewOf(given(...standings.scaling), readers.leader);
const stale = { code: 'stale' } as const;

test('what was written in a form that came too late stands on the card, as it was typed', () => {
  const typed = hostile.replace(/[\u200e\u200f]/g, '');
  expectSound(ideaCard(contextFor(), { ...view, fault: stale, kept: { reason: typed } }), { typed: [typed] });
  const longest = 'x '.repeat(limits.answer / 2).trim();
  expectSound(ideaCard(contextFor(), { ...view, fault: stale, kept: { tried: 'Vi cyklade.', answer: longest } }));
});

test.each([
  ['nothing was written', { fault: stale, kept: { department: 'MIL', reason: ' ' } }],
  ['nothing was refused', { kept: { reason: 'Därför.' } }],
  ['the form is still open', { fault: stale, kept: { reason: 'Därför.' }, panel: 'backToTest' as const }],
])('and there is no such thing where %s', (_what, more) => {
  expect(textsOf(ideaCard(contextFor(), { ...view, ...more }).card)).not.toContain(sv('idea.unsent'));
});
