import type { Organisation } from '../../../src/domain/organisation/organisation';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file';
import { asFile } from '../../../src/domain/organisation/overlay/as-file';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import type { EntraUser } from '../../../testing/teams/graph';

/** A large city as its sources have it: made up, and the same each time. */

const [DEPARTMENTS, UNITS] = [40, 9];

/** Forty departments of nine units each, 400 places, whose people both sources tell of. */
export function city(): Organisation {
  const at = (code: string) => `ledare.${code.toLowerCase()}@soderhamra.example`;
  const place = (code: string, sv: string, en: string) => ({
    ...{
      code,
      name: { sv, en },
      headcount: 125,
      leaders: [{ name: `Ledare ${code}`, title: 'Enhetschef', email: at(code) }],
    },
  });
  const departments = Array.from({ length: DEPARTMENTS }, (_, d) => ({
    ...place(`D${d}`, `Förvaltning ${d}`, `Department ${d}`),
    units: Array.from({ length: UNITS }, (_, u) => place(`D${d}E${u}`, `Enhet ${u}`, `Unit ${u}`)),
  }));
  const sources = { file: {}, graph: { unit: 'officeLocation' } };
  const parsed = parseOrganisation({ ...asFile(exampleOrganisation()), departments, sources });
  if (!parsed.ok) throw new Error(`The city is no organisation: ${JSON.stringify(parsed.faults[0])}`);
  return parsed.organisation;
}

/** Where an employee works, as both sources write it. */
export const placeOf = (n: number) => ({ department: `Förvaltning ${n % DEPARTMENTS}`, unit: `Enhet ${n % UNITS}` });

/** An employee as Microsoft Entra has them. One in fifty is on leave. */
export function entraUser(n: number, moved = 0): EntraUser {
  const { department, unit } = placeOf(n + moved);
  const id = `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
  return { id, department, officeLocation: unit, accountEnabled: n % 50 !== 0 };
}

/** All of them as a personnel system on Windows writes its file. */
export function staffCsv(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, n) => {
    const { department, unit } = placeOf(n);
    return `anna.andersson${n}@soderhamra.example;${department};${unit};${n % 50 === 0 ? 'Ja' : 'Nej'}`;
  });
  return Buffer.from(['E-post;Förvaltning;Enhet;Tjänstledig', ...rows].join('\r\n'), 'latin1');
}
