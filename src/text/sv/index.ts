import archive from './archive.json';
import capability from './capability/capability.json';
import challenge from './challenge/challenge.json';
import challengeOutside from './challenge/outside.json';
import waking from './challenge/waking.json';
import doors from './conversation/doors.json';
import files from './conversation/files.json';
import help from './conversation/help.json';
import messages from './conversation/messages.json';
import questions from './conversation/questions.json';
import writtenCommands from './conversation/written-commands.json';
import digest from './digest.json';
import draft from './draft.json';
import existing from './existing.json';
import exported from './export.json';
import extension from './extension.json';
import figures from './figures.json';
import group from './group/group.json';
import helping from './helping/helping.json';
import atStake from './idea/at-stake.json';
import card from './idea/card.json';
import beforeTest from './idea/commands/agreement/before-test.json';
import takingOver from './idea/commands/agreement/taking-over.json';
import clock from './idea/commands/clock.json';
import opinions from './idea/commands/deciding/opinions.json';
import ending from './idea/commands/ending.json';
import inUse from './idea/commands/in-use.json';
import leaving from './idea/commands/leaving.json';
import merging from './idea/commands/merging.json';
import needing from './idea/commands/needing.json';
import outside from './idea/commands/outside.json';
import own from './idea/commands/own.json';
import planning from './idea/commands/planning.json';
import reading from './idea/commands/reading.json';
import scaling from './idea/commands/scaling.json';
import takingOn from './idea/commands/taking-on.json';
import talking from './idea/commands/talking.json';
import testing from './idea/commands/testing.json';
import together from './idea/commands/together.json';
import solution from './idea/commands/use/solution.json';
import fields from './idea/fields.json';
import form from './idea/form.json';
import history from './idea/history.json';
import lists from './idea/lists.json';
import methods from './idea/methods.json';
import needs from './idea/needs.json';
import notices from './idea/notices.json';
import pictures from './idea/pictures.json';
import refusals from './idea/refusals.json';
import stages from './idea/stages.json';
import improvement from './improvement.json';
import meeting from './meeting/meeting.json';
import obstacle from './obstacle.json';
import organisation from './organisation.json';
import person from './person.json';
import posts from './posts.json';
import privacy from './privacy.json';
import search from './search.json';
import award from './telling/award.json';
import sharing from './telling/sharing.json';
import telling from './telling/telling.json';
import undertaking from './undertaking/undertaking.json';

/** The Swedish texts, a file for each subject: the list that every other language has to have exactly. */
export default {
  archive,
  capability,
  doors,
  help,
  messages,
  questions,
  writtenCommands,
  digest,
  draft,
  existing,
  atStake,
  card,
  beforeTest,
  clock,
  ending,
  inUse,
  leaving,
  merging,
  needing,
  opinions,
  outside,
  own,
  planning,
  reading,
  scaling,
  solution,
  takingOn,
  takingOver,
  talking,
  testing,
  together,
  waking,
  fields,
  form,
  history,
  lists,
  needs,
  notices,
  pictures,
  refusals,
  stages,
  improvement,
  group,
  meeting,
  methods,
  obstacle,
  undertaking,
  figures,
  files,
  organisation,
  person,
  posts,
  privacy,
  search,
  award,
  helping,
  sharing,
  telling,
  challenge,
  challengeOutside,
  exported,
  extension,
};
