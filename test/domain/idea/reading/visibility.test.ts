import { isOpenTo } from '../../../../src/domain/idea/decide.js';
import type { IdeaEvent } from '../../../../src/domain/idea/events.js';
import { evolve, replay } from '../../../../src/domain/idea/evolve.js';
import { type FieldName, fields } from '../../../../src/domain/idea/fields.js';
import type { Idea } from '../../../../src/domain/idea/idea.js';
import type { Role } from '../../../../src/domain/idea/policy.js';
import { changesComment } from '../../../../src/domain/idea/reading/out-of-sight.js';
import {
  asSeenBy,
  authorsOf,
  isOutOfSight,
  mayDisclose,
  mayReadWords,
  maySeePictures,
  type Onlooker,
  picturesArePublic,
} from '../../../../src/domain/idea/reading/visibility.js';
import { seesEvent, wordsSeenBy } from '../../../../src/domain/idea/reading/words-of-events.js';
import { actorCalled, people } from '../../../../testing/properties/attempts.js';
import { inManyLives } from '../../../../testing/properties/lives.js';
import { ideaIn } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, submitted } from '../../../../testing/samples/idea/story.js';

const reader = (ref: string, ...roles: Role[]): Onlooker => ({ ref, roles: new Set<Role>(['reader', ...roles]) });
const stranger = reader('pSTRANGER');
const decider = reader('pLEADER', 'decider');
const submitter = reader('pSUBMITTER', 'submitter');
const friend = reader('pFRIEND', 'submitter');

describe('the idea’s own words, once they are hidden', () => {
  const together = (...more: story.Step[]) =>
    given([story.submitter, story.submit({ coSubmitters: ['pFRIEND'] })], ...more, [story.leader, story.hide]).idea;

  it('are read by those who wrote them, and by nobody who decides, asks or follows', () => {
    const idea = together();
    expect([submitter, friend].map((one) => mayReadWords(one, idea))).toEqual([true, true]);
    for (const role of ['decider', 'office', 'registrar', 'driver', 'owner', 'funder'] as const) {
      expect(mayReadWords(reader('pSOMEBODY', role), idea)).toBe(false);
    }
  });

  it('are not read by somebody who came to the idea later, also when the words are written anew', () => {
    const late = reader('pLATE', 'submitter');
    const added = together(...story.joins('pLATE'));
    const merged = together([story.merger, story.absorb('Q4X7MK', ['pLATE'])]);
    const edited = together(...story.joins('pLATE'), [story.submitter, story.edit()]);
    for (const idea of [added, merged, edited]) expect(mayReadWords(late, idea)).toBe(false);
  });

  it('are read by whoever of them has written them anew', () => {
    const late = { ...story.submitter, ref: 'pLATE' };
    const idea = together(...story.joins('pLATE'), [late, story.edit()]);
    expect(authorsOf(idea)).toEqual(['pLATE', 'pSUBMITTER', 'pFRIEND']);
  });

  it('of a row from before it was kept who wrote them, are those of the submitters, or of the first where ideas were merged', () => {
    const { authors: _, ...old } = together();
    expect(authorsOf(old)).toEqual(['pSUBMITTER', 'pFRIEND']);
    expect(authorsOf({ ...old, gathered: true })).toEqual(['pSUBMITTER']);
    expect(authorsOf({ ...old, submittersLeft: true })).toEqual([]);
  });

  it('are gone for one who has had their data erased', () => {
    expect(authorsOf(together([story.clock, story.leave('pFRIEND')]))).toEqual(['pSUBMITTER']);
  });
});

