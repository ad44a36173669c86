import type { Deps } from '../../app/deps.js';
import { holderPages } from '../../app/person/post-holders.js';
import type { MeetingEvent } from '../../domain/meeting/events.js';
import type { Meeting } from '../../domain/meeting/meeting.js';
import { type MeetingAudience, meetingNotices, meetingRank } from '../../domain/meeting/notices.js';
import type { Contact } from '../../domain/organisation/organisation.js';
import type { PersonRef } from '../../domain/person/person.js';
import { isAwaited } from '../../domain/rank.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import { owedNotices } from '../outbox/owed-notices.js';
import type { Heard, Hearers } from '../subject.js';

/** So many of those who may be thousands are told at a time. */
const PAGE = 500;

/**
 * What people are owed because of events of a meeting, a page of people at a time. Of one event everybody hears once: whoever is two
 * of those who may be thousands has one delivery all the same, by its name.
 */
export async function* meetingHears(
  app: Deps,
  meeting: Meeting,
  heard: readonly Heard<MeetingEvent>[],
  hearers: Hearers,
): AsyncGenerator<Delivery[]> {
  for (const { event, told } of heard) {
    for (const notice of meetingNotices(event)) {
      const rank = meetingRank(notice);
      if (hearers !== 'all' && isAwaited(rank) !== (hearers === 'awaited')) continue;
      for await (const page of audiencePages(app, meeting, notice.as)) {
        const people = [...new Set(page)].filter((one) => one !== event.by && one !== told);
        if (people.length === 0) continue;
        yield await owedNotices(
          app,
          { record: 'meeting', id: meeting.id, seq: event.seq, as: notice.as },
          rank,
          people,
        );
      }
    }
  }
}

/** Who hears as one of these, a page at a time. */
async function* audiencePages(app: Deps, meeting: Meeting, as: MeetingAudience): AsyncGenerator<PersonRef[]> {
  switch (as) {
    case 'comers':
      yield* app.meetings.comerPages(meeting.id, PAGE);
      return;
    case 'arranger':
      yield [meeting.arranger];
      return;
    case 'interested':
      yield* app.listeners.pages('training', PAGE);
      return;
    case 'posts':
      yield* postsOf(app, meeting);
  }
}

/** Whoever leads, stands in for who leads, or manages: in the department whose people alone it is for, else anywhere. */
function postsOf(app: Deps, { circle, department }: Meeting): AsyncGenerator<PersonRef[]> {
  const directory = app.directory();
  const only = circle === 'department' && department !== undefined ? directory.codeNow(department) : undefined;
  const places = directory.departments.filter(({ code }) => only === undefined || code === only);
  const held = (post: string, contacts: readonly Contact[]) => contacts.map(({ email }) => ({ email, post }));
  return holderPages(
    app,
    places.flatMap(({ code, managers, units }) => [
      ...held(`leader.${code}`, directory.leadersOf(code)),
      ...held(`deputy.${code}`, directory.deputiesOf(code)),
      ...held(`manager.${code}`, managers),
      ...units.flatMap((unit) => held(`manager.${code}.${unit.code}`, unit.managers)),
    ]),
  );
}
