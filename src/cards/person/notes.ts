import type { ClaimAnswered, ClaimSeen } from '../../app/identity/claims.js';
import type { ThinChain } from '../../domain/organisation/organisation-rules.js';
import type { Posts } from '../../domain/person/posts.js';
import type { Day } from '../../domain/time.js';
import { dayText, instantText } from '../../text/dates.js';
import type { CardContext, Drawn } from '../card-context.js';
import { chatLink } from '../deep-links.js';
import { note } from '../note.js';
import { officeName, shortPlaceName } from '../places.js';
import { button } from '../verbs.js';

/** Messages that are about no idea: each says why its reader gets it. */

const plain = { inputs: 'none' } as const;

/** Too few can decide in a department: its manager sees to it that somebody is added. */
export function thinChain(context: CardContext, { department: code, on, able }: ThinChain, { manages }: Posts): Drawn {
  const { t } = context;
  const department = shortPlaceName(context, { department: code });
  const values = { department, count: able.length, office: officeName(context) };
  const [contact] = context.directory.office;
  const isManager = manages.some((place) => place.department === code);
  return note(context, {
    heading: t('note.thin.heading'),
    lines: [
      t(`note.thin.${on}`, values),
      t('note.thin.why'),
      t(`note.thin.do.${on}`, values),
      t(isManager ? 'note.why.manager' : 'note.why.office', values),
    ],
    links: contact ? [{ title: t('button.chat'), url: chatLink(contact.email, t('note.thin.message', values)) }] : [],
  });
}

/** Many ideas have come to somebody at once, for nobody else can decide on them. */
export const ideasMovedOn = ({ t, ...context }: CardContext, count: number): Drawn =>
  note(
    { t, ...context },
    {
      heading: t('note.movedOn.heading'),
      lines: [t('note.movedOn.text', { count }), t('note.why.office')],
      buttons: [button(t('button.queue'), 'queue', {}, { ...plain, style: 'positive' })],
    },
  );

/** As much of an object id as tells two from each other; the whole is nobody's business. */
const LAST = 4;

/** The office is asked whether a new account is the person whom they know by another. */
export function accountQuestion(context: CardContext, { claim, by, of }: ClaimSeen, until: Day): Drawn {
  const { t, language, today, timeZone } = context;
  const ending = (id: string | undefined) => (id ?? '').slice(-LAST);
  const dayOfInstant = (at: string) => instantText(at, language, timeZone, today);
  const last = of.person.askedRoster?.at;
  return note(context, {
    heading: t('note.account.heading'),
    lines: [
      t('note.account.new', { name: by.person.name }),
      t('note.account.before', { name: of.person.name, email: by.person.emails[0] ?? '' }),
      t('note.account.ids', {
        now: ending(by.person.identity?.objectId),
        since: dayOfInstant(claim.at),
        before: ending(of.person.identity?.objectId),
        last: last ? dayOfInstant(last) : '–',
      }),
      t('note.account.care', { date: dayText(until, language, today) }),
      t('note.why.office'),
    ],
    buttons: [
      button(t('note.account.same'), 'account', { claim: claim.by, same: true }, { ...plain, style: 'positive' }),
      button(t('note.account.other'), 'account', { claim: claim.by, same: false }, plain),
    ],
  });
}

/** What came of the answer, in the place of the question. */
export const accountAnswered = (context: CardContext, { kind, name }: ClaimAnswered): Drawn =>
  note(context, {
    heading: context.t('note.account.heading'),
    lines: [context.t(`note.account.done.${kind}`, { name, office: officeName(context) })],
  });

/** The ideas of an earlier account are there again. */
export const accountMoved = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('note.moved.heading'),
    lines: [context.t('note.moved.text', { office: officeName(context) })],
    buttons: [button(context.t('button.mine'), 'mine', {}, { ...plain, style: 'positive' })],
  });
