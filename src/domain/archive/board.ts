import { plain } from '../language/spelling.js';
import { firstLanguage } from '../languages.js';
import type { Directory } from '../organisation/directory.js';
import type { Localised } from '../organisation/organisation.js';

/** A board and the departments that answer to it. The name is the board's, else that of the department, which is then alone. */
export interface Board {
  /** The code of its first department. */
  code: string;
  name: Localised;
  departments: readonly string[];
}

/** All boards, in the order of the file: departments whose board is called the same are together. */
export function boardsOf({ departments }: Pick<Directory, 'departments'>): Board[] {
  const boards = new Map<string, Board>();
  for (const { code, name, board } of departments) {
    const key = board ? `board ${plain(board[firstLanguage])}` : `department ${code}`;
    const known = boards.get(key);
    boards.set(key, {
      code: known?.code ?? code,
      name: known?.name ?? board ?? name,
      departments: [...(known?.departments ?? []), code],
    });
  }
  return [...boards.values()];
}
