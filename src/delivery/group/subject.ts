import type { Deps } from '../../app/deps.js';
import { groupRoles, viewGroup } from '../../app/group/group-view.js';
import { groupCard } from '../../cards/group/group-card.js';
import { groupNote, groupsChanged } from '../../cards/group/group-note.js';
import { groupDayRows, groupTold } from '../../cards/group/group-words.js';
import type { GroupEvent } from '../../domain/group/events.js';
import { type Group, inGroup, memberOf } from '../../domain/group/group.js';
import { type GroupAudience, groupNotices, groupRank } from '../../domain/group/notices.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { isAwaited } from '../../domain/rank.js';
import { owedNotices } from '../outbox/owed-notices.js';
import { namedIn, ofRecords } from '../record/record-subject.js';
import type { SubjectKind, ToldAs } from '../subject.js';

/** Somebody, the group's idea, and whether they may read that. */
interface GroupReader {
  person: Person;
  idea: Idea | undefined;
  reads: boolean;
}

/** Groups, as far as others hear of them: all of it in the day card. */
export const groupSubject: SubjectKind<Group, GroupEvent, GroupReader> = {
  load: async (app, id) => (await app.groups.load(id))?.group,
  ...ofRecords<Group, GroupEvent>((app) => app.groups),
  async *hears(app, group, heard, hearers) {
    if (hearers !== 'all' && isAwaited(groupRank) !== (hearers === 'awaited')) return;
    for (const { event, told } of heard) {
      const has = new Set<string>([event.by, ...(told ? [told] : [])]);
      for (const as of groupNotices(event)) {
        const people = [...new Set(await audience(app, group, event, as))].filter((one) => !has.has(one));
        for (const person of people) has.add(person);
        if (people.length > 0)
          yield await owedNotices(app, { record: 'group', id: group.id, seq: event.seq, as }, groupRank, people);
      }
    }
  },
  isNewsToSome: (event) => groupNotices(event).length > 0,
  takesAway: ({ type }) => type === 'groupHidden',
  async reader(app, person, group) {
    const idea = (await app.ideas.load(group.idea))?.idea;
    const reads = idea !== undefined && (await groupRoles(app, person, idea, group)).has('reader');
    return { person, idea, reads };
  },
  mayRead: (_, { reads }) => reads,
  urgency: async () => 'day',
  announces: () => false,
  stillAsked,
  newsRows: async () => [],
  dayRows: async (_app, context, group, { idea }, told) =>
    idea ? groupDayRows(context, { idea, id: group.id, seq: group.seq }, namedIn<GroupAudience, GroupEvent>(told)) : [],
  async draw(app, context, group, { person, idea }, reason) {
    const event = reason.for === 'update' ? reason.history.at(-1) : reason.event;
    const as = reason.for === 'notice' ? (reason.as as GroupAudience) : event?.by === person.ref ? 'actor' : 'founder';
    const told = event && groupTold(context, { event, as });
    const view = idea && (await viewGroup(app, person, idea, group));
    const message = view
      ? groupCard(context, { ...view, reader: person.ref, told })
      : idea
        ? groupNote(context, idea, told ?? '')
        : groupsChanged(context);
    return { message, follows: reason.for === 'update', asks: false };
  },
  listChanged: groupsChanged,
};

async function audience(app: Deps, group: Group, { data }: GroupEvent, as: GroupAudience): Promise<PersonRef[]> {
  switch (as) {
    case 'asked':
    case 'removed':
      return 'person' in data ? [data.person] : [];
    case 'takers':
      return 'takers' in data ? data.takers : 'taker' in data ? [data.taker] : [];
    case 'founder':
      return leadsOn(app, group);
    case 'members':
      return inGroup(group);
  }
}

/** Whoever began it; where they neither lead the work on its idea any more nor are in it, whoever drives that. */
async function leadsOn(app: Deps, group: Group): Promise<PersonRef[]> {
  const { founder } = group;
  const [known, stored] = await Promise.all([app.people.byRef(founder), app.ideas.load(group.idea)]);
  const roles = known && stored && (await groupRoles(app, known.person, stored.idea, group));
  const driver = stored?.idea.driver;
  return roles?.has('lead') || roles?.has('member') || !driver?.accepted ? [founder] : [driver.person];
}

/** Whoever is asked is asked until they have answered; a step that is done reminds nobody. Nothing is said of an idea that they may not read. */
function stillAsked(group: Group, { event, as }: ToldAs<GroupEvent>, { person, reads }: GroupReader): boolean {
  if (!reads) return false;
  if (as === 'asked') return group.stage === 'working' && memberOf(group, person.ref)?.accepted === false;
  if (as === 'takers') return group.steps.some(({ taker }) => taker === person.ref);
  return as !== 'members' || event.type === 'groupEnded' || memberOf(group, person.ref) !== undefined;
}
