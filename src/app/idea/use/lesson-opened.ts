import type { Idea } from '../../../domain/idea/idea.js';
import { isOpenToEverybody } from '../../../domain/idea/reading/visibility.js';
import type { Person } from '../../../domain/person/person.js';
import { type Deps, todayIn } from '../../deps.js';
import { worksIn } from '../people/works-in.js';

/** Somebody of another department has opened what an idea has taught: that is counted, and never who. Asks nothing of storage. */
export function noteLessonOpened(deps: Deps, person: Person, idea: Idea): void {
  const { settings, directory, besideLog } = deps;
  const from = worksIn(deps, person);
  if (!settings().measuring || from === undefined || !idea.ending?.lesson || !isOpenToEverybody(idea)) return;
  const { codeNow } = directory();
  if (codeNow(from) !== codeNow(idea.department)) besideLog.lessonOpened(idea.department, todayIn(deps));
}
