import type { Deps } from '../../app/deps.js';
import { rolesByUndertaking } from '../../app/undertaking/roles.js';
import type { CardContext } from '../../cards/card-context.js';
import { undertakingCard } from '../../cards/undertaking/undertaking-card.js';
import { undertakingRow, undertakingsChanged } from '../../cards/undertaking/undertaking-list.js';
import { undertakingDayRows, undertakingTold } from '../../cards/undertaking/undertaking-told.js';
import type { Person } from '../../domain/person/person.js';
import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import { type UndertakingAudience, undertakingNotices } from '../../domain/undertaking/notices.js';
import { mayReadUndertaking, type UndertakingRole } from '../../domain/undertaking/policy.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { namedIn, ofRecords } from '../record/record-subject.js';
import type { Drawing, DrawReason, SubjectKind, ToldAs } from '../subject.js';
import { undertakingHears } from './hears.js';

/** Somebody, and what they are to an undertaking now. */
interface UndertakingReader {
  person: Person;
  roles: ReadonlySet<UndertakingRole>;
}

/** Undertakings, as far as others hear of them: all of it in the day card. */
export const undertakingSubject: SubjectKind<Undertaking, UndertakingEvent, UndertakingReader> = {
  load: async (app, id) => (await app.undertakings.load(id))?.undertaking,
  ...ofRecords<Undertaking, UndertakingEvent>((app) => app.undertakings),
  hears: undertakingHears,
  isNewsToSome: (event) => undertakingNotices(event).length > 0,
  takesAway: ({ type }) => type === 'undertakingHidden',
  reader: async (app, person, undertaking) => ({ person, roles: rolesByUndertaking(app, person, undertaking) }),
  mayRead: (undertaking, { roles }) => mayReadUndertaking(undertaking, roles),
  urgency: async () => 'day',
  announces: () => false,
  stillAsked,
  newsRows: async (app, context, person, ids) =>
    (await app.undertakings.loadAll(ids)).flatMap((undertaking) => {
      const { id, seq } = undertaking;
      const roles = rolesByUndertaking(app, person, undertaking);
      if (!mayReadUndertaking(undertaking, roles)) return [];
      const name = { record: 'undertaking' as const, id, seq };
      return [{ name, row: undertakingRow(context, undertaking), isOwn: roles.has('adder') }];
    }),
  dayRows: async (_app, context, undertaking, _reader, told) =>
    undertakingDayRows(context, undertaking, namedIn<UndertakingAudience, UndertakingEvent>(told)),
  draw: async (app, context, undertaking, { person }, reason) => drawn(app, context, undertaking, person, reason),
  listChanged: undertakingsChanged,
};

/** Whoever is reminded is asked as long as it is to be done. */
function stillAsked({ stage }: Undertaking, { event }: ToldAs<UndertakingEvent>): boolean {
  return event.type !== 'undertakingReminded' || stage === 'planned';
}

/** Its card as it is now, for one reader. */
function drawn(
  app: Deps,
  context: CardContext,
  undertaking: Undertaking,
  person: Person,
  reason: DrawReason<UndertakingEvent>,
): Drawing {
  const event = reason.for === 'update' ? reason.history.at(-1) : reason.event;
  const as = reason.for === 'notice' ? (reason.as as UndertakingAudience) : 'actor';
  const seenAs = event && reason.for === 'update' && event.by !== person.ref ? 'adder' : as;
  const told = event && undertakingTold(context, { event, as: seenAs });
  const roles = rolesByUndertaking(app, person, undertaking);
  return {
    message: undertakingCard(context, { undertaking, roles, told }),
    ...{ follows: reason.for === 'update', asks: false },
  };
}
