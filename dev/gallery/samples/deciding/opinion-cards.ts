import { askOpinion, consulted, endOpinions, giveOpinion } from '../../../../testing/samples/idea/opinions';
import { clock, explore, leader, on, pause, type Step } from '../../../../testing/samples/idea/story';
import { readers } from '../../../../testing/samples/person/people';
import type { Content } from '../../../../testing/samples/text/content';
import type { CardRow } from '../../card-row';
import { scene, submitted } from '../scene';

const asked = (content: Content): Step[] => [
  submitted(content),
  [leader, askOpinion('pFRIEND', 'pOWNER', 'pDRIVER'), on('2026-11-20')],
];
const said = (content: Content): Step[] => [
  ...asked(content),
  [consulted(), giveOpinion('otherwise', content.opinion), on('2026-11-20')],
  [consulted('pOWNER'), giveOpinion('goOn', ''), on('2026-11-20')],
];
const adviser = { ref: 'pFRIEND', roles: new Set(['reader', 'askedOpinion'] as const) };

/** What is seen while it waits for a decision: what others think, asked before it, and that whoever decides is away. */
export const opinionCards = {
  'idea-ask-opinion': scene({
    steps: (content) => [submitted(content)],
    reader: readers.leader,
    more: { panel: 'askOpinion' },
  }),
  'idea-asked-opinion': scene({ steps: asked, reader: adviser, as: 'consulted' }),
  'idea-give-opinion': scene({ steps: asked, reader: adviser, more: { panel: 'giveOpinion' } }),
  'idea-gave-opinion': scene({
    steps: (content) => [
      ...asked(content),
      [consulted('pOWNER'), giveOpinion('goOn', ''), on('2026-11-20')],
      [consulted(), giveOpinion('otherwise', content.opinion), on('2026-11-20')],
    ],
    reader: { ref: 'pFRIEND', roles: new Set(['reader', 'gaveOpinion']) },
    as: 'actor',
  }),
  'idea-opinions': scene({ steps: said, reader: readers.leader }),
  'idea-opinions-explored': scene({
    steps: (content) => [...said(content), [clock, endOpinions, on('2026-11-23')], [leader, explore, on('2026-11-23')]],
    reader: readers.driver,
  }),
  'idea-promise-waits': scene({
    steps: (content) => [submitted(content), [clock, pause(), on('2026-11-20')]],
    reader: readers.submitter,
    as: 'submitter',
  }),
} as const satisfies Record<string, CardRow>;
