import { ideaBegun } from '../../../src/domain/language/begun';

describe('who says that they have an idea', () => {
  test.each([
    ['jag har en idé', ''],
    ['ja har en idé om cyklar', 'cyklar'],
    ['jag har en idé för hemtjänsten', 'hemtjänsten'],
    ['jag har en idé: fler cyklar', 'fler cyklar'],
    ['vi vill lämna ett förslag gällande maten', 'maten'],
    ['I have an idea about bike racks', 'bike racks'],
    ['kan jag skicka en idé om cykelställ', 'cykelställ'],
    ['får jag lämna ett förslag om bättre mat', 'bättre mat'],
    ['can I submit an idea about bike racks', 'bike racks'],
  ])('"%s" says that it is about "%s"', (text, about) => expect(ideaBegun(text)?.about).toBe(about));

  test.each([
    'kan jag skicka in en idé åt en kollega?',
    'kan man skicka in en idé utan att chefen vet',
    'kan jag skicka en idé om jag är vikarie',
    'kan jag skicka en idé om chefen inte vill',
    'får jag lämna ett förslag anonymt',
    'can I submit an idea for my colleague',
  ])('"%s" asks, and does not name what it is about', (text) => {
    expect(ideaBegun(text)).toMatchObject({ asks: true, named: false });
  });

  test.each(['Vi har en ideell förening', 'idén är bra', 'har du en idé', ''])('is not who writes "%s"', (text) =>
    expect(ideaBegun(text)).toBeUndefined(),
  );
});
