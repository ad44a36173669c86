import { adder, adds, on, WHAT, WHO } from '../../../../testing/samples/undertaking/undertaking-story';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { choosesMore, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { storesUndertaking } from '../../../../testing/scenes/undertaking/undertakings';
import type { Answer } from '../../../../testing/teams/answer';
import type { Person } from '../../../../testing/teams/person';

// What ideas come to, for those who have a post: five figures, where ideas wait, goals, and the ideas behind each.

let city: City;
let employee: Person;
let leader: Person;
let manager: Person;
let office: Person;

beforeAll(async () => {
  city = await startCity();
  employee = await city.arrives('employee');
  leader = await city.arrives('leader');
  manager = await city.arrives('manager');
  office = await city.arrives('office');
  const id = await sendsIdea(employee);
  await sendsIdea(employee, { title: 'Läxhjälp' });
  await city.delivers();
  await leader.says(id);
  await choosesMore(leader, id, 'Avsluta', { reason: 'Vi har redan en.' });
});
afterAll(() => city.stop());

const counts = () => city.parts().figures.look();
const opens = (person: Person, tab: string): Promise<Answer> =>
  person.presses({ verb: 'overview', data: { verb: 'overview', tab, page: '0' } });
const behind = (person: Person, data: Record<string, string>): Promise<Answer> =>
  person.presses({ verb: 'figureIdeas', data: { verb: 'figureIdeas', page: '0', ...data } });

it('says that it is being counted before it is', async () => {
  expect(seenOn(await leader.says('översikt'))).toContain(sv('figures.refusal.notCounted'));
});

it('shows a leader what their department has come to, once the month is over', async () => {
  await counts();
  expect(seenOn(await leader.says('översikt'))).toContain(sv('figures.value.none'));
  city.pass(days(40));
  const seen = seenOn(await leader.says('översikt'));
  expect(seen).toContain(sv('figures.figure.answersInTime'));
  expect(seen).toContain('1 av 2');
});

it('shows others nothing of what one leader has done, nor the ideas behind it', async () => {
  const shown = await manager.says('översikt');
  expect(seenOn(shown)).toContain(sv('figures.few'));
  expect(seenOn(shown)).not.toContain('1 av 2');
  const { message } = await behind(manager, { figure: 'answersInTime', department: 'VOO' });
  expect(message).toBe(sv('figures.few'));
});

it('opens the ideas behind a figure, with whether each was answered in time', async () => {
  const shown = seenOn(await behind(leader, { figure: 'answersInTime', department: 'VOO' }));
  expect(shown).toContain('Cykelpool');
  expect(shown).toContain(sv('figures.answer.inTime'));
  expect(shown).toContain(sv('figures.answer.late'));
});

it('shows a leader only their own departments', async () => {
  expect(seenOn(await behind(leader, { figure: 'newIdeas', department: 'MIL' }))).toContain(
    sv('figures.refusal.notForYou'),
  );
});

it('shows the office where ideas wait, for which role and never for whom', async () => {
  const shown = seenOn(await opens(office, 'waiting'));
  expect(shown).toContain(sv('figures.waits.at', { stage: sv('stage.submitted'), role: sv('figures.role.leader') }));
  expect(shown).toContain(sv('figures.waits.days', { count: 40 }));
  expect(shown).not.toContain(leader.name);
  expect(seenOn(await behind(office, { place: 'submitted.leader' }))).toContain('Läxhjälp');
});

it('shows what serves each goal, and where nothing does asks for ideas', async () => {
  expect(seenOn(await opens(office, 'goals'))).toContain(sv('figures.goal.none'));
});

it('shows a manager two tabs, and not where ideas wait', async () => {
  const titles = titlesOn(await opens(manager, 'waiting'));
  expect(titles).toContain(sv('figures.tab.everywhere'));
  expect(titles).not.toContain(sv('figures.tab.waiting'));
});

it('leads from a department’s tab and from the whole municipality’s to one page from which it is followed up', async () => {
  const [own, all] = [await opens(leader, 'mine'), await opens(manager, 'everywhere')];
  expect(titlesOn(own)).toContain(sv('figures.followUp.heading'));
  expect(titlesOn(all)).toContain(sv('figures.followUp.heading'));
  const follows = (data: object) => leader.presses({ verb: 'followUp', data: { verb: 'followUp', ...data } });
  expect(seenOn(await follows({ department: 'VOO' }))).toContain(sv('figures.followUp.report'));
  expect(seenOn(await follows({ department: 'MIL' }))).toContain(sv('figures.refusal.notForYou'));
});

it('writes what goes into the follow-up, each figure with what it means, for the leader’s own department', async () => {
  const report = await leader.presses({
    verb: 'report',
    data: { verb: 'report', department: 'VOO', period: '2026-year' },
  });
  const text = seenOn(report);
  expect(text).toContain(sv('figures.period.year', { year: '2026' }));
  expect(text).toContain(`${sv('figures.line.answersInTime')}: 1 av 2 (året innan: ${sv('figures.value.none')}).`);
  expect(text).toContain(sv('figures.line.answersInTime.means'));
  // What is known of nobody is not written: no money was asked for.
  expect(text).not.toContain(sv('figures.line.money'));
  const refused = await leader.presses({ verb: 'report', data: { verb: 'report', department: 'MIL' } });
  expect(seenOn(refused)).toContain(sv('figures.refusal.notForYou'));
});

it('tells in that text what the department has undertaken for the year and how it stands', async () => {
  await storesUndertaking(city.app, '0ACT1V', [adder, adds('2026-12-30'), on('2026-12-20')]);
  const report = await leader.presses({
    verb: 'report',
    data: { verb: 'report', department: 'VOO', period: '2026-year' },
  });
  expect(seenOn(report)).toContain(`${WHAT} · ${WHO} · `);
  expect(titlesOn(report)).toContain(sv('figures.report.file'));
});

it('asks in Teams’ own way whether somebody wants it as a file', async () => {
  const asked = { verb: 'report', department: 'VOO', period: '2026-year', file: 'true' };
  const offer = await leader.presses({ verb: 'report', data: asked });
  expect(JSON.stringify([offer, leader.chat().at(-1)])).toContain('text-till-uppfoljningen-2026-year.txt');
});

it('writes beside the periods what goes into the plan of next year', async () => {
  const report = await leader.presses({ verb: 'report', data: { verb: 'report', department: 'VOO' } });
  expect(titlesOn(report)).toContain('Planering');
  const plan = await leader.presses({ verb: 'report', data: { verb: 'report', department: 'VOO', period: 'plan' } });
  const text = seenOn(plan);
  const next = String(Number(city.now().slice(0, 4)) + 1);
  expect(text).toContain(`Planering för ${next}.`);
  expect(text).toContain('Vi vill ha idéer till: ');
  const offer = await leader.presses({
    verb: 'report',
    data: { verb: 'report', department: 'VOO', period: 'plan', file: 'true' },
  });
  expect(JSON.stringify([offer, leader.chat().at(-1)])).toContain(`planering-${next}.txt`);
  const refused = await leader.presses({
    verb: 'report',
    data: { verb: 'report', department: 'MIL', period: 'plan' },
  });
  expect(seenOn(refused)).toContain(sv('figures.refusal.notForYou'));
});

it('keeps what one leader has done out of a manager’s text', async () => {
  const report = await manager.presses({ verb: 'report', data: { verb: 'report', department: 'VOO' } });
  expect(seenOn(report)).toContain(sv('figures.report.few'));
  expect(seenOn(report)).not.toContain('1 av 2');
});

it('sends whoever has no post to the week', async () => {
  expect(seenOn(await employee.says('översikt'))).toContain(sv('figures.refusal.notForYou'));
});
