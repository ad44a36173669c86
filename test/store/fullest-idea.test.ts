import type { TransactionAction } from '@azure/data-tables';
import type { Actor } from '../../src/domain/idea/decide.js';
import { MOST_OPINIONS } from '../../src/domain/idea/deciding/opinions.js';
import { type FieldName, fields, type PartName, partNames } from '../../src/domain/idea/fields.js';
import { MOST_ASKED, MOST_CO_SUBMITTERS } from '../../src/domain/idea/idea.js';
import { isForm, partRow } from '../../src/domain/idea/needs.js';
import { limits, type WordKey, type Words } from '../../src/domain/idea/words.js';
import { nameSuccessor } from '../../testing/samples/idea/agreed.js';
import { askOpinion, consulted, giveOpinion } from '../../testing/samples/idea/opinions.js';
import { adapt, tellBetter, tellCore } from '../../testing/samples/idea/solution.js';
import type { Step } from '../../testing/samples/idea/story.js';
import * as story from '../../testing/samples/idea/story.js';
import { type IdeasAtWork, ideasAtWork } from '../../testing/scenes/ideas-at-work.js';

const ID = 'K7M4QX';
/** Quotation marks and line ends take most room where words are kept as JSON, and some letters two units. */
const longest = (length: number) =>
  'å"\n\\🚲'
    .repeat(Math.ceil(length / 6))
    .slice(0, length - 2)
    .concat('"ö');
const words = Object.fromEntries(
  (Object.entries(limits) as [WordKey, number][]).map(([key, limit]) => [key, longest(limit)]),
) as Record<WordKey, string>;
const { title, problem, solution, evidence, workplace } = words;

function answerTo(name: FieldName): string {
  const field = fields[name];
  if (name === 'document') return `https://dokument.example/${'%C3%A5'.repeat(129)}`;
  if (field.kind === 'text') return longest(field.limit);
  if (field.kind === 'hours') return '100000';
  if (field.kind === 'several') return field.options.join(',');
  if (field.kind === 'one') return field.options[1] ?? '';
  return field.kind === 'amount' ? '100000000' : name === 'end' ? '2027-06-30' : '2026-12-01';
}
const fill = (part: PartName): Step => {
  const answers = Object.fromEntries(partRow(part).fields.map((name) => [name, answerTo(name)])) as Words;
  return [story.driver, story.fill(part, answers)];
};
const [concerned, source, expectation, worth, ...others] = partNames.filter(isForm);
const exploring = [concerned, source, expectation, worth].flatMap((part) => (part ? [fill(part)] : []));
const testing: readonly PartName[] = ['soFar', 'result', 'used'];
const planning = others.filter((part) => !testing.includes(part)).map(fill);

/** References, codes and names as long as they get. */
const refs = Array.from({ length: MOST_CO_SUBMITTERS }, (_, n) => `p${String(n).padStart(16, 'X')}`);
/** As many as a popular idea may gather. */
const many = Array.from({ length: 900 }, (_, n) => `p${String(n).padStart(16, 'Y')}`);
const advisers = Array.from({ length: MOST_OPINIONS }, (_, n) => `p${String(n).padStart(16, 'Z')}`);
const departments = Array.from({ length: 40 }, (_, n) => `Förvaltning ${String(n).padStart(27, '"')}`);
const leaderOf = (department: string): Actor => ({ ...story.adopter, leads: [department] });
const spring = story.on('2027-04-01');

/** As much as can happen to one idea, with all that people may write. */
const steps: Step[] = [
  [story.submitter, story.submit({ unit: 'HTS' }, { title, problem, solution, evidence, workplace })],
  ...refs.slice(0, -MOST_ASKED).flatMap((ref) => story.joins(ref)),
  [story.merger, story.absorb('Q4X7MK', many)],
  ...refs.slice(-MOST_ASKED).map((ref): Step => [story.submitter, story.addCoSubmitter(ref)]),
  ...[1, 2, 3].map((n): Step => [story.submitter, story.addPicture(`PICTURE${n}PICTURE.jpg`)]),
  [story.leader, story.concern(...departments)],
  [story.leader, story.ask(words.question)],
  [story.submitter, story.answer(words.answer)],
  [story.leader, askOpinion(...advisers)],
  ...advisers.map((ref): Step => [consulted(ref), giveOpinion('otherwise', words.opinion)]),
  [story.leader, story.explore],
  ...exploring,
  [story.driver, story.plan],
  ...planning,
  [story.driverOnly, story.submitPlan],
  [story.leader, story.approvePlan('office')],
  [story.funder, story.grant(100_000_000, { reason: words.reason, diary: words.diary })],
  ...testing.map(fill),
  [story.driver, nameSuccessor('pXXXXXXXXXXXXXXXX')],
  [story.stranger, story.comment(words.comment)],
  [story.leader, story.scale(departments)],
  [story.owner, story.acceptOwning],
  [
    story.owner,
    tellCore({ coreSame: words.coreSame.replaceAll('\n', '"'), coreOwn: words.coreOwn, coreFirst: words.coreFirst }),
  ],
  ...departments.map((code, n): Step => {
    const data = { department: code, status: 'using' as const, start: '2027-04-01' };
    const adopt = { type: 'adopt', data, words: { contact: words.contact } } as const;
    const notNow = { type: 'notNow', data: { department: code }, words: { reason: words.reason } } as const;
    return [leaderOf(code), n % 2 === 0 ? adopt : notNow, spring];
  }),
  ...departments
    .filter((_, n) => n % 2 === 0)
    .flatMap((code): Step[] => [
      [leaderOf(code), adapt(words.ownWay, code), spring],
      [leaderOf(code), tellBetter(words.better, code), spring],
    ]),
];

