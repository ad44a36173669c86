import type { ChallengeView } from '../../app/challenge/challenge-view.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import type { ChallengeAudience } from '../../domain/challenge/notices.js';
import type { DayPart } from '../../domain/person/day-news.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';
import { dateText, titleOf, whoseName } from './challenge-words.js';

/** An event, and as what somebody hears of it; `actor`: they have done it themselves. */
export interface ChallengeTold {
  event: ChallengeEvent;
  as: ChallengeAudience | 'actor';
}

/** A challenge as far as what is told of it goes; `roles`: what its reader is to it, where that is known. */
type ToldView = Pick<ChallengeView, 'challenge' | 'names'> & Partial<Pick<ChallengeView, 'roles'>>;

/** Whoever leads the department that asks has the problem anyway: they are told of its challenge in the words of those who have chosen that. */
const heardAs = ({ roles }: ToldView, { as }: ChallengeTold): ChallengeTold['as'] =>
  as === 'leaders' && roles?.has('speaker') === false ? 'interested' : as;

/** What has happened, in one line. */
export function toldText(context: CardContext, view: ToldView, told: ChallengeTold): string {
  const { t } = context;
  const { event } = told;
  const as = heardAs(view, told);
  const { challenge, names } = view;
  const person = 'owner' in event.data ? event.data.owner.person : event.by === 'clock' ? undefined : event.by;
  const place = event.type === 'partTaken' || event.type === 'partLeft' ? whoseName(context, event.data) : '';
  const values = {
    place,
    owner: (person && names.get(person)) || t('challenge.someone'),
    date: dateText(context, challenge.resultBy),
  };
  if (as === 'actor') return didText(context, event, values);
  const { type } = event;
  const opens = 'opens' in event.data && event.data.opens === true;
  if (opens && as === 'leaders') return t('challenge.told.announced.leaders');
  if (opens && as === 'interested') return t('challenge.told.announced');
  if (as === 'asked' && (type === 'challengeProposed' || type === 'ownerNamed')) return t('challenge.told.asked');
  if (type === 'outsideAnswered') return t(buys(event.data) ? 'challenge.outside.told.buys' : 'challenge.outside.told');
  if (type === 'outsideCorrected')
    return t(buys(event.data) ? 'challenge.outside.told.corrected.buys' : 'challenge.outside.told.corrected');
  if (opens && type !== 'challengeProposed') return t('challenge.told.opened', values);
  if (event.type === 'ownerNamed' && !event.data.owner.accepted) return t('challenge.told.ownerAsked', values);
  return type === 'challengeProposed' ? t('challenge.told.announced') : t(`challenge.told.${type}`, values);
}

const buys = (data: ChallengeEvent['data']): boolean => 'buys' in data && data.buys === true;

function didText({ t }: CardContext, { type, data }: ChallengeEvent, values: { owner: string }): string {
  const opens = 'opens' in data && data.opens === true;
  switch (type) {
    case 'challengeProposed':
    case 'ownerNamed':
      return opens ? t('challenge.did.opened') : t(`challenge.did.${type}`, values);
    case 'ownershipAccepted':
    case 'ownershipDeclined':
    case 'resultTold':
    case 'challengeWithdrawn':
    case 'partTaken':
    case 'partLeft':
    case 'challengeHidden':
    case 'challengeShown':
      return t(`challenge.did.${type}`);
    case 'outsideAnswered':
      return t(buys(data) ? 'challenge.outside.did.buys' : 'challenge.outside.did');
    case 'outsideCorrected':
      return t(buys(data) ? 'challenge.outside.did.corrected.buys' : 'challenge.outside.did.corrected');
    default:
      return '';
  }
}

/** What asks its reader for something stands among what is asked of them. */
const asking: ReadonlySet<ChallengeTold['as']> = new Set([
  ...(['asked', 'owner', 'deciders', 'leaders', 'procurement', 'registrars'] as const),
]);

const partOf = (as: ChallengeTold['as']): DayPart =>
  as === 'interested' ? 'challenges' : asking.has(as) ? 'asked' : 'news';

/** What happened to a challenge, as rows of its reader's day card. */
export const challengeDayRows = (context: CardContext, view: ToldView, told: readonly ChallengeTold[]) =>
  told.map((one) => {
    const { challenge } = view;
    const { id, seq, words, hidden } = challenge;
    const title = titleOf(context, { title: words.title ?? '', ...(hidden && { hidden }) });
    const text = toldText(context, view, one);
    const row = context.t('challenge.open', { row: `${title}, ${text}` });
    return {
      part: heardAs(view, one) === one.as ? partOf(one.as) : ('news' as const),
      name: { record: 'challenge' as const, id, seq },
      row: {
        ...{ title, lines: [{ text }], tag: [{ text: context.t('challenge.tag') }] },
        press: button(row, 'challenge', { challenge: id, below: true }, { inputs: 'none' }),
      },
    };
  });
