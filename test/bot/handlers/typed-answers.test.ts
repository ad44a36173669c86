import { addDays } from '../../../src/domain/time';
import { inputsOf } from '../../../testing/cards/card';
import { type City, startCity } from '../../../testing/scenes/city';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../testing/scenes/everyday';
import { explored, fills, kronor, planned } from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

describe('an answer that is typed', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let manager: Person;
  let colleague: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
    manager = await city.arrives('manager');
    colleague = await city.arrives('colleague');
  });
  afterAll(() => city.stop({ maxBytes: 80_000 }));

  const stored = async () => (await city.app.ideas.load(id))?.idea;
  const inputs = ({ card }: { card: unknown }) =>
    Object.fromEntries(inputsOf(card).map(({ id: name, value }) => [name, value]));

  /** Opens the idea, says something about it. */
  const comments = async (person: Person, comment: string) => {
    await person.says(id);
    const { activityId } = cardAbout(person, id);
    await person.presses({ verb: 'panel', data: { idea: id, panel: 'comment' } }, {}, { on: activityId });
    await pressesOn(person, id, 'Skicka', { comment });
  };

  describe('to a comment', () => {
    beforeAll(async () => {
      id = await sendsIdea(employee);
      await city.delivers();
      await comments(employee, 'Får jag köpa den själv?');
      await city.delivers();
    });

    it('follows from the day card that tells of it, which opens the idea', async () => {
      const day = await leader.says('idag');
      expect(seenOn(day)).toContain('Får jag köpa den själv?');
      await leader.presses({ verb: 'open', data: { verb: 'open', idea: id } });
      expect(titlesOn(cardAbout(leader, id))).toContain('Utforska idén');
    });

    it('is offered to a leader though nobody has taken the idea on', async () => {
      const offer = await leader.says('Ja, prata med din chef först');
      expect(seenOn(offer)).toContain(sv('quote.replyHeading', { title: 'Cykelpool' }));
      expect(seenOn(offer)).toContain('Får jag köpa den själv?');
      const receipt = seenOn(await leader.presses('Ja, skicka kommentaren'));
      expect(receipt).toContain(employee.name);
      expect(receipt).not.toContain('En kollega');
      expect((await stored())?.talk?.text).toBe('Ja, prata med din chef först');
    });

    it('comes with what it answers', async () => {
      await city.delivers();
      expect(seenOn(await employee.says('idag'))).toContain('Ja, prata med din chef först');
      expect(allOn(await employee.says(id))).toContain('Cykelpool');
    });

    it('is not offered again once it is given', async () => {
      expect(seenOn(await leader.says('Vi borde ha fler träd vid skolan'))).toContain(sv('quote.heading'));
    });

    it('is offered to somebody who only follows, once they have written themself', async () => {
      await comments(colleague, 'Vi har en cykel över.');
      await city.delivers();
      await employee.says('Tack, vi hämtar den i morgon');
      await employee.presses('Ja, skicka kommentaren');
      const offer = await colleague.says('Den står vid porten');
      expect(seenOn(offer)).toContain(sv('quote.replyHeading', { title: 'Cykelpool' }));
    });

    it('takes nothing of a comment that is removed with it', async () => {
      const before = await stored();
      expect(before?.replied?.to.text).toBe('Vi har en cykel över.');
      const press = {
        do: 'removeComment',
        said: String(before?.replied?.to.seq),
        decisionVersion: String(before?.decisionVersion),
      };
      await colleague.presses({ verb: 'act', data: { idea: id, idempotencyKey: `${'0'.repeat(15)}7`, ...press } });
      expect((await stored())?.replied).toBeUndefined();
    });
  });

  describe('to a request for money', () => {
    beforeAll(async () => {
      id = await sendsIdea(employee, { title: 'Elcyklar' });
      await city.delivers();
      await pressesOn(leader, id, 'Utforska idén', { person: 'me' });
      await fills(leader, id, ...explored);
      await pressesOn(leader, id, sv('button.plan'));
      const today = city.now().slice(0, 10);
      await fills(
        leader,
        id,
        ...planned('50 000', addDays(today, 1), addDays(today, 30)),
        ['goal', { measure: 'Sena besök', today: '30', target: '5' }],
        ['partners', { partners: 'Cykelverkstaden.' }],
        ['procurement', { procurement: 'no' }],
      );
      await city.delivers();
    });

    it('opens the form with the sum that was named, and grants nothing by itself', async () => {
      await pressesOn(leader, id, sv('button.askForMoney', { amount: kronor(50_000) }));
      await city.delivers();
      const offer = await manager.says('ok go ahead with 30000');
      expect(seenOn(offer)).toContain(sv('quote.moneyHeading', { title: 'Elcyklar' }));
      const form = await manager.presses(sv('button.grantTyped', { amount: 30_000 }));
      expect(inputs(form)).toMatchObject({ amount: '30000', reason: 'ok go ahead with 30000' });
      expect((await stored())?.money).toMatchObject({ asked: 50_000 });
      expect((await stored())?.money?.granted).toBeUndefined();
      expect(allOn(form)).toContain(sv('panel.grant.title'));
    });

    it('can be a question first, which the driver answers by typing, and which comes back with its answer', async () => {
      await manager.says('Räcker det inte med två cyklar?');
      await manager.presses('Fråga först');
      const asked = await manager.presses('Skicka frågan');
      expect(seenOn(asked)).toContain(sv('notice.asked.actor'));
      const { driver } = (await stored()) ?? {};
      expect(await stored()).toMatchObject({ waiting: { for: 'driver', person: driver?.person } });
      await city.delivers();
      const told = cardAbout(leader, id);
      expect(seenOn(told)).toContain('Räcker det inte med två cyklar?');
      expect(titlesOn(told)[0]).toBe('Svara');
      expect(seenOn(told)).toContain(sv('waits.task.moneyQuestion'));

      const offer = await leader.says('Nej, vi är tre grupper');
      expect(seenOn(offer)).toContain('Räcker det inte med två cyklar?');
      await leader.presses('Elcyklar');
      expect(await stored()).toMatchObject({ waiting: { for: 'funder' }, money: { asked: 50_000 } });
      await city.delivers();
      const back = seenOn(cardAbout(manager, id));
      expect(back).toContain(sv('happened.question.me'));
      expect(back).toContain('Räcker det inte med två cyklar?');
      expect(back).toContain('Nej, vi är tre grupper');
    });
  });
});