let work: IdeasAtWork;
/** How many entities each transaction changed, the largest first. */
const sizes: number[] = [];
beforeEach(async () => {
  work = await ideasAtWork();
  sizes.length = 0;
  const submit = work.storage.ideas.submitTransaction.bind(work.storage.ideas);
  work.storage.ideas.submitTransaction = async (actions: TransactionAction[]) => {
    sizes.push(actions.length);
    return submit(actions);
  };
});

describe('the fullest idea', () => {
  it('fits into its rows, and every change of it into one transaction', async () => {
    await work.tell(ID, ...steps);
    const { idea } = await work.stored(ID);
    expect(idea).toEqual(story.given(...steps).idea);
    expect(Object.keys(idea.adoptions)).toHaveLength(departments.length);
    expect(idea.answers.learned).toHaveLength(fields.learned.limit);
    expect(idea.adoptions[departments[1] ?? '']?.reason).toHaveLength(limits.reason);

    // What changes most at once: dates for everybody, a new comment for all, and the end of everything.
    await work.tell(ID, [story.clock, story.remind, story.on('2027-07-01')]);
    await work.tell(ID, [story.clock, story.escalate, story.on('2027-08-01')]);
    await work.tell(ID, [story.owner, story.comment(words.comment)]);
    await work.tell(ID, [story.submitter, story.comment(words.comment)]);
    const end = { tried: words.tried, lesson: words.lesson, tryAgain: words.tryAgain };
    await work.tell(ID, [story.leader, story.close(end, undefined, '2028-01-10'), story.on('2027-08-02')]);
    expect((await work.stored(ID)).idea.ending).toMatchObject(end);
    await work.tell(ID, [story.clock, story.comeBack, story.on('2028-01-10')]);

    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
    // Azure's own limits, which Azurite does not keep: 64 KiB a column, 1 MiB a row, both at two bytes a character.
    for (const [key, row] of await work.rows()) {
      const columns = Object.entries(row).map(([column, value]) => ({ column, units: String(value).length }));
      expect({ key, tooLong: columns.filter(({ units }) => units > 32 * 1024) }).toEqual({ key, tooLong: [] });
      const bytes = columns.reduce((sum, { column, units }) => sum + 2 * (column.length + units) + 8, 0);
      expect({ key, fits: bytes < 1024 * 1024 }).toEqual({ key, fits: true });
    }
  });

  it('takes another as full as itself into it, each in one transaction', async () => {
    const other = 'Q4X7MK';
    await work.tell(ID, ...steps);
    const stranger: Actor = { ...story.submitter, ref: 'pSTRANGER' };
    await work.tell(other, [stranger, story.submit({ id: other, submitter: 'pSTRANGER' })]);
    await work.tell(other, [story.leader, story.explore], [stranger, story.comment(words.comment)]);
    const [from, into] = await Promise.all([work.stored(ID), work.stored(other)]);
    const submitters = [from.idea.submitter, ...from.idea.coSubmitters, ...(from.idea.joined ?? [])];
    const posts = Array.from({ length: 10 }, () => ({ role: 'leader', place: { sv: title, en: title } }));
    const data = JSON.stringify({ posts, marks: many.slice(0, 60) });
    const step = { name: 'absorb' as const, id: ID, seq: from.idea.seq + 1, to: other, by: 'pLEADER', data };
    const both = [
      await work.save({
        ...{
          before: from,
          id: ID,
          idempotencyKey: 'OP',
          events: work.eventsOf(from, story.leader, story.merge(other)),
        },
        ...{ step, unchanged: [{ id: other, etag: into.etag }] },
      }),
      await work.act(other, [story.merger, story.absorb(ID, submitters)]),
    ];
    expect(both.map(({ kind }) => kind)).toEqual(['saved', 'saved']);
    const { coSubmitters, joined } = (await work.stored(other)).idea;
    expect([coSubmitters, joined]).toEqual([[], submitters]);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  });
});
