import type { ClaimAnswered, ClaimSeen } from '../../app/identity/claims.js';
import type { ThinChain } from '../../domain/organisation/organisation-rules.js';
import type { Posts } from '../../domain/person/posts.js';
import type { Day } from '../../domain/time.js';
import { dayText, instantText } from '../../text/dates.js';
import { chatLink } from '../deep-links.js';
import type { Drawn, Kit } from '../kit.js';
import { note } from '../note.js';
import { officeName, shortPlaceName } from '../places.js';
import { button } from '../verbs.js';

/** Messages that are about no idea: each says why its reader gets it. */

const plain = { inputs: 'none' } as const;

/** Too few can decide in a department: its manager sees to it that somebody is added. */
export function thinChain(kit: Kit, { department: code, on, able }: ThinChain, { manages }: Posts): Drawn {
  const { say } = kit;
  const department = shortPlaceName(kit, { department: code });
  const values = { department, count: able.length, office: officeName(kit) };
  const [contact] = kit.directory.office;
  const isManager = manages.some((place) => place.department === code);
  return note(kit, {
    heading: say('note.thin.heading'),
    lines: [
      say(`note.thin.${on}`, values),
      say('note.thin.why'),
      say(`note.thin.do.${on}`, values),
      say(isManager ? 'note.why.manager' : 'note.why.office', values),
    ],
    links: contact
      ? [{ title: say('button.chat'), url: chatLink(contact.email, say('note.thin.message', values)) }]
      : [],
  });
}

/** Many ideas have come to somebody at once, for nobody else can decide on them. */
export const ideasMovedOn = ({ say, ...kit }: Kit, count: number): Drawn =>
  note(
    { say, ...kit },
    {
      heading: say('note.movedOn.heading'),
      lines: [say('note.movedOn.text', { count }), say('note.why.office')],
      buttons: [button(say('button.queue'), 'queue', {}, { ...plain, style: 'positive' })],
    },
  );

/** As much of an object id as tells two from each other; the whole is nobody's business. */
const LAST = 4;

/** The office is asked whether a new account is the person whom they know by another. */
export function accountQuestion(kit: Kit, { claim, by, of }: ClaimSeen, until: Day): Drawn {
  const { say, language, today, timeZone } = kit;
  const ending = (id: string | undefined) => (id ?? '').slice(-LAST);
  const dayOfInstant = (at: string) => instantText(at, language, timeZone, today);
  const last = of.person.askedRoster?.at;
  return note(kit, {
    heading: say('note.account.heading'),
    lines: [
      say('note.account.new', { name: by.person.name }),
      say('note.account.before', { name: of.person.name, email: by.person.emails[0] ?? '' }),
      say('note.account.ids', {
        now: ending(by.person.identity?.objectId),
        since: dayOfInstant(claim.at),
        before: ending(of.person.identity?.objectId),
        last: last ? dayOfInstant(last) : '–',
      }),
      say('note.account.care', { date: dayText(until, language, today) }),
      say('note.why.office'),
    ],
    buttons: [
      button(say('note.account.same'), 'account', { claim: claim.by, same: true }, { ...plain, style: 'positive' }),
      button(say('note.account.other'), 'account', { claim: claim.by, same: false }, plain),
    ],
  });
}

/** What came of the answer, in the place of the question. */
export const accountAnswered = (kit: Kit, { kind, name }: ClaimAnswered): Drawn =>
  note(kit, {
    heading: kit.say('note.account.heading'),
    lines: [kit.say(`note.account.done.${kind}`, { name, office: officeName(kit) })],
  });

/** The ideas of an earlier account are there again. */
export const accountMoved = (kit: Kit): Drawn =>
  note(kit, {
    heading: kit.say('note.moved.heading'),
    lines: [kit.say('note.moved.text', { office: officeName(kit) })],
    buttons: [button(kit.say('button.mine'), 'mine', {}, { ...plain, style: 'positive' })],
  });
