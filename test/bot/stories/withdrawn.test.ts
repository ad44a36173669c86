import { type City, startCity } from '../../../testing/scenes/city';
import { sendsIdea, sv } from '../../../testing/scenes/everyday';
import { arrivals, following, gives, inDayCard } from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

type Who = 'submitter' | 'follower' | 'leader';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, { submitter: 'employee', follower: 'colleague', leader: 'leader' });
  story = following(city, people);
  id = await sendsIdea(people.submitter);
  await city.delivers();
  await people.follower.says(id);
  await people.follower.presses('Följ', {}, { on: people.follower.chat().at(-1)?.activityId ?? '' });
  await story.news(id);
});
afterAll(() => city.stop());

test('whoever follows an idea hears that it is withdrawn', async () => {
  await gives(people.submitter, id, sv('button.withdraw'));
  expect((await story.news(id)).follower).toEqual([inDayCard('withdrawn.followers', { who: people.submitter.name })]);
});

test('and only then that it is opened again', async () => {
  await gives(people.submitter, id, sv('button.reopen'));
  expect((await story.news(id)).follower).toEqual([inDayCard('reopened.followers', { who: people.submitter.name })]);
});
