import type { HelpView } from '../../../../src/app/helping/help-view';
import type { CardContext } from '../../../../src/cards/card-context';
import { dayCard } from '../../../../src/cards/digest/day';
import { helpNews } from '../../../../src/cards/digest/help-news';
import { helpCard, helpSent } from '../../../../src/cards/helping/help-card';
import { helpForm } from '../../../../src/cards/helping/help-form';
import { helpOffer } from '../../../../src/cards/helping/help-offer';
import { askedHelp, askHelpers, type Help, helps, thanksFor } from '../../../../src/domain/helping/help';
import { alwaysOpen } from '../../../../src/domain/organisation/calendar/calendar';
import { explore, given, leader, type Step } from '../../../../testing/samples/idea/story';
import { aTurn } from '../../../../testing/samples/idea/turns';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../../card-row';
import { submitted } from '../scene';

const ID = 'K7M4QX';
const TODAY = '2026-11-26';
const LONGEST = 200;

const steps = (content: Content): Step[] => [submitted(content), [leader, explore]];

const asked = (content: Content): Help =>
  askHelpers(
    {
      ...askedHelp(
        { idea: ID, name: '0123456789ABCDEF', by: 'pLEADER', area: 'legal', line: content.problem.slice(0, LONGEST) },
        TODAY,
      ),
      place: 1,
    },
    ['pHELPER'],
    TODAY,
    alwaysOpen,
  );
const helped = (content: Content): Help => helps(asked(content), 'pHELPER', TODAY);

/** A question as one of those in it has it. */
const view = ({ content, names }: Filling, as: HelpView['as'], help = asked(content)): HelpView => ({
  ...{ help, idea: given(...steps(content)).idea, as, canThank: as === 'asker' && help.state === 'helped' },
  asker: { name: names.get('pLEADER') ?? 'Innovationsledare Vård', email: 'leader@example.test', department: 'VOO' },
  ...(as === 'asker' && help.helper && { helper: { name: names.get('pDRIVER') ?? 'Demo Kollega', email: 'a@b.test' } }),
});
const bare = (context: CardContext): Filling => ({ content: bareContent(context.language), names: new Map() });

const written = { sv: `status ${ID}`, en: `status ${ID}` };
const question = { view: 'helpCard', command: 'open', written } as const;

/** What is asked, answered and told of help with an idea. */
export const helpCards = {
  'help-form': {
    ...{ view: 'helpForm', command: 'open', written },
    samples: samplesOf(
      (context, { content }) =>
        helpForm(context, { idea: given(...steps(content)).idea, asks: 'helpers', open: [asked(content)] }),
      (context) =>
        helpForm(context, { idea: given(...steps(bareContent(context.language))).idea, asks: 'office', open: [] }),
    ),
  },
  'help-question': {
    ...question,
    samples: samplesOf(
      (context, filling) => helpCard(context, view(filling, 'asked')),
      (context) => helpCard(context, view(bare(context), 'asked')),
    ),
  },
  'help-helper': {
    ...question,
    samples: samplesOf(
      (context, filling) => helpCard(context, view(filling, 'helper', helped(filling.content))),
      (context) => helpCard(context, view(bare(context), 'helper', helped(bare(context).content))),
    ),
  },
  'help-asker': {
    ...question,
    samples: samplesOf(
      (context, filling) => helpCard(context, view(filling, 'asker', helped(filling.content))),
      (context) => helpCard(context, view(bare(context), 'asker', asked(bare(context).content))),
    ),
  },
  'help-thanks': {
    ...question,
    samples: samplesOf(
      (context, filling) => helpCard(context, thanked(filling)),
      (context) => helpCard(context, thanked(bare(context))),
    ),
  },
  'help-sent': {
    ...{ view: 'helpSent', command: 'open', written },
    samples: samplesOf(
      (context) => helpSent(context, ID, 'asked'),
      (context) => helpSent(context, ID, 'solved'),
    ),
  },
  'help-offer': {
    ...{ view: 'helpOffer', command: 'settings', written: { sv: 'inställningar', en: 'settings' } },
    samples: samplesOf(
      (context) => helpOffer(context, { areas: ['effect', 'it'], hours: '2', tellsManager: true }, 'saved'),
      (context) => helpOffer(context, undefined),
    ),
  },
  'day-help': {
    ...{ view: 'dayCard', command: 'day', written: { sv: 'idag', en: 'today' } },
    samples: samplesOf(
      (context, filling) =>
        dayOf(context, [
          helpNews(context, view(filling, 'asked'), 'asked'),
          helpNews(context, thanked(filling), 'thanks'),
        ]),
      (context) => dayOf(context, [helpNews(context, view(bare(context), 'solved'), 'solved')]),
    ),
  },
} satisfies Record<string, CardRow>;

function thanked(filling: Filling): HelpView {
  const help = thanksFor(helped(filling.content), filling.content.reason.slice(0, LONGEST), TODAY);
  return view(filling, 'helper', help);
}

const dayOf = (context: CardContext, rows: Parameters<typeof dayCard>[1]['rows']) =>
  dayCard(context, { turn: aTurn(), rows, reader: 'pHELPER', came: 'toOther' });