const text = 'HEMLIGT';
const worker = { person: 'pSOMEBODY', accepted: true };
const onDay = '2026-12-01';
const at = '2026-11-02T07:12:00.000Z';
/** An idea with all that an idea can have; the compiler asks for whatever is new to it. */
const everything: Required<Idea> = {
  id: 'K7M4QX',
  seq: 9,
  decisionVersion: 3,
  asOf: 1,
  stage: 'scaling',
  entered: true,
  challenge: 'CHA123',
  diary: text,
  woken: { challenge: 'CHA234', until: '2026-12-14', answered: true },
  words: { title: text, problem: text, solution: text, evidence: text },
  answers: Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, kind === 'text' ? text : '1'])),
  smallTest: true,
  testBegun: true,
  submitter: 'pSUBMITTER',
  coSubmitters: ['pFRIEND'],
  joined: [],
  former: [],
  askedColleagues: [],
  saidNo: [],
  proposal: {
    into: 'Q4X7MK',
    intoVersion: 1,
    department: 'VOO',
    tier: 'leader',
    barred: [],
    by: 'pSOMEBODY',
    until: onDay,
    reason: text,
  },
  gathered: true,
  formerMarks: [],
  submittersLeft: true,
  workplace: text,
  source: text,
  confidential: false,
  keptNames: [],
  department: 'VOO',
  unit: 'VOO-1',
  origin: 'VOO',
  concerns: [],
  goals: ['klimat'],
  obstacle: '0BSTAC',
  tier: 'leader',
  leader: 'pLEADER',
  driver: worker,
  doer: worker,
  owner: worker,
  successor: { ...worker, until: onDay },
  checks: { personalData: { done: false, on: onDay, line: text } },
  checkedBy: { personalData: 'pSOMEBODY' },
  checksUntil: onDay,
  opinions: [{ person: 'pSOMEBODY', asked: { by: 'pLEADER', until: onDay }, view: 'goOn', line: text }],
  contact: 'pDRIVER',
  waiting: { for: 'deciders' },
  waitingSince: at,
  answerBy: onDay,
  promised: onDay,
  timesPostponed: 1,
  restsUntil: onDay,
  paused: { since: onDay, until: onDay },
  silence: { reminders: 1, remindedOn: onDay, toldOn: onDay },
  quiet: { since: onDay },
  reminded: false,
  escalated: false,
  asked: true,
  news: 'answered',
  question: { by: 'pSOMEBODY', text, backTo: 'deciders', seq: 2 },
  talk: { by: 'pSOMEBODY', text, seq: 2, with: ['pSOMEBODY'] },
  replied: { seq: 3, to: { as: 'comment', by: 'pSOMEBODY', text, seq: 2 } },
  progress: { by: 'pSOMEBODY', on: onDay, text },
  core: { same: text, own: text, first: text, takes: 'weeks' },
  money: { asked: 1, funder: 'manager', granted: 1, diary: text },
  earlierNo: { money: { on: onDay, reason: text, asked: 1, seq: 2 } },
  test: { start: onDay, end: onDay },
  adoptions: { MIL: { status: 'invited', contact: text, reason: text, ownWay: text, better: text } },
  takingPart: { SBK: { since: onDay, contact: text } },
  tookPartBy: { SBK: 'pSOMEBODY' },
  adoptionEvents: { MIL: { seq: 1, at } },
  pictures: [],
  followUpOn: onDay,
  followUpAsked: false,
  followUpBy: onDay,
  improvement: { until: onDay },
  followedUp: {} as Required<Idea>['followedUp'],
  ending: { done: text, reason: text, tryAgain: text, tried: text, lesson: text, channel: 'it', into: 'Q4X7MK' },
  thankedBy: [],
  formerly: {},
  createdAt: at,
  changedAt: at,
  hidden: true,
  hiddenSince: 8,
  withheld: true,
  unread: true,
  authors: ['pSUBMITTER'],
  answeredBy: {},
  commentsOut: true,
  linesOut: true,
  report: 5,
};

describe('what is said while an idea is hidden', () => {
  const hidden = given(submitted, [story.leader, story.hide]);
  const heard = (one: Onlooker, command: ReturnType<typeof story.ask>) => {
    const { idea, event } = hidden.when(story.leader, command);
    return { words: wordsSeenBy(one, idea, event), question: asSeenBy(one, idea, '–').question?.text };
  };

  it('as a question or a decision is read by those to whom it is said, for they have to answer or to know why', () => {
    expect(heard(submitter, story.ask('Kan du ta bort namnet?'))).toEqual({
      words: { question: 'Kan du ta bort namnet?' },
      question: 'Kan du ta bort namnet?',
    });
    expect(heard(submitter, story.close({ reason: 'Det finns.' })).words).toEqual({ reason: 'Det finns.' });
  });

  it('is read by nobody else', () => {
    expect(heard(stranger, story.ask('Kan du ta bort namnet?'))).toEqual({ words: {}, question: '–' });
    const { idea, event } = hidden.when(story.stranger, story.comment('HEMLIGT'));
    for (const one of [submitter, decider]) expect(wordsSeenBy(one, idea, event)).toEqual({});
  });

  it('before it was hidden is not', () => {
    const { idea } = given(submitted, [story.leader, story.ask('HEMLIGT?')]).when(story.otherLeader, story.hide);
    expect(asSeenBy(submitter, idea, '–').question?.text).toBe('–');
  });
});

