import { buttonsOf, inputsOf } from '../../../testing/cards/card';
import { type City, startCity } from '../../../testing/scenes/city';
import { idOn, seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import { late } from '../../../testing/teams/misbehaviour';
import type { Person } from '../../../testing/teams/person';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const emoji = {
  contentType: 'image/*',
  contentUrl: 'https://statics.teams.microsoft.com/evergreen-assets/e/1f389.png',
};
const mention = { type: 'mention', mentioned: { id: '28:b07b07b0-0000-4000-8000-000000000b07', name: 'Idélotsen' } };

describe('a message', () => {
  let city: City;
  let employee: Person;
  beforeAll(async () => {
    city = await startCity();
    await city.arrives('leader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
  });
  afterAll(() => city.stop());

  const writes = (more: object) => employee.delivers({ type: 'message', ...more });
  const picture = (url = city.connector.keeps(png)) => ({ contentType: 'image/*', contentUrl: url });
  const quotedOn = ({ card }: { card: unknown }) =>
    buttonsOf(card).find(({ verb }) => verb === 'submitText')?.data as { text?: string; picture?: string } | undefined;
  const picturesOf = async (id: string) => (await city.app.ideas.load(id))?.idea.pictures;

  it('that comes as HTML alone is read', async () => {
    const attachments = [{ contentType: 'text/html', content: '<div>Vi borde ha fler bänkar</div>' }];
    expect(quotedOn(await writes({ attachments }))?.text).toBe('Vi borde ha fler bänkar');
    const help = [{ contentType: 'text/html', content: '<p>hj&auml;lp</p>' }];
    expect(seenOn(await writes({ text: '', attachments: help }))).toContain(sv('help.heading'));
    expect(seenOn(await writes({ text: 7, entities: [mention], attachments: help }))).toContain(sv('help.heading'));
  });

  it.each([
    ['<at>Idélotsen</at> hjälp', [mention]],
    ['<at>Idélotsen</at> hjälp', []],
    ['&nbsp;hjälp&amp;', []],
  ])('%s asks for help', async (text, entities) => {
    expect(seenOn(await writes({ text, entities: entities as never }))).toContain(sv('help.heading'));
    expect(seenOn(await employee.says(text))).toContain(sv('help.heading'));
  });

  it('that answers a quoted one is its own words', async () => {
    const entities = [{ type: 'quotedReply', quotedReply: { messageId: '177' } }];
    const answer = await writes({ text: '<quoted messageId="177"/> Vaktmästarna sköter dem', entities });
    expect(quotedOn(answer)?.text).toBe('Vaktmästarna sköter dem');
    expect((await writes({ text: '<quoted messageId="177"/>', entities })).message).toBe(sv('reply.nothing'));
    const reference = [{ contentType: 'messageReference', content: '{}' }];
    expect((await writes({ text: '', attachments: reference })).message).toBe(sv('reply.nothing'));
  });

  it('of nothing but emoji and stickers as pictures is small talk', async () => {
    expect((await employee.sends([emoji])).message).toBe(sv('reply.thanks'));
    const gif = { contentType: 'image/gif', contentUrl: 'https://media1.giphy.com/media/x/giphy.gif' };
    expect((await employee.sends([emoji, gif])).message).toBe(sv('reply.thanks'));
    const html = '<p><img itemtype="http://schema.skype.com/Emoji" alt="🎉" src="x"></p>';
    expect((await writes({ attachments: [{ contentType: 'text/html', content: html }, emoji] })).message).toBe(
      sv('reply.thanks'),
    );
    expect(quotedOn(await writes({ text: 'Fler bänkar', attachments: [emoji] }))).toMatchObject({
      text: 'Fler bänkar',
    });
  });

  it('with a picture beside its words takes the picture along into the idea', async () => {
    const answer = await writes({ text: 'Så här ser trasiga bänken ut', attachments: [picture()] });
    expect(quotedOn(answer)?.text).toBe('Så här ser trasiga bänken ut');
    expect(answer.message).toBe(sv('picture.goesAlong'));
    const sent = await employee.presses('Skicka som idé');
    const [name] = (await picturesOf(idOn(sent))) ?? [];
    expect(name).toBe(quotedOn(answer)?.picture);
    await employee.resends(sent);
    expect(await picturesOf(idOn(sent))).toHaveLength(1);
  });

  it('that begins an idea keeps the picture through the form, also when it is refused', async () => {
    const form = await writes({ text: 'idé: Trasig bänk', attachments: [picture()] });
    expect(inputsOf(form.card).find(({ id }) => id === 'title')?.value).toBe('Trasig bänk');
    const { data } = buttonsOf(form.card).find(({ verb }) => verb === 'submit') ?? {};
    const refused = await employee.presses({ verb: 'submit', data: { ...data, problem: 'Trasig bänk', title: '' } });
    expect(seenOn(refused)).toContain(sv('refusal.wordsMissing', { field: sv('field.title') }));
    const again = buttonsOf(refused.card).find(({ verb }) => verb === 'submit')?.data;
    const sent = await employee.presses({ verb: 'submit', data: { ...again, problem: 'Trasig bänk', title: 'Bänk' } });
    expect(await picturesOf(idOn(sent))).toHaveLength(1);
  });

  it('that is a command is answered, and the picture offered its place', async () => {
    const id = await sendsIdea(employee);
    const answer = await writes({ text: 'hjälp', attachments: [picture()] });
    const seen = employee
      .chat()
      .slice(-2)
      .map(({ texts }) => texts);
    expect(seen[0]).toContain(sv('help.heading'));
    expect(seen[1]).toContain(sv('picture.heading'));
    expect(answer.replies).toHaveLength(2);
    await employee.presses(`Cykelpool (${id})`);
    expect(await picturesOf(id)).toHaveLength(1);
  });

  it('that is a command keeps its picture also when its answer takes longer than Teams waits', async () => {
    await sendsIdea(employee);
    city.connector.misbehave(({ kind }) => kind === 'post', [late(12_500)]);
    await writes({ text: 'hjälp', attachments: [picture()] });
    await employee.waitsFor(sv('picture.heading'), { within: 10_000 });
    expect(employee.chat().at(-2)?.texts).toContain(sv('help.heading'));
  });

  it('with a picture that cannot be taken says so after its answer', async () => {
    for (const [attachment, reply] of [
      [picture(city.connector.keeps(Buffer.from('text'))), 'reply.pictureRefused'],
      [picture('https://elsewhere.example/bild.png'), 'reply.pictureRefused'],
      [{ contentType: 'image/png' }, 'reply.picture'],
      [{ contentType: 'image/png', contentUrl: null }, 'reply.picture'],
    ] as const) {
      const answer = await writes({ text: 'Fler bänkar', attachments: [attachment as never] });
      expect(quotedOn(answer)?.text).toBe('Fler bänkar');
      expect(answer.message).toBe(sv(reply));
    }
    const long = await writes({ text: 'å'.repeat(4001), attachments: [picture()] });
    expect(long.replies.map(({ text }) => text)).toEqual([
      sv('reply.tooLong', { limit: 4000 }),
      sv('reply.pictureFirstIdea'),
    ]);
  });

  it('with one odd attachment loses none of the others', async () => {
    const odd = [{ contentType: 'image/png', contentUrl: null }, 'x', null, { contentUrl: 'x' }, { contentType: 7 }];
    await sendsIdea(employee);
    await employee.delivers({ type: 'message', text: '', attachments: [...odd, picture()] as never });
    const texts = employee.chat().at(-1)?.texts ?? [];
    expect(texts).toContain(sv('picture.heading'));
    // Of the two pictures the one that can be had is taken, and that is said.
    expect(texts).toContain(sv('picture.first'));
  });

  const odd = [null, 7, true, 'x', [], {}, [null], [{ type: 'mention' }], { mentioned: null }];
  it.each([
    'entities',
    'attachments',
    'locale',
    'channelData',
    'membersAdded',
    'id',
    'action',
    'name',
    'replyToId',
    'localTimezone',
  ])('is answered whatever its %s is', async (field) => {
    for (const value of odd) {
      // A tenant is named in the conversation as well.
      const answer = await writes({ text: 'Fler bänkar', [field]: value });
      expect([value, answer.status, quotedOn({ card: employee.chat().at(-1)?.card })?.text]).toEqual([
        value,
        200,
        'Fler bänkar',
      ]);
      await employee.presses('Nej');
    }
  });
});
