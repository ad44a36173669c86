import type { Command } from '../../src/domain/idea/commands.js';
import { defaultPreferences } from '../../src/domain/person/person.js';
import { openPeople } from '../../src/store/person/people.js';
import * as story from '../../testing/samples/idea/story.js';
import { ideasAtWork, MUNICIPALITY } from '../../testing/scenes/ideas-at-work.js';

const WORDS = 'Cykelordet';
const names = ['Demo Undersköterska', 'Demo Innovationsledare', 'Demo Vaktmästare'];

describe('the record of ideas', () => {
  it('holds no names and addresses anywhere, and people’s words only where they can be hidden or erased', async () => {
    const work = await ideasAtWork();
    const people = openPeople(work.storage, MUNICIPALITY);
    for (const [n, ref] of ['pSUBMITTER', 'pLEADER', 'pDOER'].entries()) {
      const person = {
        ref,
        identity: { tenant: 'tenant-1', objectId: `object-${n}` },
        name: names[n] ?? '',
        emails: [`person${n}@ort.example`],
        language: 'sv' as const,
        languageChosen: false,
        preferences: defaultPreferences,
        welcomed: [],
        disowned: [],
      };
      expect(await people.save({ person }, undefined)).toBe(true);
    }
    const words = { title: WORDS, problem: WORDS, solution: WORDS, evidence: WORDS };
    await work.tell(
      'K7M4QX',
      [story.submitter, story.submit({ unit: 'HTS', confidential: true }, words)],
      [story.submitter, story.edit(words, true)],
      [story.leader, story.ask(WORDS)],
      [story.submitter, story.answer(WORDS)],
      [story.leader, story.doNow()],
      [story.doer, story.declineDoing(WORDS)],
      [story.leader, story.passOn()],
      [story.leader, story.explore],
      [story.driver, story.ask(WORDS)],
      [story.leader, story.hide],
      [story.submitter, story.addCoSubmitter()],
      [story.stranger, story.comment(WORDS)],
      [story.driver, story.fill('concerned', { groups: 'users', participation: WORDS })],
      ...story.explored().slice(1),
      [story.driver, story.plan],
      ...story.planned(80_000),
      [story.driver, story.fill('goal', { measure: WORDS, today: WORDS, target: WORDS })],
      [story.driverOnly, story.submitPlan],
      [story.leader, story.sendBack(WORDS)],
      [story.leader, story.approvePlan()],
      [story.funder, story.grant(50_000, { reason: WORDS, diary: WORDS })],
      [story.driver, story.extend('2027-06-30', WORDS)],
      [story.driver, story.fill('result', { outcome: WORDS, learned: WORDS, recommendation: 'scale' })],
      [story.driver, story.fill('used', { used: '5' })],
      [story.leader, story.scale()],
      [story.owner, story.acceptOwning],
      [story.adopter, { ...story.adopt(), words: { contact: WORDS } } as Command],
      [story.adopter, story.stopUsing(WORDS)],
      [story.owner, story.spread(WORDS)],
      [story.owner, story.followUp(WORDS)],
      [story.leader, story.close({ reason: WORDS, tryAgain: WORDS })],
    );
    const rows = [...(await work.rows())];
    expect(rows.length).toBeGreaterThan(150);
    for (const [key, row] of rows) {
      const text = JSON.stringify(row);
      for (const name of [...names, 'ort.example', 'tenant-1', 'object-']) {
        expect({ key, name, holds: text.includes(name) }).toEqual({ key, name, holds: false });
      }
      const mayHoldWords = /^(record|text)\|/.test(key);
      expect({ key, holdsWords: text.includes(WORDS) && !mayHoldWords }).toEqual({ key, holdsWords: false });
    }
    expect(rows.filter(([, row]) => JSON.stringify(row).includes(WORDS)).length).toBeGreaterThan(5);
  });
});
