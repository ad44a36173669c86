import { type ClaimAnswered, type ClaimSeen, namesIn } from '../../app/identity/claims.js';
import type { Day } from '../../domain/time.js';
import { dayText, instantText } from '../../text/dates.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { officeName } from '../places.js';
import { button } from '../verbs.js';

/** Messages about whose an account is: each says why its reader gets it. */

const plain = { inputs: 'none' } as const;

/** As much of an object id as tells two from each other; the whole is nobody's business. */
const LAST = 4;

/** The office is asked whether a new account is the person whom they know by another. */
export function accountQuestion(context: CardContext, seen: ClaimSeen, until: Day): Drawn {
  const { claim, by, of } = seen;
  const names = namesIn(seen);
  const { t, language, today, timeZone } = context;
  const ending = (id: string | undefined) => (id ?? '').slice(-LAST);
  const dayOfInstant = (at: string) => instantText(at, language, timeZone, today);
  const last = of.person.askedRoster?.at;
  return note(context, {
    heading: t('note.account.heading'),
    lines: [
      ...(names
        ? [
            t('note.account.new', { name: names.by }),
            t('note.account.before', { name: names.of, email: by.person.emails[0] ?? '' }),
          ]
        : [t('note.account.hidden.new'), t('note.account.hidden.before')]),
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
export const accountAnswered = (context: CardContext, { kind, name = '' }: ClaimAnswered): Drawn =>
  note(context, {
    heading: context.t('note.account.heading'),
    lines: [
      kind === 'moved' && !name
        ? context.t('note.account.hidden.moved')
        : context.t(`note.account.done.${kind}`, { name, office: officeName(context) }),
    ],
  });

/** The ideas of an earlier account are there again. */
export const accountMoved = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('note.moved.heading'),
    lines: [context.t('note.moved.text', { office: officeName(context) })],
    buttons: [button(context.t('button.mine'), 'mine', {}, { ...plain, style: 'positive' })],
  });
