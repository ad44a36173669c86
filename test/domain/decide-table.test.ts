import { type Command, type CommandType, rules } from '../../src/domain/commands.js';
import { decide, isOpenTo } from '../../src/domain/decide.js';
import type { Role } from '../../src/domain/policy.js';
import { stages } from '../../src/domain/stages.js';
import english from '../../src/text/en.json';
import { isTextKey } from '../../src/text/index.js';
import * as story from './story.js';

const roles: readonly Role[] = ['submitter', 'decider', 'driver', 'doer', 'office', 'clock'];
const standingNames = Object.keys(story.standings) as story.StandingName[];

/** One of each, as sound as it can be: what is refused below is refused for who, when or where, and not for its words. */
const commands: Record<CommandType, Command> = {
  submit: story.submit(),
  edit: story.edit(),
  withdraw: story.withdraw,
  ask: story.ask(),
  answer: story.answer(),
  explore: story.explore,
  doNow: story.doNow('pDOER', '2027-03-01'),
  acceptDoing: story.acceptDoing,
  declineDoing: story.declineDoing(),
  reportDone: story.reportDone(),
  passOn: story.passOn(),
  close: story.close(),
  hide: story.hide,
  remind: story.remind,
};
const commandTypes = Object.keys(commands) as CommandType[];

/** Long after every answer date of the standings, so that the clock has something to remind of. */
const late = story.on('2027-02-01');

const open = ['submitted', 'asked', 'doingAsked', 'doing', 'exploring', 'exploringAsked'] as const;
type Allowed = Partial<Record<story.StandingName, readonly Role[]>>;
const everywhere = (standings: readonly story.StandingName[], ...who: Role[]): Allowed =>
  Object.fromEntries(standings.map((standing) => [standing, who]));

/** Who may do what, and when: everything that is not here is refused. */
const allowed: Record<CommandType, Allowed> = {
  submit: {},
  edit: everywhere(['submitted', 'asked'], 'submitter'),
  withdraw: everywhere(open, 'submitter'),
  ask: everywhere(['submitted', 'exploring'], 'decider', 'driver'),
  answer: everywhere(['asked', 'exploringAsked'], 'submitter'),
  explore: everywhere(['submitted', 'asked'], 'decider'),
  doNow: everywhere(['submitted', 'asked'], 'decider'),
  acceptDoing: everywhere(['doingAsked'], 'doer'),
  declineDoing: everywhere(['doingAsked'], 'doer'),
  reportDone: {
    doingAsked: ['decider'],
    ...everywhere(['doing', 'exploring', 'exploringAsked'], 'decider', 'driver', 'doer'),
  },
  passOn: everywhere(['submitted', 'asked'], 'decider', 'office'),
  close: everywhere(open, 'decider'),
  hide: everywhere(standingNames, 'decider'),
  remind: everywhere(open, 'clock'),
};

const actorWith = (...some: Role[]) => ({ ref: 'pSOMEBODY', roles: new Set(some) });

describe('every command in every standing', () => {
  it('is tried in every stage that there is', () => {
    const tried = new Set(standingNames.map((name) => story.given(...story.standings[name]).idea.stage));
    expect([...tried].sort()).toEqual(Object.keys(stages).sort());
  });

  describe.each(commandTypes)('%s', (type) => {
    it.each(standingNames)('is open to the right roles, and to no other, when the idea is %s', (standing) => {
      const { idea } = story.given(...story.standings[standing]);
      const may = roles.filter((role) => decide(commands[type], idea, actorWith(role), late).ok);
      expect(may).toEqual(roles.filter((role) => allowed[type][standing]?.includes(role)));
    });

    it.each(standingNames)('is offered as a button to exactly those who may, when the idea is %s', (standing) => {
      const { idea } = story.given(...story.standings[standing]);
      const offered = roles.filter((role) => isOpenTo(type, idea, new Set([role])));
      expect(offered).toEqual(roles.filter((role) => allowed[type][standing]?.includes(role)));
    });

    it.each(standingNames)(
      'is answered with one event or a refusal in both languages, when the idea is %s',
      (standing) => {
        const { idea } = story.given(...story.standings[standing]);
        const everybody = [[], ...roles.map((role) => [role]), [...roles]];
        for (const some of everybody) {
          for (const turn of [undefined, idea.turn, idea.turn - 1]) {
            const command: Command = turn === undefined ? commands[type] : { ...commands[type], turn };
            const result = decide(command, idea, actorWith(...some), late);
            if (result.ok) expect(result.value).toHaveLength(1);
            else expectText(result.refusal.code);
          }
        }
      },
    );

    it('finds no idea where there is none, unless it makes one', () => {
      const everybody = [[], ...roles.map((role) => [role]), [...roles]];
      for (const some of everybody) {
        const result = decide(commands[type], undefined, actorWith(...some), late);
        if (type === 'submit') expect(result).toMatchObject({ ok: true, value: [{ type: 'submitted' }] });
        else expect(result).toEqual({ ok: false, refusal: { code: 'notFound' } });
      }
    });

    it('is refused from a card of an earlier turn where it would mean something else by now', () => {
      for (const standing of standingNames) {
        const { idea } = story.given(...story.standings[standing]);
        for (const role of allowed[type][standing] ?? []) {
          const result = decide({ ...commands[type], turn: idea.turn - 1 }, idea, actorWith(role), late);
          const sameAtAnyTurn = ['edit', 'withdraw', 'answer', 'hide'].includes(type);
          if (sameAtAnyTurn) expect(result.ok).toBe(true);
          else expect(result).toEqual({ ok: false, refusal: { code: 'stale' } });
        }
      }
    });
  });

  it('is told as about one’s own idea when a submitter tries to decide', () => {
    const own = (['explore', 'doNow', 'passOn', 'close', 'hide', 'ask'] as const).map((type) => {
      const { idea } = story.given(story.submitted);
      const result = decide(commands[type], idea, story.submitter, late);
      return result.ok ? 'accepted' : result.refusal.code;
    });
    expect(new Set(own)).toEqual(new Set(['ownIdea']));
  });

  it('has a rule, so that a new command cannot be forgotten here', () => {
    expect(Object.keys(rules).sort()).toEqual([...commandTypes].sort());
  });
});

function expectText(code: string): void {
  expect({ code, hasText: isTextKey(`refusal.${code}`) && Object.hasOwn(english, `refusal.${code}`) }).toEqual({
    code,
    hasText: true,
  });
}
