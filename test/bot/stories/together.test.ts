import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inputsOf, nodesOf } from '../../../testing/cards/card';
import { type City, days, minutes, startCity } from '../../../testing/scenes/city';
import { addressOf } from '../../../testing/scenes/city-people';
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
} from '../../../testing/scenes/everyday';
import { arrivals, following, gives, inDayCard, notice, stepsOn } from '../../../testing/scenes/told';
import { refuses } from '../../../testing/teams/misbehaviour';
import type { Person } from '../../../testing/teams/person';

type Who = 'submitter' | 'friend' | 'leader' | 'other' | 'reader';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, {
    submitter: 'employee',
    friend: 'colleague',
    leader: 'leader',
    other: 'otherLeader',
    reader: 'environmentLeader',
  });
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
  it('gets a co-submitter who has been asked and said yes, finds it among their own and answers for it', async () => {
    await opens('submitter');
    const asks = await choosesMore(people.submitter, id, 'Lägg till en kollega', {
      personEmail: addressOf('colleague'),
    });
    expect(seenOn(asks)).toContain(sv('notice.coSubmitterAsked.actor'));
    const question = notice('coSubmitterAsked.added', { who: name('submitter'), as: 'coSubmitter' });
    expect(await story.news(id)).toEqual({ friend: [question] });
    expect(seenOn(card('friend'))).toContain(usualIdea.problem);
    expect(seenOn(card('friend'))).toContain(sv('waits.you.join.coSubmitter'));
    // Until they answer it is among what waits for them, and they are named to nobody.
    expect(await story.lists(people.friend, 'min tur')).toContain(id);
    expect(await story.lists(people.friend, 'mina idéer')).not.toContain(id);
    const seen = allOn(await opens('reader'));
    expect(seen).toContain(sv('idea.fact.asked', { name: 'En kollega' }));
    expect(seen).not.toContain(name('friend'));
    expect(seen).not.toContain(addressOf('colleague'));
    const yes = await pressesOn(people.friend, id, 'Ja, det är min idé också');
    expect(seenOn(yes)).toContain(sv('notice.coSubmitterAdded.actor'));
    const joined = [inDayCard('coSubmitterAdded.submitter', { who: name('friend'), self: 'true' })];
    expect(await story.news(id)).toEqual({ submitter: joined });
    expect(await story.lists(people.friend, 'mina idéer')).toContain(id);
    expect(await story.lists(people.friend, 'min tur')).not.toContain(id);
    await gives(people.leader, id, 'Ställ en fråga', { question: 'Hur många cyklar?' }, 'Skicka frågan');
    const asked = [notice('asked.submitter', { who: name('leader') })];
    expect(await story.news(id)).toEqual({ submitter: asked, friend: asked });
    await people.friend.says('Ungefär tio.');
    await people.friend.presses('Ja, skicka svaret');
    const answered = [notice('answered.deciders', { who: name('friend') })];
    expect(await story.news(id)).toEqual({ leader: answered, other: answered });
  });

  it('is left by whoever wants to, and the next one takes over', async () => {
    await opens('submitter');
    await choosesMore(people.submitter, id, 'Lägg till en kollega', { personEmail: addressOf('colleague') });
    await story.news(id);
    await pressesOn(people.friend, id, 'Ja, det är min idé också');
    await story.news(id);
    await opens('submitter');
    const out = await choosesMore(people.submitter, id, 'Ta bort mig från idén');
    expect(seenOn(out)).toContain(sv('notice.steppedOut.actor'));
    expect(await story.news(id)).toEqual({ friend: [inDayCard('steppedOut.submitter', { who: name('submitter') })] });
    expect(await story.lists(people.submitter, 'mina idéer')).not.toContain(id);
    expect(stepsOn(await opens('friend'))).toContain('Ändra idén');
  });

  it('is not theirs who say no, who are not asked again', async () => {
    await opens('submitter');
    await choosesMore(people.submitter, id, 'Lägg till en kollega', { personEmail: addressOf('colleague') });
    await story.news(id);
    const no = await pressesOn(people.friend, id, 'Nej, inte min idé');
    expect(seenOn(no)).toContain(sv('notice.coSubmitterDeclined.actor'));
    expect(await story.news(id)).toEqual({ submitter: [inDayCard('coSubmitterDeclined.asker')] });
    await opens('submitter');
    const again = await choosesMore(people.submitter, id, 'Lägg till en kollega', {
      personEmail: addressOf('colleague'),
    });
    expect(seenOn(again)).toContain(sv('refusal.cannotBeAsked'));
  });

  it('stays with those who decide on it when both leaders are named, and when neither answers', async () => {
    await opens('submitter');
    for (const role of ['leader', 'otherLeader'] as const) {
      await choosesMore(people.submitter, id, 'Lägg till en kollega', { personEmail: addressOf(role) });
      await opens('submitter');
    }
    await story.news(id);
    expect(await story.standing(id)).toEqual(['submitted', 'deciders']);
    expect((await story.idea(id)).tier).toBe('leader');
    expect(await story.lists(people.leader, 'min tur')).toContain(id);
    city.pass(days(15));
    await city.delivers();
    expect((await story.idea(id)).askedColleagues).toBeUndefined();
    await people.leader.says(id);
    expect(seenOn(await pressesOn(people.leader, id, 'Utforska idén'))).toContain(
      sv('notice.explored.actor', { self: 'true', whom: '' }),
    );
    await story.news();
  });

  it('asks nobody by an address that is no colleague’s', async () => {
    await opens('submitter');
    const privately = { personEmail: 'anna.privat@mejl.example' };
    const answer = await choosesMore(people.submitter, id, 'Lägg till en kollega', privately);
    expect(seenOn(answer)).toContain(sv('refusal.unknownColleague'));
    await people.submitter.says('idé');
    const form = await people.submitter.presses('Skicka idén', { ...usualIdea, forColleague: privately.personEmail });
    expect(seenOn(form)).toContain(sv('refusal.unknownColleague'));
  });

  it('asks again for an address that is none, and keeps it', async () => {
    await opens('submitter');
    await pressesOn(people.submitter, id, 'Fler val');
    await pressesOn(people.submitter, id, 'Lägg till en kollega');
    const wrong = { personEmail: 'kollegan' };
    const answer = await pressesOn(people.submitter, id, 'Lägg till en kollega', wrong);
    expect(seenOn(answer)).toContain(sv('refusal.unknownColleague'));
    expect(inputsOf(answer.card).find((input) => input.id === 'personEmail')?.value).toBe('kollegan');
  });

  it('is written down for a colleague, whose idea it is when they say so, and for a workplace meeting', async () => {
    const meeting = { workplace: 'APT Grupp Söder', forColleague: addressOf('colleague') };
    await people.submitter.says('idé');
    const receipt = await people.submitter.presses('Skicka idén', { ...usualIdea, ...meeting });
    expect(seenOn(receipt)).toContain('Tills svaret kommer är du idégivare');
    id = idOn(receipt);
    expect(await story.news(id)).toEqual({
      friend: [notice('coSubmitterAsked.added', { who: name('submitter'), as: 'submitter' })],
      ...{ leader: [fresh('submitter')], other: [fresh('submitter')] },
    });
    // They have not read it before.
    expect(seenOn(card('friend'))).toContain(usualIdea.problem);
    const facts = async () => allOn(await opens('reader')).split('\n');
    const before = await facts();
    expect(before[before.indexOf('Inskickad av') + 1]).toBe(name('submitter'));
    expect(before[before.indexOf('Skriven åt') + 1]).toBe(sv('idea.fact.asked', { name: 'En kollega' }));
    await pressesOn(people.friend, id, 'Ja, det är min idé också');
    for (const who of ['friend', 'submitter'] as const) {
      expect(await story.lists(people[who], 'mina idéer')).toContain(id);
    }
    const seen = await facts();
    expect(seen[seen.indexOf('Inskickad av') + 1]).toBe(name('friend'));
    expect(seen[seen.indexOf('Tillsammans med') + 1]).toBe(name('submitter'));
    expect(seen[seen.indexOf('Arbetsplatsträff') + 1]).toBe('APT Grupp Söder');
    await story.news();
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
      submitter: [inDayCard('commented.submitter', commented)],
      leader: [inDayCard('commented.deciders', commented)],
      other: [inDayCard('commented.deciders', commented)],
    });
    expect(stepsOn(await opens('leader'))).toContain('Utforska idén');
    const offer = await people.submitter.says('Får jag ringa er?');
    expect(seenOn(offer)).toContain('Vi har gjort det i Miljö.');
    await people.submitter.presses('Ja, skicka kommentaren');
    // Who wrote follows the idea, and so hears of the answer.
    expect(await story.news(id)).toMatchObject({
      reader: [inDayCard('commented.followers', { who: name('submitter') })],
    });
    expect(seenOn(await people.reader.says('idag'))).toContain('Får jag ringa er?');
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
    expect(await story.news(id)).toEqual({ leader: [inDayCard('commented.leader', { who: name('submitter') })] });
    await pressesOn(people.leader, id, 'Fler val');
    await gives(people.leader, id, 'Kommentera', { comment: 'Då ses vi på tisdag.' }, 'Skicka');
    expect(await story.news(id)).toEqual({ submitter: [inDayCard('commented.submitter', { who: name('leader') })] });
  });
});

