import { type AuditedAct, acts, nobodys } from './acts.js';
import { challengeTable } from './challenges.js';
import { inChats } from './in-chats.js';
import { refusalOf } from './judged.js';
import { type PersonName, people, personNames } from './people.js';
import {
  forOneself,
  ofChallenges,
  ofFigures,
  ofMethods,
  ofObstacles,
  ofPosts,
  ofTheDepartment,
  ofTheOffice,
  ofTheProblem,
} from './verb-lists.js';

const cellsOf = (name: PersonName): string[] => acts.map((act) => (refusalOf(act, name) ? '–' : '**yes**'));

/** People whose rights are alike in every row, the first of whom names the column. */
function columns(): { names: PersonName[]; cells: string[] }[] {
  const found = new Map<string, { names: PersonName[]; cells: string[] }>();
  for (const name of personNames) {
    const cells = cellsOf(name);
    const key = cells.join();
    const column = found.get(key) ?? { names: [], cells };
    column.names.push(name);
    found.set(key, column);
  }
  return [...found.values()];
}

/** docs/RIGHTS.md: who may do what with an idea, as the domain's rules and policy say. */
export function rightsDocument(): string {
  const all = columns();
  const titleOf = (names: readonly PersonName[]) => people[names[0] ?? 'colleague'].title;
  return [
    '# Who may do what',
    '',
    'Made from `src/domain/idea/commands/` and `src/domain/idea/policy.ts` by `npm run write:rights`. A test fails when it is out of',
    'date, and another one gives every button of the table to everybody in it, over HTTP, and compares what the running bot does.',
    '',
    'Each row is judged on an idea of Vård och omsorg that stands where somebody can do it. Everywhere else it is refused to all. It',
    'makes no difference whether the submitter’s name is kept from others: that is one row of its own.',
    '',
    '## Who',
    '',
    '| Column | Somebody who |',
    '|---|---|',
    ...all.map(({ names }) => `| ${titleOf(names)} | ${names.map((name) => people[name].is).join('; or ')} |`),
    '',
    'Somebody who is more than one of these may do what any of them may, but nobody decides on an idea that they sent.',
    'People of other tenants are none of these and are let in nowhere, nor are guests, unless the operator lets guests in: as colleagues.',
    '',
    '## What',
    '',
    `| With an idea | ${all.map(({ names }) => titleOf(names)).join(' | ')} |`,
    `|---|${all.map(() => ':-:').join('|')}|`,
    ...acts.map((act: AuditedAct, row) => `| ${act.is} | ${all.map(({ cells }) => cells[row]).join(' | ')} |`),
    '',
    '## What everybody may do, for themselves only',
    '',
    'None of these buttons can name another person or another’s idea: who presses is taken from the signed activity. Only `submit` may',
    'name a colleague, whose idea somebody writes down: they are asked, and it is theirs when they say yes. `sameProblem` says of an idea that is like one’s own what',
    'the table’s “say that they have the same problem” says, with the same rights. What is kept of somebody’s writing nobody else reads or sends: of a message in a chat',
    'that somebody else wants sent in, whoever wrote it is asked, and sends it, changes it or says no; whoever asks reads nothing more and is told no answer.',
    '',
    forOneself.map((verb) => `\`${verb}\``).join(', '),
    '',
    '## What those with a post may do, for their own department',
    '',
    'They enter what exists already ("Det gör vi redan"): leaders and deputies in the departments where they are that, managers in the department',
    'that they or their unit belong to, the innovation office for every one. Whoever enters something may take it back in whatever stage it is',
    '(`withdraw`) until another department uses it, and decides on it no more than a submitter does. A contact is asked, and has the work when they say yes.',
    'Everybody else is told what they can do instead. `npm run import` enters in the name of somebody who has such a post.',
    '',
    ofPosts.map((verb) => `\`${verb}\``).join(', '),
    '',
    '## What can be done with a challenge',
    '',
    'Who leads or manages a whole department publishes for it, and the innovation office for the municipality: they decide on it from then on. Everybody reads what has been',
    'open, and answers it by an idea while it is open; before that, those in it. Nobody owns one without their own yes. What is hidden is read by those who decide.',
    'Whoever owns it and those who decide speak for it with organisations outside: they get a text to publish, and take down what is',
    'answered. Those answers are read by them, by the registrars and by whom the organisation file names for procurement, on a challenge whose words are not hidden.',
    '',
    ...challengeTable(),
    '',
    ofChallenges.map((verb) => `\`${verb}\``).join(', '),
    '',
    '## Who may change who has which post in a department',
    '',
    'Its managers and the innovation office say who leads and who stands in; the office says who manages. Those who lead or stand in change what they are',
    'called themselves and the words that the department is found by, and say that they are away. Who leads or stands in they propose, and somebody',
    'who answers for the department says yes or no: never who has proposed it, nor who would have the post. Nobody gives themselves a post.',
    '',
    ofTheDepartment.map((verb) => `\`${verb}\``).join(', '),
    '',
    '## Who says whether it has got better',
    '',
    'When an idea has been in use for four weeks, those who have said that they have its problem, or that of the challenge that it answers, and whoever speaks for a department that takes part are asked',
    'for three weeks whether it has got better: each answers once, and what somebody has answered stands nowhere. Nobody does who has or had the idea, or works with it. Everybody who reads the idea, or the challenge, sees how many have',
    'answered what, from three answers on. A text to send to those who had the problem is for those who have the idea, work with it or decide on it, while it is in use and everybody may read it.',
    '',
    ofTheProblem.map((verb) => `\`${verb}\``).join(', '),
    '',
    '## Who may take care of what stands in the way of ideas',
    '',
    'What an obstacle is everybody may read by its id, and those who decide on an idea say that it waits for it. Which obstacles stop several ideas, and how many, anybody who leads a department',
    'and the innovation office see. Any of them may take care of one by their own press, say that it is gone, and hide its words; while somebody takes care of it, only they and',
    'the office say that it is gone or set another day, and only they let it go. Nobody is given one, and nothing is counted by person or department.',
    '',
    ofObstacles.map((verb) => `\`${verb}\``).join(', '),
    '',
    '## Who may see what ideas come to',
    '',
    'Whoever leads, stands in or manages sees the figures of their own departments and of the whole municipality; the innovation office those of the whole. Where ideas wait, by stage and',
    'role and never by person, those see who lead or stand in, and the office. A figure that rests on fewer than three who decide, or seven who submit, only they see themselves, and so the ideas behind it.',
    'Nothing is counted before the organisation file says that it has been negotiated and decided.',
    '',
    ofFigures.map((verb) => `\`${verb}\``).join(', '),
    '',
    '## How people find what an idea needs',
    '',
    'Everybody reads methods. That an idea has used one, and whether it helped, is said by those who may fill in what the idea needs: counted by month, and nobody is kept with it.',
    '',
    ofMethods.map((verb) => `\`${verb}\``).join(', '),
    '',
    '## What the innovation office alone may do, about no idea',
    '',
    'It says whether a new account is somebody whom it knows by another, and whether as many have left as a source says; only where the bot has asked.',
    '',
    ofTheOffice.map((verb) => `\`${verb}\``).join(', '),
    '',
    '## In other chats',
    '',
    'By the message extension, from any chat: search for ideas, unfold a link to one, and show one in the chat. What is found is only what',
    'everybody in the municipality may read, and the card names nobody. Who may not is told so in a line, and nothing of any idea.',
    'Whoever sends an idea in a dialog there meets what is like it by the same rule, and reads it there; where others than the municipality’s own may be, it is not shown.',
    '',
    '| Somebody who | |',
    '|---|:-:|',
    ...Object.values(inChats).map(({ is, may }) => `| ${is} | ${may ? '**yes**' : '–'} |`),
    '',
    '## What nobody may do',
    '',
    'Time does these, or another act does them along; no button and no word leads to them.',
    '',
    nobodys.map((type) => `\`${type}\``).join(', '),
    '',
  ].join('\n');
}
