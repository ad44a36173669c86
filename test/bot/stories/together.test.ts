import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inputsOf, nodesOf } from '../../support/card';
import { type City, minutes, startCity } from '../../support/city';
import { addressOf } from '../../support/city-people';
import { refuses } from '../../support/misbehaviour';
import type { Person } from '../../support/person';
import {
  allOn,
  cardAbout,
  choosesMore,
  idOn,
  pressesOn,
  seenOn,
  sendsIdea,
  sv,
  titlesOn,
  usualIdea,
} from '../everyday';
import { following, gives, notice, stepsOn } from './told';

type Who = 'submitter' | 'friend' | 'leader' | 'other' | 'reader';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = {
    submitter: await city.arrives('employee'),
    friend: await city.arrives('colleague'),
    leader: await city.arrives('leader'),
    other: await city.arrives('otherLeader'),
    reader: await city.arrives('environmentLeader'),
  };
  story = following(city, people);
});
beforeEach(async () => {
  city.pass(minutes(1));
  id = await sendsIdea(people.submitter);
  await story.news();
});
afterAll(() => city.stop());

const name = (who: Who) => people[who].name;
const card = (who: Who) => cardAbout(people[who], id);
const opens = (who: Who) => people[who].says(id);
const fresh = (who: Who) => notice('submitted.deciders', { who: name(who) });

describe('an idea that several have', () => {
  it('gets a co-submitter, who hears of it, finds it among their own and answers for it', async () => {
    await opens('submitter');
    await choosesMore(people.submitter, id, 'Lägg till en idégivare', { personEmail: addressOf('colleague') });
    expect(await story.news(id)).toEqual({ friend: [notice('coSubmitterAdded.added', { who: name('submitter') })] });
    expect(seenOn(card('friend'))).toContain(usualIdea.problem);
    expect(await story.lists(people.friend, 'mina idéer')).toContain(id);
    await gives(people.leader, id, 'Ställ en fråga', { question: 'Hur många cyklar?' }, 'Skicka frågan');
    const asked = [notice('asked.submitter', { who: name('leader') })];
    expect(await story.news(id)).toEqual({ submitter: asked, friend: asked });
    await people.friend.says('Ungefär tio.');
    await people.friend.presses('Ja, skicka svaret');
    const answered = [notice('answered.deciders', { who: name('friend') })];
    expect(await story.news(id)).toEqual({ leader: answered, other: answered });
  });

  it('asks again for an address that is none, and keeps it', async () => {
    await opens('submitter');
    await pressesOn(people.submitter, id, 'Fler val');
    await pressesOn(people.submitter, id, 'Lägg till en idégivare');
    const wrong = { personEmail: 'kollegan' };
    const answer = await pressesOn(people.submitter, id, 'Lägg till en idégivare', wrong);
    expect(seenOn(answer)).toContain(sv('refusal.unknownColleague'));
    expect(inputsOf(answer.card)[0]?.value).toBe('kollegan');
  });

  it('is written down for a colleague, whose idea it is, and for a workplace meeting', async () => {
    const meeting = { workplace: 'APT Grupp Söder', forColleague: addressOf('colleague') };
    await people.submitter.says('idé');
    const receipt = await people.submitter.presses('Skicka idén', { ...usualIdea, ...meeting });
    expect(seenOn(receipt)).toContain('Den står i din kollegas namn');
    id = idOn(receipt);
    expect(await story.news(id)).toEqual({
      friend: [notice('submitted.submitter', { who: name('submitter') })],
      ...{ leader: [fresh('submitter')], other: [fresh('submitter')] },
    });
    // They have not read it before.
    expect(seenOn(card('friend'))).toContain(usualIdea.problem);
    for (const who of ['friend', 'submitter'] as const) {
      expect(await story.lists(people[who], 'mina idéer')).toContain(id);
    }
    const seen = allOn(await opens('reader')).split('\n');
    expect(seen[seen.indexOf('Inskickad av') + 1]).toBe(name('friend'));
    expect(seen[seen.indexOf('Tillsammans med') + 1]).toBe(name('submitter'));
    expect(seen[seen.indexOf('Arbetsplatsträff') + 1]).toBe('APT Grupp Söder');
  });
});

