import { documentLink, hostOf } from '../../../../src/domain/idea/content/document.js';

describe('the address of a document', () => {
  it.each([
    ['https://soderhamra.sharepoint.com/:x:/r/sites/cyklar/Kalkyl.xlsx?d=w12&csf=1&web=1', 'as it was copied'],
    ['https://intranet.soderhamra.se/planer/cyklar.pdf#sida=2', 'with a part of it'],
    ['https://dokument.example:8443/plan', 'with a port'],
  ])('%s is kept %s', (link) => {
    expect(documentLink(link)).toBe(link);
  });

  it('is kept with percent signs for letters that a link cannot have', () => {
    expect(documentLink('https://soderhamra.se/Plan för cyklar.pdf')).toBe(
      'https://soderhamra.se/Plan%20f%C3%B6r%20cyklar.pdf',
    );
    expect(documentLink('https://soderhamra.se/plan" onclick="')).toBe('https://soderhamra.se/plan%22%20onclick=%22');
    expect(documentLink('HTTPS://Soderhamra.SE')).toBe('https://soderhamra.se/');
  });

  it.each([
    'http://soderhamra.se/plan.pdf',
    'soderhamra.se/plan.pdf',
    'javascript:alert(1)',
    'file:///G:/planer/plan.docx',
    'https://',
    'https://localhost/plan',
    'https://namn:hemligt@soderhamra.se/plan',
    'https://[::1]/plan',
    'planen ligger i pärmen',
    '',
  ])('is not %p', (text) => {
    expect(documentLink(text)).toBeUndefined();
  });

  it('says where it leads', () => {
    expect(hostOf('https://soderhamra.sharepoint.com/a/b?c=d')).toBe('soderhamra.sharepoint.com');
  });
});