describe('an idea that its submitters have withdrawn with its words', () => {
  it('is read by them alone, and by all when they open it again', () => {
    const { before, idea } = given(submitted, [story.submitter, story.withdrawAndHide]).when(
      story.submitter,
      story.reopen,
    );
    expect([submitter, stranger, decider].map((one) => mayReadWords(one, before))).toEqual([true, false, false]);
    expect(mayReadWords(stranger, idea)).toBe(true);
  });

  it('can be hidden afterwards, and stays read by all until then', () => {
    const { before, idea } = given(submitted, [story.submitter, story.withdraw]).when(
      story.submitter,
      story.withholdWords,
    );
    expect([before, idea].map((one) => mayReadWords(stranger, one))).toEqual([true, false]);
  });

  it('does not bring words back that a leader has hidden', () => {
    const { idea } = given(submitted, [story.leader, story.hide], [story.submitter, story.withdrawAndHide]).when(
      story.submitter,
      story.reopen,
    );
    expect(mayReadWords(stranger, idea)).toBe(false);
  });
});

describe('an idea of a department that reads first', () => {
  const unread = (...steps: story.Step[]) => given([story.submitter, story.submit({ readFirst: true })], ...steps).idea;

  it('is read by its submitters, those who decide and the office, and by nobody else', () => {
    const roles = ['submitter', 'decider', 'office', 'registrar'] as const;
    expect(roles.map((role) => mayReadWords(reader('pSOMEBODY', role), unread()))).toEqual([true, true, true, true]);
    for (const role of ['reader', 'adopter'] as const) {
      expect(mayReadWords(reader('pSOMEBODY', role), unread())).toBe(false);
    }
  });

  it.each<[string, story.Step]>([
    ['says that all may', [story.leader, story.openToAll]],
    ['explores it', [story.leader, story.explore]],
    ['has it done', [story.leader, story.doNow()]],
    ['shows it to another department', [story.leader, story.concern()]],
    ['closes it', [story.leader, story.close()]],
    ['passes it on to one that does not', [story.leader, story.passOn()]],
  ])('is read by all once somebody who decides %s', (_, step) => {
    expect(mayReadWords(stranger, unread(step))).toBe(true);
  });

  it('is not read by others because of a question: that may be about what stands in it', () => {
    expect(mayReadWords(stranger, unread([story.leader, story.ask()]))).toBe(false);
  });

  it('is read first there too where it is passed on unread to another that does, but what all have read stays read', () => {
    const toOther = { ...story.passOn(), data: { department: 'SBK', tier: 'leader', readFirst: true } } as const;
    const passed = toOther as unknown as ReturnType<typeof story.passOn>;
    expect(mayReadWords(stranger, unread([story.leader, passed]))).toBe(false);
    expect(mayReadWords(stranger, given(submitted, [story.leader, passed]).idea)).toBe(true);
  });
});

