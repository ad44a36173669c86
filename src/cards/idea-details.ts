import type { IdeaEvent } from '../domain/idea.js';
import { nameIn } from '../domain/organisation.js';
import { type StageRow, stageRow } from '../domain/stages.js';
import { instantText } from '../text/dates.js';
import { type Section, section } from './paragraphs.js';
import { shortPlaceName } from './places.js';
import { capitalised, type Reading } from './reading.js';
import { newest } from './timeline.js';

/** The idea itself, for parts/details.json: its words, what it needs, the facts and the newest events. */
export function details(reading: Reading, history: readonly IdeaEvent[], folded: boolean) {
  const { say } = reading.kit;
  const needed = needs(reading);
  const events = newest(reading, history);
  return {
    isShown: !folded,
    unfold: folded ? [{ title: say('button.showIdea') }] : [],
    words: ideaWords(reading),
    needs: needed.length > 0 ? [{ heading: say('idea.needs'), list: needed }] : [],
    facts: facts(reading),
    happened: events.length > 0 ? [{ heading: say('idea.happened'), events }] : [],
  };
}

/** The idea in its submitter's words, with a line about it where a leader has hidden them. */
export function ideaWords({ kit: { say }, idea, seesWords }: Reading): Section[] {
  const { problem, solution, evidence } = idea.words;
  const hidden = section('', idea.hidden ? say(seesWords ? 'idea.hiddenButYours' : 'idea.hidden') : '');
  if (!seesWords) return hidden;
  return [
    ...hidden,
    ...section(say('idea.problem'), problem),
    ...section(say('idea.solution'), solution),
    ...section(say('idea.evidence'), evidence),
  ];
}

type Need = StageRow['needs'][number];

/** "Det här behövs": what the stage asks for before the idea can go on, each with a mark and its word. */
export function needs({ kit: { say }, idea }: Reading) {
  const given: Record<Need, string | undefined> = { ...idea.words, done: idea.ending?.done };
  return stageRow(idea.stage).needs.map((need) => {
    const there = Boolean(given[need]);
    return {
      mark: there ? '✓' : '○',
      // Green and yellow are too pale on white; the words beside say the same.
      color: there ? 'Accent' : 'Default',
      what: say(`idea.need.${need}`),
      state: say(there ? 'idea.given' : 'idea.missing'),
    };
  });
}

/** A fact's label, and its value as it was written. */
export type Fact = {
  label: string;
  value: string;
};

/** Where the idea is, who takes care of it and who submitted it. */
export function facts(reading: Reading): Fact[] {
  const { kit, idea, nameOf } = reading;
  const { say, directory } = kit;
  const fact = (label: string, value: string | undefined): Fact[] => (value ? [{ label, value }] : []);
  const person = (ref: string) => {
    const { text, known } = nameOf(ref);
    return known ? text : capitalised(text);
  };

  const unit = idea.unit && directory.unit(idea.unit)?.unit;
  const leaders = idea.leader ? [person(idea.leader)] : directory.leadersOf(idea.department).map(({ name }) => name);
  const kind = directory.department(idea.department)?.kind ?? 'department';
  return [
    ...fact(say('idea.fact.department', { kind }), shortPlaceName(kit, { department: idea.department })),
    ...fact(say('idea.fact.unit'), unit ? nameIn(unit.name, kit.language) : undefined),
    ...(idea.origin === idea.department
      ? []
      : fact(say('idea.fact.origin'), shortPlaceName(kit, { department: idea.origin }))),
    ...fact(say('idea.fact.leader', { count: leaders.length }), leaders.join(', ')),
    ...(idea.driver ? fact(say('idea.fact.driver'), person(idea.driver)) : []),
    ...(idea.doer ? fact(say('idea.fact.doer'), doerText(reading, person(idea.doer.person))) : []),
    ...fact(say('idea.fact.submitter'), submitterText(reading, person(idea.submitter))),
    ...fact(say('idea.fact.submittedOn'), instantText(idea.createdAt, kit.language, kit.timeZone, kit.today)),
  ];
}

const doerText = ({ kit, idea }: Reading, name: string): string =>
  idea.doer?.accepted === false ? kit.say('idea.fact.doerAsked', { name }) : name;

function submitterText({ kit, idea, seesSubmitter }: Reading, name: string): string {
  if (!seesSubmitter) return kit.say('idea.fact.submitterHidden');
  return idea.confidential ? kit.say('idea.fact.submitterConfidential', { name }) : name;
}
