import { readActivity } from '../../../src/teams/activity';
import { incomingOf } from '../../../src/teams/incoming/incoming-of';
import { writtenIn } from '../../../src/teams/incoming/message-text';

const BOT = '28:bot';
const message = (more: object) => {
  const activity = readActivity({
    type: 'message',
    serviceUrl: 'https://smba.example/emea',
    from: { id: '29:1' },
    recipient: { id: BOT, name: 'Idélotsen' },
    conversation: { id: 'a:1' },
    ...more,
  });
  if (!activity) throw new Error('The activity cannot be read');
  return activity;
};
const html = (content: string) => ({ contentType: 'text/html', content });
const mention = { type: 'mention', mentioned: { id: BOT, name: 'Idélotsen' } };
const QUOTE = '<quoted messageId="177"/>';
const REPLY =
  '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="177"><p>Vem sköter dem?</p></blockquote>';

it.each<[string, object, string]>([
  ['the text as it stands', { text: ' Vi borde ha fler bänkar ' }, 'Vi borde ha fler bänkar'],
  ['the HTML beside no text', { attachments: [html('<div>Fler bänkar</div>')] }, 'Fler bänkar'],
  ['the HTML beside an empty text', { text: ' ', attachments: [html('<p>Fler bänkar</p>')] }, 'Fler bänkar'],
  ['the HTML beside a text that is none', { text: 7, attachments: [html('<p>Fler bänkar</p>')] }, 'Fler bänkar'],
  ['nothing in HTML of nothing', { text: '', attachments: [html('<p>&nbsp;</p>')] }, ''],
  ['nothing of an attachment without content', { attachments: [{ contentType: 'text/html' }, { contentType: 5 }] }, ''],
  [
    'the words after a quote’s marker',
    {
      text: `${QUOTE} Vaktmästarna sköter dem`,
      entities: [{ type: 'quotedReply', quotedReply: { messageId: '177' } }],
    },
    'Vaktmästarna sköter dem',
  ],
  [
    'no words of a card’s place',
    {
      text: '<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension"> <span content="0" itemprop="cardId"></span> </span>',
    },
    '',
  ],
  [
    'the words beside a card’s place',
    {
      text: 'Något för oss? <span itemtype="http://schema.skype.com/InputExtension"><span itemprop="cardId"></span></span>',
    },
    'Något för oss?',
  ],
  ['no words of a marker alone', { text: QUOTE, entities: [{ type: 'quotedReply' }] }, ''],
  ['no words of a marker alone, without an entity', { text: `${QUOTE} ` }, ''],
  ['no words of a marker with its quote', { text: QUOTE, attachments: [html(REPLY)] }, ''],
  [
    'the own words of HTML with a quote',
    { text: 'Anna Berg Vem sköter dem? Vaktmästarna', attachments: [html(`${REPLY}<p>Vaktmästarna</p>`)] },
    'Vaktmästarna',
  ],
  [
    'the own words beside a reference to the message',
    { text: `${QUOTE}Jag`, attachments: [{ contentType: 'messageReference', content: '{}' }] },
    'Jag',
  ],
  [
    'words without the mention',
    { text: '<at>Idélotsen</at> hjälp', entities: [{ ...mention, text: '<at>Idélotsen</at>' }] },
    'hjälp',
  ],
  [
    'words without a mention whose entity has no text',
    { text: '<at>Idélotsen</at> hjälp', entities: [mention] },
    'hjälp',
  ],
  ['words without a mention that has no entity', { text: '<at>Idélotsen</at> hjälp' }, 'hjälp'],
  ['words without a mention by another name', { text: '<at>Idélotsen test</at>&nbsp;hjälp' }, 'hjälp'],
  ['words without a mention at the end', { text: 'hjälp <at id="0">IDÉLOTSEN</at>' }, 'hjälp'],
  [
    'a colleague’s name',
    {
      text: '<at>Anna Berg</at> har en idé',
      entities: [{ type: 'mention', text: '<at>Anna Berg</at>', mentioned: { id: '29:2', name: 'Anna Berg' } }],
    },
    'Anna Berg har en idé',
  ],
  ['a colleague’s name in a sentence', { text: 'Fråga <at>Anna Berg</at> om det' }, 'Fråga Anna Berg om det'],
  ['signs that are spelled as entities', { text: '&nbsp;hjälp&amp;' }, 'hjälp&'],
  ['entities once', { text: 'Kaffe &amp;amp; bullar &lt;3' }, 'Kaffe &amp; bullar <3'],
  [
    'entities that HTML beside it shows were none',
    {
      text: '<at>Idélotsen</at>&nbsp;kaffe &amp; bullar',
      attachments: [html('<p><at id="0">Idélotsen</at>&nbsp;kaffe &amp; bullar</p>')],
    },
    'kaffe & bullar',
  ],
  [
    'what was typed so, as the HTML beside it says',
    { text: 'Skriv &amp; och <b>', attachments: [html('<p>Skriv &amp;amp; och &lt;b&gt;</p>')] },
    'Skriv &amp; och <b>',
  ],
])('%s is read', (_what, sent, words) => {
  const activity = message(sent);
  expect(writtenIn(activity).text).toBe(words);
  expect(incomingOf(activity).kind).toBe(words === '' ? 'wordless' : 'text');
});

it('a command is also found in what looks as if it was typed', () => {
  const typed = (text: string, content: string) => writtenIn(message({ text, attachments: [html(content)] })).asCommand;
  expect(typed('&nbsp;hjälp&amp;', '<p>&amp;nbsp;hjälp&amp;amp;</p>')).toBe('hjälp&');
  expect(typed('<at>Lotsen</at> hjälp', '<p>&lt;at&gt;Lotsen&lt;/at&gt; hjälp</p>')).toBe('hjälp');
});

it.each(['<at ', '<at>', '<quoted ', '&nbsp;', '<at>x</at>'])('100 kB of %j are read in a moment', (piece) => {
  const before = performance.now();
  writtenIn(message({ text: piece.repeat(Math.ceil(100_000 / piece.length)) }));
  expect(performance.now() - before).toBeLessThan(500);
});