describe('a comment', () => {
  const { idea, events } = given(submitted, [story.adopter, story.comment('HEMLIGT')]);
  const comment = events[1] as IdeaEvent;
  const writer = reader('pADOPTER');

  it('that is hidden is read by the one who wrote it', () => {
    const hidden: IdeaEvent = { ...comment, since: { out: 'hidden' } };
    expect(wordsSeenBy(writer, idea, hidden)).toEqual({ comment: 'HEMLIGT' });
    for (const one of [stranger, decider, submitter]) expect(wordsSeenBy(one, idea, hidden)).toEqual({});
  });

  it('that is removed is read by nobody, also not by the one who wrote it', () => {
    const removed: IdeaEvent = { ...comment, since: { out: 'removed' } };
    for (const one of [writer, stranger, decider]) expect(wordsSeenBy(one, idea, removed)).toEqual({});
  });

  it('says what its writer has made of it; what it said before, the record keeps', () => {
    const changed: IdeaEvent = { ...comment, since: { comment: 'Bättre.' } };
    expect(wordsSeenBy(stranger, idea, changed)).toEqual({ comment: 'Bättre.' });
    expect(wordsSeenBy({ ...decider, disclosed: true }, idea, changed)).toEqual({ comment: 'HEMLIGT' });
  });

  it('is not offered as something to answer once it is out of sight, and is what it has become else', () => {
    const edited = given(
      submitted,
      [story.adopter, story.comment('HEMLIGT')],
      [story.adopter, story.editComment('Ny.')],
    );
    expect(edited.idea.talk).toEqual({ by: 'pADOPTER', text: 'Ny.', seq: 2 });
    for (const command of [story.hideComment(), story.removeComment()]) {
      const who = command.type === 'hideComment' ? story.leader : story.adopter;
      expect(edited.when(who, command).idea).not.toHaveProperty('talk');
    }
  });

  it('is changed and removed by its writer only, once, and hidden once', () => {
    const { refusal } = given(submitted, [story.adopter, story.comment()]);
    expect(refusal(story.leader, story.editComment())).toEqual({ code: 'notAllowed' });
    expect(refusal(story.submitter, story.removeComment())).toEqual({ code: 'notAllowed' });
    expect(refusal(story.adopter, story.removeComment({ out: 'removed' }))).toEqual({ code: 'notNow' });
    expect(refusal(story.adopter, story.editComment('Ny.', { out: 'removed' }))).toEqual({ code: 'notNow' });
    expect(refusal(story.leader, story.hideComment({ out: 'hidden' }))).toEqual({ code: 'notNow' });
  });
});

describe('what has been said about a text', () => {
  it('is known to who said it and to those who answer, and never to those whose text it is', () => {
    const { events } = given(submitted, [story.stranger, story.report()], [story.leader, story.answerReport]);
    const [, reported, answered] = events as [IdeaEvent, IdeaEvent, IdeaEvent];
    for (const event of [reported, answered]) {
      expect([decider, reader('pREGISTRAR', 'registrar')].every((one) => seesEvent(one, event))).toBe(true);
      expect([submitter, reader('pOTHER')].some((one) => seesEvent(one, event))).toBe(false);
    }
    expect(seesEvent(stranger, reported)).toBe(true);
  });

  it('is asked once until it is answered: by letting the text stay, by hiding it or by hiding a comment', () => {
    const reported = given(submitted, [story.stranger, story.report()]);
    expect(reported.refusal(story.office, story.report())).toEqual({ code: 'notNow' });
    for (const command of [story.answerReport, story.hide, story.hideComment()]) {
      const { idea, event } = reported.when(story.leader, command);
      expect(idea).not.toHaveProperty('report');
      expect(event.data).toMatchObject({ report: 2 });
    }
  });

  it('that a hidden text was read is known to those whose it is', () => {
    const { event } = given(submitted, [story.leader, story.hide]).when(story.otherLeader, story.readHidden);
    expect([submitter, decider, stranger].map((one) => seesEvent(one, event))).toEqual([true, true, false]);
  });
});

describe('an idea with all that an idea can have', () => {
  it('shows nobody else anything that somebody wrote, once it is hidden', () => {
    const written = JSON.stringify(everything).match(/HEMLIGT/g) ?? [];
    expect(written.length).toBeGreaterThan(15);
    for (const one of [stranger, decider])
      expect(JSON.stringify(asSeenBy(one, everything, '–'))).not.toContain('HEMLIGT');
    expect(asSeenBy(reader('pSOMEBODY', 'decider'), everything, '–').proposal?.reason).toBe('HEMLIGT');
  });
});

