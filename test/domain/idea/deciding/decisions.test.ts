import { decisionsIn } from '../../../../src/domain/idea/deciding/decisions';
import { given, standings } from '../../../../testing/samples/idea/story';

test('a record tells its decisions, each with the stage in which it was made', () => {
  const { events } = given(...standings.spread);
  expect(decisionsIn(events).map(({ event, stage }) => [event.type, stage])).toEqual([
    ['explored', 'submitted'],
    ['planned', 'exploring'],
    ['planApproved', 'planning'],
    ['scaled', 'piloting'],
    ['spread', 'scaling'],
  ]);
});

test('an idea that has only been submitted has none', () => {
  expect(decisionsIn(given(...standings.submitted).events)).toEqual([]);
});
