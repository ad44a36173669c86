/** Words that say little by themselves, in plain spelling: what stands beside them is what a sentence is about. */
export const smallWords: ReadonlySet<string> = new Set(
  [
    'jag du han hon vi ni de dem dom den det detta denna dessa en ett min mitt mina din ditt dina sin sitt sina var vart vara er ert era hans hennes deras',
    'mig dig sig oss honom henne man nagon nagot nagra ingen inget inga alla allt all samma annan annat andra sjalv',
    'och eller men att som om i pa av till fran ifran for med utan hos vid efter innan fore mot mellan under over in ut upp ner sa da nu sen sedan',
    'ar bli blir blev blivit vara varit ha har hade haft ska skall skulle kan kunde kunna vill ville far fick fa fatt maste behover brukar',
    'inte ju ungefar val nog bara ocksa redan an annu igen lite mycket mer mest dar har hit dit har just ens sak alltsa liksom egentligen',
    'hej hejsan halla tjena hoppsan snalla tack ok okej undrar funderar vet fraga fragar ursakta forresten typ va idag igar imorse imorgon imorron nyss',
    'januari februari mars april maj juni juli augusti september oktober november december mandag tisdag onsdag torsdag fredag',
    'hur vad vem vems vilka vilken vilket vilka nar var vart varfor',
    'i you he she we they it its the a an and or but that this these those which who whom whose if in on at of to from for with without by not no now then so as about',
    'am is are was were be been being have has had do does did done can could will would shall should may might must get gets got',
    'my your our their his her me him us them any some all someone somebody anyone something anything one just also already yet again here there until till please pls plz hi hello hey wonder know ask s t re ve m ll d don doesn didn isn what how why when where',
  ]
    .join(' ')
    .split(' '),
);
