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
    ['Hur går det med min idé?', { kind: 'question', question: 'progress' }],
    ['hur gar det med min ide', { kind: 'question', question: 'progress' }],
    ['?', { kind: 'question', question: 'unclear' }],
    ['sök nycklar', { kind: 'question', question: 'search' }],
    ['avbryt', { kind: 'question', question: 'cancel' }],
    ['vad betyder driva?', { kind: 'question', question: 'means.leading' }],
    ['vad betyder utforskas', { kind: 'question', question: 'means.exploring' }],
    ['Är det här en avvikelserapport?', { kind: 'question', question: 'isReport' }],
    ['vem är ledare för hemtjänsten?', { kind: 'leader', query: 'hemtjänsten' }],
    ['english', { kind: 'language', language: 'en' }],
    ['på svenska tack', { kind: 'language', language: 'sv' }],
    ['Engelska böcker på biblioteket', { kind: 'idea' }],
    ['jag har en idé', { kind: 'form', about: '' }],
    ['jag har en idé om cykelställ vid skolan', { kind: 'form', about: 'cykelställ vid skolan' }],
    ['Vi har en ideell förening som vill hjälpa till', { kind: 'idea' }],
    ['I want to speak Swedish', { kind: 'language', language: 'sv' }],
    ['I have an idea about bike racks', { kind: 'form', about: 'bike racks' }],
    ['Hur går det för K7M4QX?', { kind: 'mention', id: 'K7M4QX', asks: true }],
    ['jag tänkte på k7m4qx', { kind: 'mention', id: 'K7M4QX', asks: false }],
    ['1) Cykelställ vid skolan 2) Fler bänkar', { kind: 'several', ideas: ['Cykelställ vid skolan', 'Fler bänkar'] }],
    ['Varför har vi inga elcyklar?', { kind: 'unanswered' }],
    ['hur lång tid tar det att få ett passerkort', { kind: 'unanswered' }],
    ['Vi borde ha fler cyklar', { kind: 'idea' }],
    ['När det snöar kommer vi inte fram', { kind: 'idea' }],
    ['vi borde rapportera avvikelser enklare', { kind: 'idea', door: { matter: 'incident', proposed: true } }],
    ['Skrivaren är trasig', { kind: 'door', door: { matter: 'fault' } }],
    ['jag har halkat i trappan', { kind: 'door', door: { matter: 'injury' } }],
    ['En brukare har halkat i duschen', { kind: 'door', door: { matter: 'incident' } }],
    ['mitt konto är hackat', { kind: 'door', door: { matter: 'breach' } }],
    ['barnet är sjukt', { kind: 'door', door: { matter: 'illness' } }],
    ['en elev har kniv', { kind: 'door', door: { matter: 'threat' } }],
    ['jag fick en smäll av en brukare', { kind: 'door', door: { matter: 'violence' } }],
    ['vem har läst min ide', { kind: 'question', question: 'whoSees' }],
    ['kan jag skicka in en idé åt en kollega?', { kind: 'question', question: 'forColleague' }],
    ['kan man skicka in en idé utan att chefen vet', { kind: 'question', question: 'managerSees' }],
    ['kan jag skicka en idé om jag är vikarie', { kind: 'unanswered' }],
    ['jag har en idé, hur skickar jag den?', { kind: 'question', question: 'howToSend' }],
    ['kan jag skicka in en idé om cykelställ?', { kind: 'form' }],
    ['jag har en idé om att vara anonym i enkäter', { kind: 'form', about: 'att vara anonym i enkäter' }],
    ['ja har en idé', { kind: 'form', about: '' }],
    ['radera mig', { kind: 'command', command: 'eraseMe' }],
    ['delete me', { kind: 'command', command: 'eraseMe' }],
    ['help me', { kind: 'command', command: 'help' }],
    ['nej', { kind: 'question', question: 'cancel' }],
    ['sluta', { kind: 'question', question: 'cancel' }],
    ['ja', { kind: 'question', question: 'unclear' }],
    ['test', { kind: 'question', question: 'unclear' }],
    ['tack för inget', { kind: 'question', question: 'swearing' }],
    ['har chefen läst min idé', { kind: 'question', question: 'progress' }],
    ['eng', { kind: 'language', language: 'en' }],
    ['english pls', { kind: 'language', language: 'en' }],
    ['Test av elcyklar i hemtjänsten', { kind: 'idea' }],
    ['fler bänkar\nfler cyklar\nbättre kaffe', { kind: 'several' }],
    ['Elcyklar i hemtjänsten\nBilarna räcker inte', { kind: 'idea' }],
    ['brand i köket\nring ambulans\nhjälp oss nu', { kind: 'door', door: { matter: 'danger' } }],
    ['1. Bättre kaffe på jobbet 2. en elev slog mig', { kind: 'door', door: { matter: 'violence' } }],
    ['Jag har en idé: en elev slog mig', { kind: 'door', door: { matter: 'violence' } }],
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
  ])('"%s" is not taken for what must not wait', (text) => expect(read(text)).toEqual({ kind: 'idea' }));

  it('with a question mark is never taken for an idea to be sent', () => {
    const texts = fc.oneof(fc.string({ maxLength: 80 }), fc.constantFrom(...Object.values(tuned).flat()));
    fc.assert(
      fc.property(texts, (text) => {
        const asked = `${text} ok?`;
        if (readMessage(asked).command === 'text') expect(read(asked).kind).not.toBe('idea');
      }),
    );
  });

  it('is something, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(read(text).kind).toMatch(/^\w+$/);
      }),
    );
  });

  it('is found in the longest text in no time that grows beyond it', () => {
    expect(read('avvikelse '.repeat(400)).kind).toBe('idea');
    expect(read('hur går det med min '.repeat(200)).kind).toBe('unanswered');
  });
});
