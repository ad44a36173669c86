import { randomBytes } from 'node:crypto';
import { openDeps } from '../../../src/app/deps';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { weekToSend } from '../../../src/delivery/digest/digest-run';
import { newIdempotencyKey, newPersonRef } from '../../../src/domain/ids';
import { createCalendar } from '../../../src/domain/organisation/calendar/calendar';
import { calendarSchema } from '../../../src/domain/organisation/calendar/calendar-schema';
import type { Organisation } from '../../../src/domain/organisation/organisation';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file';
import { defaultPreferences, type Person } from '../../../src/domain/person/person';
import { addDays, dayOf, type Instant, instantAt, instantOf, mondayOf, type Week } from '../../../src/domain/time';
import type { Storage } from '../../../src/store/storage';

const ZONE = 'Europe/Stockholm';
/** Nobody is away at Christmas or in July. */
const OPEN = { quietPeriods: [] };
const TENANT = '7e4a0000-0000-4000-8000-00000000c17e';
/** So many people are stored at the same time. */
const AT_ONCE = 24;

/** A municipality with so many managers that its weekly digest is a long run. */
export interface DigestCity {
  /** The organisation file, as an operator would write it. The digest is due. */
  file: Record<string, unknown>;
  /** The week that is told of. */
  week: Week;
  /** The conversation with the bot of each manager who has one, by which Teams knows who has got something. */
  conversations: string[];
}

const contact = (name: string) => ({ name, email: `${name}@soderhamra.example`, title: 'Demo' });
const conversationOf = (n: number) => `a:manager-${n}`;

/** `now` is the real time: bots that run by it find the digest due. So many of the managers, the last, never install the bot. */
export function digestCity(managers: number, now: Instant, absent = 0): DigestCity {
  const { digest, week } = dueAt(now);
  return {
    file: {
      municipality: { code: 'soderhamra', name: 'Söderhamra', innovationOffice: 'Innovationskontoret' },
      departments: [
        {
          ...{ code: 'VOO', name: 'Vård och omsorg', headcount: 9000 },
          leaders: [contact('leader'), contact('other-leader')],
          managers: Array.from({ length: managers }, (_, n) => contact(`manager-${n}`)),
        },
        // Where there is one department alone, nobody is asked which.
        {
          ...{ code: 'SBK', name: 'Stadsbyggnad', headcount: 40 },
          leaders: [contact('leader'), contact('other-leader')],
          managers: [contact('manager-0'), contact('manager-1')],
        },
      ],
      innovationOffice: [contact('office')],
      digest,
      calendar: OPEN,
    },
    week,
    conversations: Array.from({ length: managers - absent }, (_, n) => conversationOf(n)),
  };
}

/**
 * A digest that bots find due now: since noon yesterday, within the two days in which one that is late is still sent; on a Saturday, when
 * none of a working day is sent, since this morning. On a public holiday none is.
 */
function dueAt(now: Instant): { digest: Organisation['digest']; week: Week } {
  const today = dayOf(now, ZONE);
  const calendar = createCalendar(calendarSchema.parse(OPEN));
  for (const [day, hour] of [
    [addDays(today, -1), 12],
    [today, 0],
  ] as const) {
    const digest = { day: isoDay(day), hour, timeZone: ZONE };
    const week = weekToSend(now, digest, calendar);
    if (week) return { digest, week };
  }
  throw new Error('No digest is sent on a public holiday');
}

const isoDay = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/** Stores the managers who have installed the bot, and an idea for them to read about. */
export async function settle({ file, week, conversations }: DigestCity, storage: Storage, serviceUrl: string) {
  const parsed = parseOrganisation(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const inWeek = instantAt(addDays(mondayOf(week) ?? '', 2), 10, ZONE);
  const { organisation } = parsed;
  const app = openDeps(storage, {
    organisation: () => organisation,
    now: () => inWeek,
    random: (size) => randomBytes(size),
  });
  const arrive = async (name: string, conversation: string): Promise<Person> => {
    const ref = newPersonRef(app.random);
    const person: Person = {
      ...{ ref, name, emails: [contact(name).email], identity: { tenant: TENANT, objectId: ref } },
      ...{ language: 'sv', languageChosen: false, preferences: defaultPreferences, welcomed: [], disowned: [] },
    };
    const reach = { serviceUrl, conversation, bot: '28:bot', user: `29:${ref}`, tenant: TENANT };
    if (!(await app.people.save({ person, reach }, undefined))) throw new Error(`${name} is there already`);
    return person;
  };
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let n = next++; n < conversations.length; n = next++) await arrive(`manager-${n}`, conversationOf(n));
    }),
  );
  const words = { title: 'Delade cyklar i hemtjänsten', problem: 'Personalen får vänta på bilar varje morgon.' };
  const submission = { idempotencyKey: newIdempotencyKey(app.random), words, confidential: false, department: 'VOO' };
  const submitted = await submitIdea(app, await arrive('employee', 'a:employee'), submission);
  if (!submitted.ok) throw new Error(submitted.refusal.code);
  return { app, organisation, now: () => instantOf(Date.now()) };
}
