import { recordKind } from './handlers/archive/record-file.js';
import { delegatedFile } from './handlers/archive/registry.js';
import { awardFormsFile } from './handlers/award/award.js';
import { exportedFile } from './handlers/export/export.js';
import { reportFile } from './handlers/figures/report-file.js';
import { meetingFile } from './handlers/meeting/meeting-file.js';
import { myDataFile } from './handlers/privacy/my-data.js';
import { howItBecameFile } from './handlers/telling/how-it-became-file.js';
import { lessonsFile } from './handlers/telling/lessons-file.js';
import type { FileAnswer } from './incoming.js';
import { type Answer, tell } from './turns/answer.js';
import type { AskedFile, FileKind } from './turns/file-kind.js';
import type { Turn } from './turns/turn.js';

/** Every kind of file that the bot gives to people. The first is that of a question which says no kind. */
const kinds: readonly [AnyFileKind, ...AnyFileKind[]] = [
  myDataFile,
  awardFormsFile,
  exportedFile,
  delegatedFile,
  howItBecameFile,
  lessonsFile,
  meetingFile,
  recordKind,
  reportFile,
];
type AnyFileKind = Pick<FileKind, 'name' | 'texts' | 'read'>;

/**
 * Teams' question whether somebody wants a file has been answered. What the question held only says which file is meant: it
 * is made for whoever answers, by what they may read.
 */
export async function fileAnswered(turn: Turn, answer: FileAnswer): Promise<Answer> {
  const { carried } = answer;
  const kind = carried ? kinds.find(({ name }) => name === carried.kind) : kinds[0];
  const asked = kind?.read(turn, carried?.of ?? {});
  const { t } = turn.context;
  if (!kind || !asked) return tell(t(answer.accepted ? 'file.gone' : 'file.declined'));
  if (answer.accepted) return stored(turn, answer, asked, kind.texts);
  await asked.settle();
  return tell(t(kind.texts.declined));
}

async function stored(
  turn: Turn,
  { uploadUrl, contentUrl, uniqueId, fileType }: Extract<FileAnswer, { accepted: true }>,
  asked: AskedFile,
  { gone, saved, notSaved }: AnyFileKind['texts'],
): Promise<Answer> {
  const { t } = turn.context;
  const instead = await asked.instead();
  if (instead) return tell(t(instead));
  const made = await asked.make();
  if (!made) return tell(t(gone));
  if (!(await turn.upload(uploadUrl, made.bytes))) return tell(t(notSaved));
  await asked.settle();
  return { kind: 'tell', text: t(saved), file: { name: made.name, contentUrl, uniqueId, fileType } };
}
