import { randomBytes } from 'node:crypto';
import { openDeps } from '../../../src/app/deps';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { newIdempotencyKey, newPersonRef } from '../../../src/domain/ids';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file';
import { defaultPreferences, type Person } from '../../../src/domain/person/person';
import {
  addDays,
  dayOf,
  type Instant,
  instantAt,
  instantOf,
  mondayOf,
  type Week,
  weekOf,
} from '../../../src/domain/time';
import type { Storage } from '../../../src/store/storage';

const ZONE = 'Europe/Stockholm';
const TENANT = '7e4a0000-0000-4000-8000-00000000c17e';
/** So many people are stored at the same time. */
const AT_ONCE = 24;

/** A municipality with so many managers that its weekly digest is a long run. */
export interface DigestCity {
  /** The organisation file, as an operator would write it. The digest is due since yesterday. */
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
  const yesterday = addDays(dayOf(now, ZONE), -1);
  const sentIn = weekOf(yesterday);
  return {
    file: {
      municipality: { code: 'soderhamra', name: 'Söderhamra', innovationOffice: 'Innovationskontoret' },
      departments: [
        {
          ...{ code: 'VOO', name: 'Vård och omsorg', headcount: 9000 },
          leaders: [contact('leader'), contact('other-leader')],
          managers: Array.from({ length: managers }, (_, n) => contact(`manager-${n}`)),
        },
      ],
      innovationOffice: [contact('office')],
      // At noon yesterday: within the two days in which a digest that is late is still sent, on whatever day this runs.
      digest: { day: isoDay(yesterday), hour: 12, timeZone: ZONE },
    },
    week: weekOf(addDays(mondayOf(sentIn) ?? yesterday, -7)),
    conversations: Array.from({ length: managers - absent }, (_, n) => conversationOf(n)),
  };
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
