import { feedCrypto } from '../../../../src/app/sharing/feed-crypto';
import { readFeed } from '../../../../src/domain/sharing/reading-feed';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { keysOf } from '../../../../testing/samples/sharing/feeds';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { allOn, choosesMore, pressesOn, seenOn, sv } from '../../../../testing/scenes/everyday';
import { arrivals, following } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

const { key, publicKey } = keysOf('soderhamra');
const MAILBOX = 'innovation@soderhamra.example';

type Who = 'submitter' | 'leader' | 'environment' | 'office';

/** An idea is shared with other municipalities; each step begins where the one before ended. */
describe('sharing an idea with other municipalities', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  /** The file as it lies in the public container. */
  let file: Uint8Array | undefined;
  const shareOut = sv('button.shareOut');
  beforeAll(async () => {
    city = await startCity({
      organisation: {
        ...exampleOrganisation(),
        sharing: { mailbox: MAILBOX, keys: [publicKey], revoked: [], readFrom: [] },
      },
      sharingOut: {
        keys: [key],
        write: async (bytes) => {
          file = bytes;
        },
      },
    });
    people = await arrivals(city, {
      ...{ submitter: 'employee', leader: 'leader', environment: 'environmentLeader', office: 'office' },
    });
    story = following(city, people);
    const { submitter, leader } = people;
    await submitter.says('idé');
    const sent = await submitter.presses('Skicka idén', { problem: 'Bilarna står i kö.', title: 'Cykelpool' });
    id = /([0-9A-Z]{6})/.exec(seenOn(sent))?.[1] ?? '';
    await story.news();
    await pressesOn(leader, id, 'Utforska idén');
    await leader.says(id);
    await choosesMore(leader, id, sv('button.done.exploring'), { done: 'Tio cyklar står vid porten.' });
    await story.news();
  });
  afterAll(() => city.stop());

  const presses = (who: Who, act: string, sheet?: string) =>
    people[who].presses({ verb: 'shareIdea', data: { idea: id, sharingAct: act, ...(sheet && { sheet }) } });
  const read = () => {
    const reader = { us: 'kiruna', keys: [publicKey], known: {}, now: city.now() };
    const came = file && readFeed(file, reader, feedCrypto);
    return came?.ok ? came.value : undefined;
  };
  const night = async () => {
    city.pass(days(1));
    await story.news();
  };
  const markOn = (card: unknown) => /"sheet":"([0-9a-f]{16})"/.exec(JSON.stringify(card))?.[1];

  it('is for those who lead where it belongs, under "Fler val"', async () => {
    for (const who of ['submitter', 'environment'] as const) {
      expect(allOn(await people[who].says(id))).not.toContain(shareOut);
      expect((await presses(who, 'ask')).message).toBe(sv('sharing.came.notYours'));
    }
    await people.leader.says(id);
    await pressesOn(people.leader, id, sv('button.more'));
    expect(seenOn(await pressesOn(people.leader, id, shareOut))).toContain(sv('sharing.copies'));
    const seen = seenOn(await pressesOn(people.leader, id, sv('sharing.look')));
    const card = seenOn({ card: people.leader.chat().findLast((one) => one.card)?.card });
    for (const line of [sv('sharing.part.need', { text: 'Bilarna står i kö.' }), sv('sharing.nothingElse')])
      expect(seen + card).toContain(line);
  });

  it('is not shared because somebody has asked; whoever had it is told before, and the office reads exactly what leaves', async () => {
    expect(seenOn(await presses('leader', 'ask'))).toContain('innovationskontoret'.slice(1));
    expect((await presses('leader', 'yes')).message).toBe(sv('sharing.came.notYours'));
    const told = await story.news();
    expect(told.submitter?.join()).toContain(sv('sharing.told.heading'));
    const card = people.office.chat().findLast((one) => one.card)?.card;
    for (const line of [
      sv('sharing.part.title', { text: 'Cykelpool' }),
      sv('sharing.part.need', { text: 'Bilarna står i kö.' }),
      sv('sharing.part.result', { text: 'Tio cyklar står vid porten.' }),
      sv('sharing.part.contact', { text: MAILBOX }),
    ])
      expect(seenOn({ card })).toContain(line);
    for (const who of ['submitter', 'leader'] as const) expect(seenOn({ card })).not.toContain(people[who].name);
    await night();
    expect(read()?.entries).toEqual([]);
  });

  it('is shared in the night after the office has said yes, with nothing but what it has read', async () => {
    const card = people.office.chat().findLast((one) => markOn(one.card))?.card;
    expect(seenOn(await presses('office', 'yes', 'aaaaaaaaaaaaaaaa'))).toContain(sv('sharing.nothingElse'));
    expect(seenOn(await presses('office', 'yes', markOn(card)))).toContain(sv('sharing.came.yes'));
    expect(seenOn(await presses('office', 'yes', markOn(card)))).toContain(sv('sharing.came.yes'));
    const told = await story.news();
    expect(told.leader?.join()).toContain(sv('sharing.heading'));
    await night();
    expect(read()?.entries).toEqual([
      {
        ...{ id, version: 1, kind: 'solution', language: 'sv', title: 'Cykelpool', need: 'Bilarna står i kö.' },
        ...{ result: 'Tio cyklar står vid porten.', contact: MAILBOX, changed: expect.any(String) },
      },
    ]);
    expect(read()?.feed.publisher.code).toBe('soderhamra');
  });

  it('is written anew only where something is new, always with a higher number', async () => {
    const before = read()?.feed.number ?? 0;
    await night();
    expect(read()?.feed.number).toBe(before);
  });

  it('is taken back by those who lead, and the file says so the next night', async () => {
    const before = read()?.feed.number ?? 0;
    expect(seenOn(await presses('leader', 'takeBack'))).toContain(sv('sharing.came.back'));
    expect(seenOn(await presses('leader', 'takeBack'))).toContain(sv('sharing.came.back'));
    await night();
    expect(read()?.entries).toEqual([]);
    expect(read()?.withdrawn).toEqual([id]);
    expect(read()?.feed.number).toBeGreaterThan(before);
    expect(Buffer.from(file ?? []).toString()).not.toContain('Bilarna');
  });

  it('is shared again by another yes, and goes out of the file when it is hidden', async () => {
    await presses('leader', 'ask');
    await story.news();
    const card = people.office.chat().findLast((one) => markOn(one.card))?.card;
    await presses('office', 'yes', markOn(card));
    await night();
    expect(read()?.entries.map(({ version }) => version)).toEqual([3]);
    await people.leader.says(id);
    await choosesMore(people.leader, id, sv('button.hide'));
    await night();
    expect(read()?.entries).toEqual([]);
    expect(read()?.withdrawn).toEqual([id]);
    expect((await presses('leader', 'look')).message).toBe(sv('sharing.came.notYours'));
  });
});
