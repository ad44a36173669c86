import type { MethodView } from '../../../../src/app/idea/methods/open-method';
import type { CardContext } from '../../../../src/cards/card-context';
import { methodCard } from '../../../../src/cards/idea/methods/method-card';
import { methodList } from '../../../../src/cards/idea/methods/method-list';
import { type Method, SCREENS } from '../../../../src/domain/method/methods';
import { type CardRow, type Filling, samplesOf } from '../../card-row';

const written = { sv: 'metoder', en: 'methods' };

/** A municipality's own method, whatever it has written in it. */
const ownMethod = ({ settings, language }: CardContext, { content }: Filling): Method => {
  const [{ text, ...method }] = settings.methods as [Method];
  const own = { ...text[language], name: content.title.slice(0, 60), when: content.problem.slice(0, 300) };
  return { ...method, text: { sv: own, en: own } };
};

const onIdea = { id: 'K7M4QX', part: 'concerned', fills: 'concerned', works: true } as const;

const screen = (page: number, more: Partial<MethodView> = {}): CardRow => ({
  ...{ view: 'methodCard', command: 'methods', written },
  samples: samplesOf(
    (context, filling) =>
      methodCard(context, { method: ownMethod(context, filling), others: [], screen: page, ...more }),
    (context) => methodCard(context, { method: context.settings.methods[0] as Method, others: [], screen: page }),
  ),
});

export const methodCards = {
  methods: {
    ...{ view: 'methodList', command: 'methods', written },
    samples: samplesOf(
      (context) => methodList(context, { support: true }),
      (context) => methodList({ ...context, settings: { ...context.settings, methods: [] } }),
    ),
  },
  'method-what': screen(0, { idea: onIdea, tally: { used: 12, helped: { yes: 9, some: 2, no: 0 } } }),
  'method-steps': screen(1, { idea: onIdea }),
  'method-last': screen(SCREENS - 1, { idea: onIdea }),
  'method-used': screen(SCREENS - 1, { idea: { ...onIdea, use: {} } }),
} as const satisfies Record<string, CardRow>;
