/**
 * What words of a sentence say that it may tell of somebody's health. Written for this bot, in lower case; a `*` stands for
 * any ending. The list knows what people call illness at work; it is no list of diagnoses.
 */
const health = `
  adhd alkoholist* alkoholproblem* allergi* alzheimer* anorexi* amputera* ångest* ångestattack* artros asperger*
  astma* autism* autistisk* bältros benbrott bipolär* blind blöjor bröstcancer* bulimi* cancer* celiaki cellgift* covid* corona
  cp-skada* dement dementa demens depression* deprimera* dialys* diabetes diabetiker diagnos* drogproblem* dyslexi döv
  epilepsi* epileptisk* feber fibromyalgi* förlossningsdepression* gravid* glutenintoleran* handikappa* hepatit* hiv
  hivpositiv hjärnskada* hjärnskakning hjärtfel* hjärtinfarkt* hjärtproblem* hudcancer* höftfraktur* infarkt* influensa
  inkontinen* insulin* leukemi* magsår medicin* migrän* missbruk* missbrukar* missfall* narkoman* nedstämd
  njursvikt* opererad* opererades operation* panikattack* panikångest parkinson* prostatacancer* psykisk* psykiskt psykos*
  psykotisk* ptsd reumatism* rullstol* schizofren* självmord* självmordsbenägen självskad* sjuk sjuka sjukdom sjukskriven
  sjukskrivna sjukskrevs sjukskriver stomi* stress stressrelaterad* stroke stroken suicid* svimma* syndrom* tuberkulos tumör*
  urinvägsinfektion* utbränd* utmattad utmattning* utmattningssyndrom* utvecklingsstör* vårtor abort
  antidepressiv* hörselskada* synskada* muskelvärk knäskada* ryggskott ryggproblem* diskbråck smärta smärtor värk hosta
  höggravid långtidssjukskriven långtidssjuk sjukpension* bensår hjärtsjuk* cancersjuk* demenssjuk heart-attack* tabletter
  addict* alcoholic* allergic anxiety arthritis asthma* autistic burnout burned-out deaf dementia depressed diabetic disabled
  epilepsy epileptic ill illness incontinent insulin medication migraine* miscarriage pregnan* psychosis
  schizophrenia* sick sick-leave suicidal suicide surgery tumour wheelchair
`;
/** In capitals only: small they are other words (coal, metres a second, and the ALS of a firm's name is one all the same). */
const capitals = ['MS', 'KOL', 'ALS', 'ADD', 'PTSD', 'HIV', 'CP', 'ME'];

/** What an act says of it that is no noun: "bröt benet", "slutade dricka", "tål inte mer stress". */
export const healthActs: readonly RegExp[] = [
  /(?:bröt|brutit|stukade|stukat) (?:benet|armen|handen|foten|höften|nyckelbenet|lårbenshalsen|ankeln)/u,
  /(?:slutade|slutat|börjat|började) dricka/u,
  /dricker för mycket/u,
  /mår (?:psykiskt |väldigt |så |jätte)?dåligt/u,
  /(?:broke|broken) (?:his|her|my|a|the) (?:leg|arm|hip|foot|hand)/u,
  /(?:had|has had) a (?:heart attack|breakdown)/u,
  /(?:drinks|drinking) too much/u,
];

const terms = health.split(/\s+/).filter(Boolean);
const whole = new Set(terms.filter((term) => !term.endsWith('*')));
const stems = terms.filter((term) => term.endsWith('*')).map((term) => term.slice(0, -1));
/** What is done for many, or to things, though it begins like an illness. */
const CARE =
  /(?:vård|vården|boende|boendet|boenden|skåp|skåpet|rutin|rutiner|kurs|kursen|plan|planen|team|teamet|mottagning|mottagningen|avdelning|avdelningen|terapeut|larm|delning|förening|arbete|arbetet|hantering|hanteringen|lista|listor|pump|pumpen|stöd|ramp|parkering)$/u;

/** Whether a word, as it was written, may tell of somebody's health. */
export function isHealthWord(word: string): boolean {
  if (capitals.includes(word)) return true;
  const small = word.toLowerCase();
  if (whole.has(small)) return true;
  return !CARE.test(small) && stems.some((stem) => small.startsWith(stem));
}
