import type { Contact } from '../../../domain/organisation/organisation.js';
import type { Day } from '../../../domain/time.js';
import { dayText } from '../../../text/dates.js';
import { listText } from '../../../text/lists.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { note } from '../../note.js';
import { few } from '../../organisation/few.js';
import { officeName } from '../../places.js';
import { button } from '../../verbs.js';

/** Who answers while somebody is away; nobody does for who leads nothing. */
export interface StandIns {
  contacts: readonly Contact[];
  /** The innovation office does, where nobody else can. */
  office: boolean;
}

/** Somebody who answers for the department has said that its leader is away. */
export const awaySet = (context: CardContext, until: Day, standIns: StandIns): Drawn =>
  note(context, {
    heading: context.t('posts.awaySet.heading'),
    lines: [
      context.t('posts.awaySet.text', { day: dayText(until, context.language, context.today) }),
      ...meanwhile(context, standIns),
      context.t('posts.awaySet.undo', { office: officeName(context) }),
    ],
    buttons: [button(context.t('posts.awaySet.button'), 'settings', {}, { inputs: 'none' })],
  });

function meanwhile(context: CardContext, { contacts, office: answers }: StandIns): string[] {
  const { t, language } = context;
  const office = officeName(context);
  if (contacts.length === 0) return answers ? [t('posts.awaySet.nobody', { office })] : [];
  const names = few(
    context,
    contacts.map(({ name }) => name),
  );
  return [t('posts.awaySet.meanwhile', { names: listText([...names, ...(answers ? [office] : [])], language) })];
}
