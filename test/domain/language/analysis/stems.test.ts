import { englishStem } from '../../../../src/domain/language/analysis/english-stem';
import { swedishStem } from '../../../../src/domain/language/analysis/swedish-stem';
import { plain } from '../../../../src/domain/language/spelling';

describe('a Swedish stem', () => {
  const forms = [
    'cykel cykeln cyklar cyklarna cykelns',
    'skola skolan skolor skolorna skolans',
    'hus huset husen husets',
    'idé idén idéer idéerna idéns',
    'bok boken böcker böckerna',
    'hand handen händer händerna',
    'fot fötter fötterna',
    'nyckel nyckeln nycklar nycklarna',
    'möbel möbler möblerna',
    'fönster fönstret fönstren',
    'vatten vattnet',
    'dator datorn datorer datorerna',
    'lärare läraren lärarna lärares',
    'hemtjänst hemtjänsten hemtjänstens',
    'städa städar städade städning städningen',
    'röja röjer röjning röjningen',
    'träna tränar träning träningen',
    'bokning bokningar bokningarna boka',
    'resultat resultatet resultaten',
    'paket paketet paketen',
    'rum rummet rummen',
    'program programmet programmen',
    'möte mötet möten mötena',
    'kommitté kommittén kommittéer',
    'förälder föräldrar föräldrarna',
    'vinter vintern vintrar',
    'sommar sommaren somrar',
    'förskola förskolan förskolorna',
    'gata gatan gator gatorna',
    'stad staden städer',
  ];
  it.each(forms)('is one for %s', (group) => {
    expect(new Set(group.split(' ').map((word) => swedishStem(plain(word)))).size).toBe(1);
  });

  const apart = [
    'park parkering',
    'tid tidning',
    'bil bild',
    'skola skåp',
    'buss busk',
    'plan plantera',
    'kurs kurator',
  ];
  it.each(apart)('is another one for each of %s', (pair) => {
    const words = pair.split(' ');
    expect(new Set(words.map((word) => swedishStem(plain(word)))).size).toBe(words.length);
  });
});

describe('an English stem', () => {
  it.each(['cycle cycles cycling cycled', 'study studies studied studying', 'meeting meetings', 'run running runs'])(
    'is one for %s',
    (group) => {
      expect(new Set(group.split(' ').map(englishStem)).size).toBe(1);
    },
  );
});
