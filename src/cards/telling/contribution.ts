import type { Contribution, MyContribution } from '../../app/telling/contribution.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { Role } from '../../domain/idea/policy.js';
import type { PersonRef } from '../../domain/person/person.js';
import { listText } from '../../text/lists.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { stageOf } from '../idea/parts/stage-line.js';
import { readingOf, titleFor } from '../idea/reading.js';
import { shortPlaceName } from '../places.js';
import { button } from '../verbs.js';

const roleOf: Readonly<Record<Contribution, Role>> = {
  ...{ had: 'submitter', together: 'submitter', joined: 'joined', led: 'driver', did: 'doer', owns: 'owner' },
  tookOn: 'reader',
};

/** "Mitt bidrag": what somebody has had a part in, a line each, to be copied where they speak of their work. Only they get it. */
export function contribution(context: CardContext, { ideas, after }: MyContribution, ref: PersonRef): Drawn {
  const { t, language } = context;
  const heading = t('telling.mine.heading');
  const lines = ideas.map(({ idea, as }) => {
    const reader = { ref, roles: new Set(as.map((one) => roleOf[one])) };
    return t('telling.mine.line', {
      title: titleFor(readingOf(context, { idea, reader, names: new Map() })),
      year: idea.createdAt.slice(0, 4),
      did: listText(
        as.map((one) => t(`telling.mine.${one}`)),
        language,
      ),
      stage: stageOf(context, idea),
      place: shortPlaceName(context, { department: idea.department }),
    });
  });
  const card = context.draw('note', {
    heading,
    lines: [
      t(ideas.length > 0 ? 'telling.mine.about' : after ? 'telling.mine.noneHere' : 'telling.mine.none'),
      ...lines,
      ...(after ? [t('telling.mine.more')] : []),
    ].map((text) => ({ text })),
    buttonRows: buttonRows([
      ...(after ? [button(t('button.showMore'), 'myContribution', { after }, { inputs: 'none' })] : []),
      button(t('button.mine'), 'mine', { page: 0 }, { inputs: 'none' }),
    ]),
    links: [],
  });
  return {
    ...{ card, summary: heading },
    ...showsRecords(
      'titles',
      ideas.map(({ idea }) => newestEvent(idea)),
    ),
  };
}
