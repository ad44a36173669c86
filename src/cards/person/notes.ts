import type { ThinChain } from '../../domain/organisation/organisation-rules.js';
import type { Posts } from '../../domain/person/posts.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { officeName, shortPlaceName } from '../places.js';
import { button } from '../verbs.js';
import { chatLink } from './deep-links.js';
import { changeButton } from './posts/department-posts.js';

/** Messages that are about no idea: each says why its reader gets it. */

const plain = { inputs: 'none' } as const;

/** Too few can decide in a department: its manager sees to it that somebody is added, there and then. */
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
      t(isManager ? `note.thin.do.${on}` : `note.thin.office.${on}`, values),
      t(isManager ? 'note.why.manager' : 'note.why.office', values),
    ],
    // Who manages is for the office to say.
    buttons: isManager && on === 'money' ? [] : [changeButton(context, code)],
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
