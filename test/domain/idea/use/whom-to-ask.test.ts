import type { Idea } from '../../../../src/domain/idea/idea.js';
import { whomToAsk } from '../../../../src/domain/idea/use/whom-to-ask.js';
import { restingIdea } from '../../../../testing/samples/idea/ideas.js';

const leader = { email: 'leader@x.example', name: 'Demo Ledare', title: '' };
const office = [{ email: 'office@x.example', name: 'Demo Kontor', title: '' }];
const withLeader = { leadersOf: () => [leader], office };
const withoutLeader = { leadersOf: () => [], office };
const yes = (person: string) => ({ person, accepted: true });
const posts = (idea: Partial<Idea>, directory = withLeader as typeof withLeader | typeof withoutLeader) =>
  whomToAsk(restingIdea({ department: 'VOO', ...idea }), directory).map(({ post }) => post);

describe('whom to ask about an idea', () => {
  it('is who answers for it or leads its test once they have said yes, then the leader, and then the office', () => {
    const both = { driver: yes('pDRIVER'), owner: yes('pOWNER') };
    expect(posts({ stage: 'inUse', ...both })).toEqual(['owner', 'driver', 'leader', 'office']);
    expect(posts({ stage: 'piloting', ...both })).toEqual(['driver', 'leader', 'office']);
    expect(posts({ stage: 'scaling', owner: { person: 'pOWNER', accepted: false } })).toEqual(['leader', 'office']);
    expect(posts({ stage: 'inUse' }, withoutLeader)).toEqual(['office']);
  });

  it('is, where none of them is there, the contact of a department that uses it, before one that tests it', () => {
    const adoptions = {
      SBK: { status: 'testing', contact: 'Testledare' },
      UTB: { status: 'stopped', contact: 'Före detta' },
      MIL: { status: 'using', contact: 'Enhetschef' },
    } as const;
    expect(whomToAsk(restingIdea({ stage: 'inUse', adoptions }), withLeader)[0]).toEqual({
      ...{ post: 'adopter', department: 'MIL', written: 'Enhetschef' },
    });
    const [first] = whomToAsk(restingIdea({ stage: 'piloting', adoptions: { SBK: adoptions.SBK } }), withLeader);
    expect(first).toMatchObject({ department: 'SBK' });
    expect(posts({ stage: 'inUse', adoptions: { UTB: adoptions.UTB } })).toEqual(['leader', 'office']);
  });

  it('is who was named when something tried was entered, and of what is open or has ended else nobody', () => {
    expect(posts({ stage: 'closed', contact: 'pNAMED' })).toEqual(['named']);
    for (const stage of ['closed', 'exploring', 'submitted', 'withdrawn'] as const) {
      expect(posts({ stage, driver: yes('pDRIVER'), owner: yes('pOWNER') })).toEqual([]);
    }
  });
});
