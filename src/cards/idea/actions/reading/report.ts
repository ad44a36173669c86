import { action } from '../action.js';
import { reasonField } from '../panel-fields.js';

export const report = action('report', {
  offers: {
    report: {
      panel: {
        sends: 'button.sendReport',
        fields: (reading, kept) => [reasonField(reading, 'panel.report.reason', kept)],
      },
    },
  },
});

export const answerReport = action('answerReport', { offers: { answerReport: {} } });
