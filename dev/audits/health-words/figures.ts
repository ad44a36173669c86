import { suspectsHealth } from '../../../src/domain/private-words/health-words.js';

/** Of those asked about, how many tell of somebody (precision); of those that tell of somebody, how many are asked about (recall). */
export function figures({ ofOnePerson, ofNobody }: Record<'ofOnePerson' | 'ofNobody', readonly string[]>) {
  const missed = ofOnePerson.filter((sentence) => !suspectsHealth(sentence));
  const asked = ofNobody.filter(suspectsHealth);
  const found = ofOnePerson.length - missed.length;
  return { precision: found / (found + asked.length), recall: found / ofOnePerson.length, missed, asked };
}