describe('pictures', () => {
  it('of an idea that is only withdrawn are seen by those whose it is, and asked for by those who decide and the registrar', () => {
    const idea = { ...ideaIn('withdrawn'), pictures: ['one.jpg'] };
    expect([submitter, stranger, decider].map((one) => maySeePictures(one, idea))).toEqual([true, false, false]);
    expect(maySeePictures({ ...decider, disclosed: true }, idea)).toBe(true);
    const may = (...roles: Role[]) => mayDisclose(idea, new Set(roles));
    expect([may('decider'), may('registrar'), may('reader')]).toEqual([true, true, false]);
    expect(mayDisclose({ ...idea, pictures: [] }, new Set(['decider']))).toBe(false);
  });

  it('may be given to whoever has an address, unless the idea is hidden or withdrawn', () => {
    expect(
      (['submitted', 'unread', 'hidden', 'withdrawn', 'withheld'] as const).map((one) =>
        picturesArePublic(ideaIn(one)),
      ),
    ).toEqual([...[true, true, false, false, false]]);
  });
});

/** Events of an idea and of its adoptions have numbers of their own. */
const markOf = ({ seq, adoption = '' }: IdeaEvent): string => `${seq}${adoption}`;
/** A text that says where it stands, in the place of each that somebody wrote. */
const marked = (event: IdeaEvent): IdeaEvent => ({
  ...event,
  words: Object.fromEntries(
    Object.entries(event.words).map(([key, text]) => {
      const isText = !(key in fields) || fields[key as FieldName].kind === 'text';
      return [key, isText && text ? `⟦${markOf(event)}.${key}⟧` : text];
    }),
  ),
});
const marksIn = (seen: unknown): string[] =>
  [...JSON.stringify(seen).matchAll(/⟦(\w+)\./g)].map(([, mark]) => mark ?? '');

/** Who wrote the words of an event, when it happened: told here once more, apart from the rule. */
const writersOf = (event: IdeaEvent, before: Idea | undefined): string[] => {
  if (event.type === 'submitted') return [event.by, event.data.submitter, ...event.data.coSubmitters];
  const had = before && event.type === 'edited' ? authorsOf(before).filter((one) => isOwner(one, before)) : [];
  return [event.by, ...had];
};
const isOwner = (ref: string, { submitter: first, coSubmitters }: Idea) => [first, ...coSubmitters].includes(ref);

describe('whatever people try', () => {
  it('hidden words are read by those who wrote them then, and by others only by a press that the record tells of', () => {
    inManyLives(({ events: lived }) => {
      const events = lived.map(marked);
      const writers = new Map<string, string[]>();
      let before: Idea | undefined;
      for (const event of events) {
        writers.set(markOf(event), writersOf(event, before));
        before = evolve(before, event, 'K7M4QX');
      }
      const idea = replay('K7M4QX', events);
      if (!idea) throw new Error('No idea');
      // What is said to those with a task while it is hidden is another matter: see above.
      const { hiddenSince: _, ...bare } = idea;
      for (const state of [
        { ...bare, hidden: true },
        { ...bare, withheld: true as const },
      ]) {
        for (const name of [...people, 'mate', 'stranger']) {
          const { roles } = actorCalled(name, state, false);
          const someone = { ref: name, roles };
          expect(isOutOfSight(state, someone)).toBe(true);
          const seen = [asSeenBy(someone, state, '–'), ...events.map((event) => wordsSeenBy(someone, state, event))];
          for (const mark of marksIn(seen)) expect(writers.get(mark)).toContain(name);
          if (isOpenTo('readHidden', state, roles)) expect(roles.has('decider') || roles.has('registrar')).toBe(true);
        }
      }
    });
  });

  it('a comment that is out of sight is read by nobody but, where it is hidden, the one who wrote it', () => {
    inManyLives(({ idea, events: lived }) => {
      const events = lived.map(marked);
      for (const change of events) {
        const changed = changesComment(change);
        const comment = events.find(({ seq, type }) => seq === changed?.seq && type === 'commented');
        if (!changed || !comment) continue;
        for (const name of people) {
          const someone = { ref: name, roles: actorCalled(name, idea, false).roles };
          const seen = marksIn(wordsSeenBy(someone, idea, { ...comment, since: changed.since }));
          const mine = comment.by === name && changed.since.out === 'hidden';
          if (changed.since.out && !mine) expect(seen).toEqual([]);
        }
      }
    });
  });
});
