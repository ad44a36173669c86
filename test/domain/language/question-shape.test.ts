import { isAsked, isOfOneself, isReply } from '../../../src/domain/language/question-shape';

test.each([
  ['Kan vi ha cyklar?', true],
  ['varför har vi inga cyklar', true],
  ['när får jag svar', true],
  ['När det snöar står bilarna', false],
  ['Hur vi tar emot nyanställda kan bli bättre', false],
  ['Fler cyklar', false],
  ['får jag vara med', true],
  ['kan vi få en kaffemaskin', false],
  ['vems idé är det', true],
  ['kan nån annan se min ide', true],
  ['whos my leader', true],
  ['whens the answer', true],
  ['snälla hjälp mig, hur gör jag', true],
  ['vaför tar det tid', true],
  ['räknas det som arbetstid', true],
  ['Hjälp eleverna att cykla', false],
  ['Varm mat i skolan', false],
  ['Cyklarna är få. Kan vi få fler?', true],
  ['har chefen läst min idé', true],
  ['är min rektor med på det här', true],
  ['kan cheferna cykla till jobbet', false],
])('"%s" asks: %s', (text, asks) => expect(isAsked(text)).toBe(asks));

test.each([
  ['jag hänger inte med', true],
  ['Jag föreslår fler cyklar', false],
  ['Jag tycker att vi ska ha frukost', false],
  ['Jag ser varje dag hur brukarna får vänta på att vi ska komma', false],
  ['Fler cyklar', false],
])('"%s" is said of oneself: %s', (text, own) => expect(isOfOneself(text)).toBe(own));

test.each([
  ['Nej, vi är tre grupper', true],
  ['Ja', true],
  ['Nej, vem bestämmer?', false],
  ['Kanske i vår', true],
  ['vet inte', true],
  ['Jag vill vara med', false],
])('"%s" answers somebody: %s', (text, replies) => expect(isReply(text)).toBe(replies));
