import { obstacleKinds } from '../../domain/obstacle/obstacle.js';
import { obstacleLimits } from '../../domain/obstacle/words.js';
import { choiceField, textField } from '../fields.js';
import { action } from '../idea/actions/action.js';
import { line, oneOf, recordId } from '../press-data.js';

/** `sameObstacle`: one that there is already, by its id; else what stands in the way in the reader's own words. */
const inputs = {
  sameObstacle: recordId.optional().catch(undefined),
  obstacleKind: oneOf(obstacleKinds),
  obstacleLine: line,
};

/** "Vad hindrar?": what keeps an idea from going on, in one line. Then those that resemble it stand there, for it may be one of them. */
export const hinder = action('hinder', {
  inputs,
  leaves: () => 'obstacle',
  asks: ({ sameObstacle, obstacleKind = 'other', obstacleLine = '' }, operation) => ({
    obstacle: sameObstacle ? { same: sameObstacle } : { kind: obstacleKind, line: obstacleLine, operation },
  }),
  data: (_press, { obstacle }) => obstacle,
  offers: {
    hinder: {
      panel: {
        sends: 'button.save',
        fields: ({ context: { t } }, kept) => [
          choiceField(
            {
              ...{ id: 'obstacleKind', label: t('field.obstacleKind'), placeholder: t('field.choose') },
              choices: obstacleKinds.map((kind) => ({ title: t(`obstacle.kind.${kind}`), value: kind })),
              value: kept.obstacleKind,
            },
            { missing: t('field.obstacleKind.missing') },
          ),
          textField(
            t,
            { id: 'obstacleLine', label: 'field.obstacleLine', limit: obstacleLimits.line },
            {
              ...{ value: kept.obstacleLine, lines: 'one', placeholder: 'field.obstacleLine.hint' },
              required: 'field.obstacleLine.missing',
            },
          ),
        ],
      },
    },
  },
});
