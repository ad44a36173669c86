import { randomBytes } from 'node:crypto';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Answer } from '../../../testing/teams/answer';
import { type Connector, startConnector } from '../../../testing/teams/connector';
import type { Person } from '../../../testing/teams/person';
import { Teams } from '../../../testing/teams/teams';

/** People who chat with a bot: some employees who have ideas, and the leader who decides on them. */
export interface BenchmarkTown {
  connector: Connector;
  teams: Teams;
  employees: readonly Person[];
  leader: Person;
  /** Ids of the ideas that wait for the leader, the oldest first. */
  waiting: string[];
  /** How many the leader has decided on. */
  decided: number;
}

const EMPLOYEES = 4;

/** Teams with its people, who have all installed the bot at this address and said where they work. */
export async function openTown(botUrl: string): Promise<BenchmarkTown> {
  const connector = await startConnector();
  const teams = new Teams({ connector, botUrl, patienceMs: 60_000 });
  const address = (name: string) => `${name}@soderhamra.example`;
  const leader = teams.person({ name: 'Innovationsledare Vård', email: address('innovationsledare.vard') });
  const employees = Array.from({ length: EMPLOYEES }, (_, n) =>
    teams.person({ name: `Demo Medarbetare ${n}`, email: address(`medarbetare.${n}`) }),
  );
  await leader.installs();
  for (const employee of employees) {
    await employee.installs();
    await employee.presses({ verb: 'pickDepartment', data: { department: 'VOO' } });
  }
  return { connector, teams, employees, leader, waiting: [], decided: 0 };
}

interface Written {
  title: string;
  problem: string;
}

/** What is measured: a turn of one of the employees, or of the leader. `n` tells whose, `words` what is sent in. */
export type TownAct = (town: BenchmarkTown, n: number, words?: Written) => Promise<Answer>;

const usualWords: Written = {
  title: 'Delade cyklar i hemtjänsten',
  problem: 'Personalen får vänta på bilar varje morgon, och besöken blir sena.',
};

const employee = ({ employees }: BenchmarkTown, n: number): Person => {
  const person = employees[n % employees.length];
  if (!person) throw new Error('Nobody works here');
  return person;
};

const freshOp = () => newIdempotencyKey((size) => randomBytes(size));

/** The activity of a card that was pressed; which one it is changes nothing for these turns. */
const PRESSED = { on: '1:000001' };

export const acts = {
  help: (town, n) => employee(town, n).says('hjälp'),
  mine: (town, n) => employee(town, n).says('mina idéer'),
  status: (town, n) => employee(town, n).says(`status ${town.waiting[0]}`),

  async submit(town, n, words = usualWords) {
    const data = { idempotencyKey: freshOp(), department: 'VOO', confidential: 'false', ...words };
    const answer = await employee(town, n).presses({ verb: 'submit', data }, {}, PRESSED);
    town.waiting.push(ideaIn(answer));
    return answer;
  },

  async decide(town) {
    const idea = town.waiting.shift();
    if (!idea) throw new Error('No idea waits for the leader');
    const data = { idea, decisionVersion: '1', idempotencyKey: freshOp(), do: 'explore' };
    const answer = await town.leader.presses({ verb: 'act', data }, {}, PRESSED);
    town.decided += 1;
    return answer;
  },
} satisfies Record<string, TownAct>;

export type ActName = keyof typeof acts;

/** The new idea's id: the bare bot gives it beside the card, whose own is another's; ours shows it on the receipt. */
function ideaIn({ body }: Answer): string {
  const answer = JSON.stringify(body);
  const id = (/"idea":"([0-9A-Z]{6})"}}$/.exec(answer) ?? /"text":"Idé ([0-9A-Z]{6})/.exec(answer))?.[1];
  if (!id) throw new Error(`The answer to a new idea names none: ${answer.slice(0, 500)}`);
  return id;
}
