import type { Hearer } from '../../../src/cards/idea/happened';
import type { Reader } from '../../../src/cards/idea/reading';
import { readers } from '../person/readers';
import { consulted } from './opinions';

const audiencesAsReaders: Record<Exclude<Hearer, 'actor' | 'onlooker'>, Reader> = {
  submitter: readers.submitter,
  added: { ref: 'pFRIEND', roles: new Set(['reader', 'invitee', 'askedSuccessor']) },
  joined: { ref: 'pFRIEND', roles: new Set(['reader', 'joined']) },
  asker: readers.leader,
  answerers: { ref: 'pADOPTER', roles: new Set(['reader', 'answerer']) },
  deciders: readers.leader,
  formerDeciders: readers.leader,
  leader: readers.leader,
  waitedFor: readers.leader,
  managers: readers.funder,
  driver: readers.asDriver,
  doer: readers.doer,
  owner: readers.owner,
  checkers: { ref: 'pFRIEND', roles: new Set(['reader', 'checker']) },
  consulted: consulted(),
  successor: { ref: 'pFRIEND', roles: new Set(['reader', 'successor']) },
  funder: readers.funder,
  granter: readers.funder,
  concerned: readers.adopter,
  invited: readers.adopter,
  adopters: readers.adopter,
  users: readers.adopter,
  followers: readers.stranger,
  commenter: readers.adopter,
  reporters: readers.stranger,
  partners: readers.adopter,
  needing: readers.stranger,
  sharing: readers.stranger,
};

/** Somebody who may hear of an event in that way. */
export const readerAs = (as: Hearer): Reader =>
  as === 'actor' || as === 'onlooker' ? readers.stranger : audiencesAsReaders[as];