describe('a photo', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  let elsewhere: Server;
  let asked: string[];
  beforeAll(async () => {
    elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(png);
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => elsewhere.close());

  const sends = (contentUrl: string) => people.submitter.sends([{ contentType: 'image/png', contentUrl }]);
  const picturesIn = (shown: { card: unknown }) =>
    [...nodesOf(shown.card as object)].filter(({ type }) => type === 'Image').map(({ url }) => String(url));

  it('that was sent in the chat is put with the idea that its sender chooses, and everybody sees it there', async () => {
    await sends(city.connector.keeps(png));
    const offer = people.submitter.chat().at(-1);
    expect(offer?.texts).toContain(sv('picture.heading'));
    const answer = await people.submitter.presses(`Cykelpool (${id})`);
    expect(seenOn(answer)).toContain(sv('notice.pictureAdded.actor'));
    expect(await story.news(id)).toEqual({});
    for (const shown of [answer, await opens('leader'), await opens('reader')]) {
      const [url = ''] = picturesIn(shown);
      const kept = await fetch(url);
      expect(kept.headers.get('content-type')).toBe('image/png');
      expect(Buffer.from(await kept.arrayBuffer()).equals(png)).toBe(true);
    }
  });

  it('is not taken when it is too large, or no picture whatever it is called', async () => {
    const tooLarge = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]);
    for (const bytes of [tooLarge, Buffer.from('<svg onload="alert(1)"/>')]) {
      const answer = await sends(city.connector.keeps(bytes));
      expect(answer.message).toBe(sv('reply.pictureRefused'));
    }
    expect((await story.idea(id)).pictures).toEqual([]);
  });

  it('is never fetched from an address that a sender made up', async () => {
    const { port } = elsewhere.address() as AddressInfo;
    const location = `http://127.0.0.1:${port}/bild.png`;
    city.connector.misbehave(({ kind }) => kind === 'picture', [refuses(302, 'Found', { location })]);
    for (const url of [location, 'file:///etc/passwd', city.connector.keeps(png)]) {
      expect((await sends(url)).message).toBe(sv('reply.pictureRefused'));
    }
    expect(asked).toEqual([]);
  });
});

describe('a conversation about an idea', () => {
  it('reaches those who may take it on as long as nobody has, and the submitter, who answers by typing', async () => {
    await opens('reader');
    await gives(people.reader, id, 'Kommentera', { comment: 'Vi har gjort det i Miljö.' }, 'Skicka');
    const commented = { who: name('reader') };
    expect(await story.news(id)).toEqual({
      submitter: [notice('commented.submitter', commented)],
      leader: [notice('commented.deciders', commented)],
      other: [notice('commented.deciders', commented)],
    });
    expect(stepsOn(card('leader'))[0]).toBe('Utforska idén');
    const offer = await people.submitter.says('Får jag ringa er?');
    expect(seenOn(offer)).toContain('Vi har gjort det i Miljö.');
    await people.submitter.presses('Ja, skicka kommentaren');
    // Who wrote follows the idea, and so hears of the answer.
    expect(await story.news(id)).toMatchObject({ reader: [notice('commented.followers', { who: name('submitter') })] });
    expect(seenOn(card('reader'))).toContain('Får jag ringa er?');
    const [newest, earlier] = (await city.app.ideas.history(id)).toReversed();
    expect([earlier?.words, newest?.words]).toEqual([
      { comment: 'Vi har gjort det i Miljö.' },
      { comment: 'Får jag ringa er?' },
    ]);
  });

  it('goes to the leader alone once the idea is theirs, and is answered in the same card', async () => {
    await pressesOn(people.leader, id, 'Utforska idén');
    await story.news();
    await opens('submitter');
    await gives(people.submitter, id, 'Kommentera', { comment: 'Jag är ledig på måndag.' }, 'Skicka');
    expect(await story.news(id)).toEqual({ leader: [notice('commented.leader', { who: name('submitter') })] });
    await pressesOn(people.leader, id, 'Fler val');
    await gives(people.leader, id, 'Kommentera', { comment: 'Då ses vi på tisdag.' }, 'Skicka');
    expect(await story.news(id)).toEqual({ submitter: [notice('commented.submitter', { who: name('leader') })] });
  });
});

describe('a reader', () => {
  it('follows any idea, hears what becomes of it, and stops', async () => {
    await opens('reader');
    const followed = await pressesOn(people.reader, id, 'Följ');
    expect(stepsOn(followed)).toContain('Sluta följa');
    await pressesOn(people.leader, id, 'Utforska idén');
    expect(await story.news(id)).toMatchObject({
      reader: [notice('explored.followers', { who: name('leader'), self: 'true' })],
    });
    await opens('reader');
    await pressesOn(people.reader, id, 'Sluta följa');
    await choosesMore(people.leader, id, 'Avsluta', { reason: 'Finns redan.' });
    expect(await story.news(id)).not.toHaveProperty('reader');
  });

  it('thanks for an idea: its submitters get one personal line, and the card stays as it is', async () => {
    await opens('reader');
    const thanked = await pressesOn(people.reader, id, 'Tacka');
    expect(thanked.message).toBe(sv('notice.thanked.actor'));
    await people.reader.resends(thanked);
    expect(await story.news(id)).toEqual({
      submitter: [notice('thanked.submitter', { who: name('reader'), title: 'Cykelpool' })],
    });
    expect((await story.idea(id)).thankedBy).toHaveLength(1);
    expect(titlesOn(await opens('reader'))).not.toContain('Tacka');
    expect(stepsOn(await opens('submitter'))).not.toContain('Tacka');
  });
});
