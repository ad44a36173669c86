import { givenOpinions, openOpinions } from '../../../../domain/idea/deciding/opinions.js';
import type { PersonRef } from '../../../../domain/person/person.js';
import { dayText } from '../../../../text/dates.js';
import { listText } from '../../../../text/lists.js';
import type { Line, Section } from '../../../paragraphs.js';
import { shortened } from '../../../shortened.js';
import { atStart, type Reading } from '../../reading.js';

/** So much of what somebody has written stands beside the decision; the history has all of it. */
const BEGINNING = 100;

/**
 * What others think who were asked, for whoever decides, and for those who have said theirs; beside it who is still asked, for
 * whoever decides. One or none: the reading has left out what this reader may not know.
 */
export function opinions(reading: Reading): Section[] {
  const { context, idea, reader } = reading;
  const { t, language, today } = context;
  const { roles } = reader;
  if (!roles.has('decider') && !roles.has('gaveOpinion')) return [];
  const others = givenOpinions(idea).filter(({ person }) => person !== reader.ref);
  const said = others.map(({ person, view = 'cannotSay', line }): Line => {
    const values = { who: atStart(reading.nameOf(person)), view: t(`opinion.view.${view}`) };
    const words = line && shortened(line.replace(/\s+/g, ' '), BEGINNING);
    return { text: words ? t('opinion.saidWhy', { ...values, line: words }) : t('opinion.said', values) };
  });
  const asked = roles.has('decider') ? openOpinions(idea) : [];
  const late = roles.has('decider') ? (idea.opinions ?? []).filter((one) => !one.asked && !one.view) : [];
  const names = (some: readonly { person: PersonRef }[]) =>
    listText(
      some.map(({ person }) => reading.nameOf(person).text),
      language,
    );
  const [first] = asked;
  const lines = [
    ...said,
    ...(first
      ? [{ text: t('opinion.waits', { names: names(asked), date: dayText(first.until, language, today) }) }]
      : []),
    ...(late.length > 0 ? [{ text: t('opinion.none', { names: names(late) }) }] : []),
  ];
  return lines.length > 0 ? [{ heading: [{ text: t('opinion.heading') }], lines }] : [];
}
