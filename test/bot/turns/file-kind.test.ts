import { z } from 'zod';
import { fileKind, offered } from '../../../src/bot/turns/file-kind';
import type { Turn } from '../../../src/bot/turns/turn';
import { readActivity } from '../../../src/teams/activity';
import { incomingOf } from '../../../src/teams/incoming/incoming-of';
import { activityFor } from '../../../src/teams/outgoing/activity-for';
import { inLanguage } from '../../../src/text';

const from = {
  serviceUrl: 'https://smba.example/emea/',
  from: { id: '29:1', aadObjectId: 'c1f2e9aa-2a5d-4a8e-9a53-7f0b1f0c9b01' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: '5d3a4b1e-70c2-4f6b-9d1f-2a6c0e9b7d10' },
};
const place = { serviceUrl: from.serviceUrl, bot: '28:bot', user: '29:1', conversation: 'a:1', tenant: 'tenant' };
const turnOf = (name: string) => ({ person: { name }, context: { t: inLanguage('sv') } }) as unknown as Turn;

/** Files for whoever has a name. */
const letters = fileKind({
  name: 'letter',
  of: z.object({ idea: z.string().regex(/^[A-Z0-9]{6}$/), copy: z.enum(['whole', 'masked']) }),
  about: (_context, { idea }) => `Brevet om ${idea}`,
  async make({ person: { name } }, { idea, copy }) {
    return name ? { name: `${idea}.txt`, bytes: Buffer.from(`${copy} ${name}`) } : undefined;
  },
});

/** What comes back when somebody answers a question that the bot has asked. */
function answerTo(content: object, value: object = {}) {
  const { acceptContext } = content as { acceptContext?: object };
  const activity = { type: 'invoke', name: 'fileConsent/invoke', value: { context: acceptContext, ...value } };
  const read = readActivity({ ...from, ...activity });
  if (!read) throw new Error('The activity cannot be read');
  const incoming = incomingOf(read);
  if (incoming.kind !== 'fileAnswer') throw new Error('It is no answer');
  return incoming.answer;
}

async function questionTo(name: string) {
  const answer = await offered(turnOf(name), letters, { idea: 'K7M4QX', copy: 'masked' });
  if (answer.kind !== 'offer') throw new Error('Nothing is offered');
  const { summary, attachments } = activityFor(place, { summary: answer.offers.about, offers: answer.offers });
  return { summary, ...attachments?.[0] };
}

describe('a file for somebody', () => {
  it('is asked about in Teams’ own way, with its name, size and what it is', async () => {
    expect(await questionTo('Kim')).toMatchObject({
      summary: 'Brevet om K7M4QX',
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'K7M4QX.txt',
      content: { description: 'Brevet om K7M4QX', sizeInBytes: 10 },
    });
  });

  it('is told from others by what the question carried, whatever is answered', async () => {
    const { content } = await questionTo('Kim');
    const carried = { kind: 'letter', of: { idea: 'K7M4QX', copy: 'masked' } };
    expect(answerTo(content, { action: 'decline' })).toEqual({ accepted: false, carried });
    const uploadInfo = { uploadUrl: 'https://x.example', contentUrl: 'u', uniqueId: '1', fileType: 'txt' };
    expect(answerTo(content, { action: 'accept', uploadInfo })).toEqual({ accepted: true, carried, ...uploadInfo });
  });

  it('is made for whoever answers, and not for whoever was asked', async () => {
    const asked = letters.read(turnOf('Lo'), { idea: 'K7M4QX', copy: 'whole' });
    expect(Buffer.from((await asked?.make())?.bytes as Uint8Array).toString()).toBe('whole Lo');
    expect(await letters.read(turnOf(''), { idea: 'K7M4QX', copy: 'whole' })?.make()).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['another id', { idea: '../../x', copy: 'whole' }],
    ['another copy', { idea: 'K7M4QX', copy: 'everything' }],
    ['nothing', undefined],
  ])('is none where the answer has %s', (_what, of) => {
    expect(letters.read(turnOf('Lo'), of)).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['no context', undefined],
    ['a context of words', 'file'],
    ['a kind that is none', { file: { kind: 7, of: {} } }],
    ['a list for what it is of', { file: { kind: 'letter', of: ['K7M4QX'] } }],
  ])('is not told by an answer with %s, which then carries none', (_what, context) => {
    expect(answerTo({ acceptContext: context }, { action: 'decline' })).toEqual({ accepted: false });
  });

  it('is refused in words to those who may not have it', async () => {
    const answer = await offered(turnOf(''), letters, { idea: 'K7M4QX', copy: 'whole' });
    expect(answer).toEqual({ kind: 'tell', text: inLanguage('sv')('file.gone') });
  });
});
