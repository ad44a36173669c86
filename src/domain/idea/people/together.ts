import type { PersonRef } from '../../person/person.js';
import type { AskedColleague, Idea, Tier } from '../idea.js';
import { isSubmitter, keepsPlace, keptNamesOf, laterTier } from '../policy.js';
import { stageRow } from '../stages.js';

/**
 * Who has an idea together: those who are asked and say yes, those whose own idea becomes a part of it, and those who take
 * themselves out of it. Nobody becomes a submitter by what somebody else does.
 */

const unique = (refs: readonly PersonRef[]): PersonRef[] => [...new Set(refs)];
const but = (refs: readonly PersonRef[] | undefined, who: PersonRef): PersonRef[] =>
  (refs ?? []).filter((ref) => ref !== who);

/** What ends by itself: a question to join when the idea is not open any more, a proposal when the idea moves. */
export function withoutEnded(idea: Idea, turned: boolean): Idea {
  const { askedColleagues = [], proposal, ...rest } = idea;
  const asked = stageRow(idea.stage).open ? askedColleagues : [];
  return {
    ...rest,
    ...(asked.length > 0 && { askedColleagues: asked }),
    ...(proposal && !turned && { proposal }),
  };
}

/** Somebody's own choice of whether their name is kept; the others' stays as it is. */
export const withName = (idea: Idea, who: PersonRef, keep: boolean): Pick<Idea, 'confidential' | 'keptNames'> => {
  const others = but(keptNamesOf(idea), who);
  const { confidential, keptNames } = withKept(idea, keep ? [...others, who] : others);
  return { confidential, ...(keptNames && { keptNames }) };
};

export const withKept = (idea: Idea, names: readonly PersonRef[]): Idea => ({
  ...idea,
  confidential: names.length > 0,
  keptNames: unique(names),
});

/** They have said yes. Where those who decided are submitters by it, the next in the chain decide: never earlier ones. */
export function withSubmitter(
  idea: Idea,
  { person, as, tier = idea.tier }: { person: PersonRef; as?: AskedColleague['as']; tier?: Tier },
): Idea {
  const { submittersLeft, joined, former, ...rest } = idea;
  const stays = { joined: but(joined, person), former: but(former, person) };
  const first = as === 'submitter' || submittersLeft === true;
  const all = first ? [person, ...(submittersLeft ? [] : [idea.submitter]), ...idea.coSubmitters] : [];
  const [submitter = idea.submitter, ...coSubmitters] = first ? unique(all) : [idea.submitter];
  const added: Idea = {
    ...rest,
    ...(stays.joined.length > 0 && { joined: stays.joined }),
    ...(stays.former.length > 0 && { former: stays.former }),
    submitter,
    coSubmitters: first ? coSubmitters : unique([...idea.coSubmitters, person]),
    tier: laterTier(idea.tier, tier),
  };
  // Who the one is would tell who the other is: both are kept until each says otherwise.
  return idea.confidential ? withKept(added, [...keptNamesOf(idea), person]) : added;
}

export function unasked(idea: Idea, person: PersonRef): Idea {
  const { askedColleagues = [], ...rest } = idea;
  const others = askedColleagues.filter((one) => one.person !== person);
  return { ...rest, ...(others.length > 0 && { askedColleagues: others }) };
}

export const withFormer = (idea: Idea, people: readonly PersonRef[]): Idea => {
  const former = unique([...(idea.former ?? []), ...people]);
  return former.length > 0 ? { ...idea, former } : idea;
};

/**
 * The idea without somebody among those who have it, or have it as a part. Of several who had it together the next one is
 * its submitter, and hears what the other has asked; where there is none nobody is left.
 */
export function withoutHolder(before: Idea, person: PersonRef): Idea {
  // Whose name was kept is remembered from before: who leaves is not known to others by leaving.
  const idea = before.confidential ? withKept(before, keptNamesOf(before)) : before;
  const { joined, ...rest } = idea;
  const others = but(joined, person);
  const left: Idea = { ...rest, ...(others.length > 0 && { joined: others }) };
  if (left.submitter !== person) {
    return heardBy({ ...left, coSubmitters: but(left.coSubmitters, person) }, person, left.submitter);
  }
  const [next, ...coSubmitters] = left.coSubmitters;
  if (!next) return unaskedBy({ ...left, submittersLeft: true }, person);
  return heardBy({ ...left, submitter: next, coSubmitters }, person, next);
}

const heardBy = ({ askedColleagues, ...idea }: Idea, gone: PersonRef, next: PersonRef): Idea => ({
  ...idea,
  ...(askedColleagues && {
    askedColleagues: askedColleagues.map((one) => (one.by === gone ? { ...one, by: next } : one)),
  }),
});

function unaskedBy({ askedColleagues = [], ...idea }: Idea, gone: PersonRef): Idea {
  const others = askedColleagues.filter(({ by }) => by !== gone);
  return { ...idea, ...(others.length > 0 && { askedColleagues: others }) };
}

/** Whether anything among those who have, had or are asked to have the idea names this person. */
export const isAmong = (idea: Idea, person: PersonRef): boolean =>
  (isSubmitter(person, idea) && !idea.submittersLeft) ||
  [idea.joined, idea.former, idea.saidNo, idea.keptNames, idea.proposal?.barred].some((refs) =>
    refs?.includes(person),
  ) ||
  Object.values(idea.tookPartBy ?? {}).includes(person) ||
  (idea.askedColleagues ?? []).some((asked) => asked.person === person || asked.by === person) ||
  idea.proposal?.by === person;

/** The idea without a trace of somebody who has had their data erased: their unit, workplace and message go with a name that was kept. */
export function withoutPerson(idea: Idea, person: PersonRef): Idea {
  const {
    keptNames,
    former,
    saidNo,
    proposal,
    tookPartBy = {},
    ...rest
  } = unasked(withoutHolder(idea, person), person);
  const saidSo = Object.entries(tookPartBy).filter(([, who]) => who !== person);
  const lists = { keptNames: but(keptNames, person), former: but(former, person), saidNo: but(saidNo, person) };
  const left: Idea = {
    ...rest,
    ...(keptNames && { keptNames: lists.keptNames, confidential: lists.keptNames.length > 0 }),
    ...(lists.former.length > 0 && { former: lists.former }),
    ...(lists.saidNo.length > 0 && { saidNo: lists.saidNo }),
    ...(saidSo.length > 0 && { tookPartBy: Object.fromEntries(saidSo) }),
    ...(proposal && proposal.by !== person && { proposal: { ...proposal, barred: but(proposal.barred, person) } }),
  };
  if (!keepsPlace(idea) || keepsPlace(left)) return left;
  const { unit: _u, workplace: _w, source: _s, ...placeless } = left;
  return placeless;
}
