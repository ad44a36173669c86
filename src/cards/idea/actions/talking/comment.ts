import { isOpenTo } from '../../../../domain/idea/decide.js';
import { type Field, wordField } from '../../../fields.js';
import { type Section, section } from '../../../paragraphs.js';
import type { Reading } from '../../reading.js';
import { action, type FormValuesOf } from '../action.js';

/** A department that is asked to take an idea in asks its owner: the same, by another name. */
export const comment = action('comment', {
  offers: {
    comment: {
      when: (reading) => !asksOwner(reading),
      panel: { sends: 'button.sendComment', quotes: latest, fields: commentField },
    },
    askOwner: {
      when: asksOwner,
      panel: { opens: 'comment', sends: 'button.sendComment', quotes: latest, fields: commentField },
    },
  },
});

function asksOwner({ idea, reader, asDepartment }: Reading): boolean {
  const there = asDepartment !== undefined && idea.owner !== undefined && idea.owner.person !== reader.ref;
  return there && isOpenTo('adopt', idea, reader.roles);
}

/** The newest comment, unless it is the reader's. */
function latest({ context, idea, reader, nameOf }: Reading): Section[] {
  if (!idea.talk || idea.talk.by === reader.ref) return [];
  return section(context.t('panel.comment.from', { who: nameOf(idea.talk.by).text }), idea.talk.text);
}

function commentField({ context: { t } }: Reading, kept: FormValuesOf<Record<never, never>>): Field[] {
  return [wordField(t, 'comment', { value: kept.comment, required: 'field.comment.missing' })];
}