describe('a reader', () => {
  it('follows any idea, hears what becomes of it, and stops', async () => {
    await opens('reader');
    const followed = await pressesOn(people.reader, id, 'Följ');
    expect(stepsOn(followed)).toContain('Sluta följa');
    await pressesOn(people.leader, id, 'Utforska idén');
    expect(await story.news(id)).toMatchObject({
      reader: [inDayCard('explored.followers', { who: name('leader'), self: 'true' })],
    });
    await opens('reader');
    await pressesOn(people.reader, id, 'Sluta följa');
    await choosesMore(people.leader, id, 'Avsluta', { reason: 'Finns redan.' });
    expect(await story.news(id)).not.toHaveProperty('reader');
  });

  it('thanks for an idea: its submitters get one personal line, with what the reader wrote', async () => {
    await opens('reader');
    await pressesOn(people.reader, id, 'Tacka');
    const thanked = await pressesOn(people.reader, id, 'Tacka', { thanks: 'Det här har vi väntat på.' });
    expect(seenOn(thanked)).toContain(sv('notice.thanked.actor'));
    await people.reader.resends(thanked);
    expect(await story.news(id)).toEqual({
      submitter: [inDayCard('thanked.submitter', { who: name('reader'), title: 'Cykelpool' })],
    });
    expect(seenOn(await people.submitter.says('idag'))).toContain('Det här har vi väntat på.');
    expect(await city.app.reactions.tally(id, 'thank')).toMatchObject({ count: 1 });
    expect(titlesOn(await opens('reader'))).not.toContain('Tacka');
    expect(stepsOn(await opens('submitter'))).not.toContain('Tacka');
  });
});
