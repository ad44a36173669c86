import fc from 'fast-check';
import { tuned } from '../../../dev/audits/utterances/tuned';
import { readMessage } from '../../../src/bot/conversation/commands';
import { type Meant, understand } from '../../../src/bot/conversation/understand';
import { createDoorFinder } from '../../../src/domain/organisation/doors';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const doorIn = createDoorFinder(exampleOrganisation().otherChannels);
const read = (text: string): Meant => understand(text, doorIn);

describe('what somebody means who has written no command', () => {
  const rows: [string, object][] = [
    ['Hur går det med min idé?', { is: 'question', question: 'progress' }],
    ['hur gar det med min ide', { is: 'question', question: 'progress' }],
    ['?', { is: 'question', question: 'unclear' }],
    ['sök nycklar', { is: 'question', question: 'search' }],
    ['avbryt', { is: 'question', question: 'cancel' }],
    ['vad betyder driva?', { is: 'question', question: 'means.leading' }],
    ['vad betyder utforskas', { is: 'question', question: 'means.exploring' }],
    ['Är det här en avvikelserapport?', { is: 'question', question: 'isReport' }],
    ['vem är ledare för hemtjänsten?', { is: 'leader', query: 'hemtjänsten' }],
    ['english', { is: 'language', language: 'en' }],
    ['på svenska tack', { is: 'language', language: 'sv' }],
    ['Engelska böcker på biblioteket', { is: 'idea' }],
    ['jag har en idé', { is: 'form', about: '' }],
    ['jag har en idé om cykelställ vid skolan', { is: 'form', about: 'cykelställ vid skolan' }],
    ['Vi har en ideell förening som vill hjälpa till', { is: 'idea' }],
    ['I want to speak Swedish', { is: 'language', language: 'sv' }],
    ['I have an idea about bike racks', { is: 'form', about: 'bike racks' }],
    ['Hur går det för K7M4QX?', { is: 'mention', id: 'K7M4QX', asks: true }],
    ['jag tänkte på k7m4qx', { is: 'mention', id: 'K7M4QX', asks: false }],
    ['1) Cykelställ vid skolan 2) Fler bänkar', { is: 'several', ideas: ['Cykelställ vid skolan', 'Fler bänkar'] }],
    ['Varför har vi inga elcyklar?', { is: 'unanswered' }],
    ['hur lång tid tar det att få ett passerkort', { is: 'unanswered' }],
    ['Vi borde ha fler cyklar', { is: 'idea' }],
    ['När det snöar kommer vi inte fram', { is: 'idea' }],
    ['vi borde rapportera avvikelser enklare', { is: 'idea', door: { matter: 'incident', proposed: true } }],
    ['Skrivaren är trasig', { is: 'door', door: { matter: 'fault' } }],
    ['jag har halkat i trappan', { is: 'door', door: { matter: 'injury' } }],
    ['En brukare har halkat i duschen', { is: 'door', door: { matter: 'incident' } }],
    ['mitt konto är hackat', { is: 'door', door: { matter: 'breach' } }],
    ['barnet är sjukt', { is: 'door', door: { matter: 'illness' } }],
    ['en elev har kniv', { is: 'door', door: { matter: 'threat' } }],
    ['jag fick en smäll av en brukare', { is: 'door', door: { matter: 'violence' } }],
    ['vem har läst min ide', { is: 'question', question: 'whoSees' }],
    ['Jag har en idé: en elev slog mig', { is: 'door', door: { matter: 'violence' } }],
  ];
  it.each(rows)('"%s"', (text, meant) => expect(read(text)).toMatchObject(meant));

  // Each stands a letter or two from a word that belongs elsewhere all by itself.
  it.each([
    ...[
      'vi har hackat grönsaker',
      'Forskningen säger något annat',
      'Våra arbetskläder är slitna',
      'Bussen är överfylld',
    ],
    ...['Elevernas självförtroende växer', 'Barnen kräker ofta', 'Möblerna är gamla', 'Overallerna är smutsiga'],
  ])('"%s" is not taken for what must not wait', (text) => expect(read(text)).toEqual({ is: 'idea' }));

  it('with a question mark is never taken for an idea to be sent', () => {
    const texts = fc.oneof(fc.string({ maxLength: 80 }), fc.constantFrom(...Object.values(tuned).flat()));
    fc.assert(
      fc.property(texts, (text) => {
        const asked = `${text} ok?`;
        if (readMessage(asked).command === 'text') expect(read(asked).is).not.toBe('idea');
      }),
    );
  });

  it('is something, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(read(text).is).toMatch(/^\w+$/);
      }),
    );
  });

  it('is found in the longest text in no time that grows beyond it', () => {
    expect(read('avvikelse '.repeat(400)).is).toBe('idea');
    expect(read('hur går det med min '.repeat(200)).is).toBe('unanswered');
  });
});
