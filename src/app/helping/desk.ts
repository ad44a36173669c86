import type { Idea } from '../../domain/idea/idea.js';
import type { Contact } from '../../domain/organisation/organisation.js';
import type { Deps } from '../deps.js';

/** So many of them are asked: one answer is enough. */
const MOST_ASKED = 5;

/** Who is asked where nobody else can help: the innovation office; where there is none, who leads the idea's department or stands in there. */
export interface Desk {
  kind: 'office' | 'leader' | 'nobody';
  people: readonly Contact[];
}

/** `except`: addresses of whoever asks. Asks no storage. */
export function deskFor(
  { directory }: Pick<Deps, 'directory'>,
  { department }: Pick<Idea, 'department'>,
  except: readonly string[],
): Desk {
  const { office, leadersOf, deputiesOf, codeNow } = directory();
  const others = (contacts: readonly Contact[]) =>
    contacts.filter(({ email }) => !except.includes(email)).slice(0, MOST_ASKED);
  const inOffice = others(office);
  if (inOffice.length > 0) return { kind: 'office', people: inOffice };
  const code = codeNow(department);
  const leading = others([...leadersOf(code), ...deputiesOf(code)]);
  return { kind: leading.length > 0 ? 'leader' : 'nobody', people: leading };
}
