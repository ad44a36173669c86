import type { Idea } from '../../../src/domain/idea/idea';
import type { Language } from '../../../src/domain/languages';
import type { PersonRef } from '../../../src/domain/person/person';
import { anIdea } from './ideas';

type SampleIdea = { title: string; problem: string; by: string };

/** The first page of sixty ideas: what people of a town have sent in, and as what they work. */
const rows: Record<Language, readonly SampleIdea[]> = {
  sv: [
    {
      title: 'Skåp med förbrukningsmaterial på varje våning',
      problem: 'Vi springer mellan våningarna efter handskar. Det tar tid från dem som bor hos oss.',
      by: 'Undersköterska Björkgården',
    },
    {
      title: 'Läxhjälp på biblioteket',
      problem: 'Elever utan dator hemma hinner inte med läxan.',
      by: 'Bibliotekarie',
    },
    {
      title: 'Belysta skolvägar',
      problem: 'Barnen går i mörker längs grusvägen från november till mars.',
      by: 'Lärare Åbyskolan',
    },
    {
      title: 'Bokningsbara mötesrum i stadshuset',
      problem: 'Rummen står ofta tomma. Ändå går de inte att boka, för listan hänger på dörren.',
      by: 'Handläggare Bygglov',
    },
    { title: 'Gemensam matlåda på äldreboendet', problem: 'Mat blir över varje kväll.', by: 'Kock Tallbacken' },
    {
      title: 'Återbruk av skolmöbler',
      problem: 'Hela bänkar slängs när en skola byggs om, medan en annan skola köper nya.',
      by: 'Vaktmästare Centrumskolan',
    },
    {
      title: 'Digital vägvisare på badhuset',
      problem: 'Besökare hittar inte till rätt omklädningsrum.',
      by: 'Badvärd',
    },
    {
      title: 'Delade cyklar i hemtjänsten',
      problem: 'Personalen får vänta på bilar varje morgon.',
      by: 'Undersköterska Hemtjänst Söder',
    },
  ],
  en: [
    {
      title: 'A cupboard with supplies on every floor',
      problem: 'We run between the floors to fetch gloves. It takes time from those who live here.',
      by: 'Assistant nurse Björkgården',
    },
    {
      title: 'Homework help at the library',
      problem: 'Pupils without a computer at home fall behind.',
      by: 'Librarian',
    },
    {
      title: 'Lit roads to school',
      problem: 'The children walk in the dark along the gravel road from November to March.',
      by: 'Teacher Åbyskolan',
    },
    {
      title: 'Meeting rooms to book in the town hall',
      problem: 'The rooms are often empty. Still nobody can book them, for the list hangs on the door.',
      by: 'Building permit officer',
    },
    {
      title: 'A shared meal at the home for the elderly',
      problem: 'Food is left over every evening.',
      by: 'Cook Tallbacken',
    },
    {
      title: 'School furniture used again',
      problem: 'Whole desks are thrown away when one school is rebuilt, while another one buys new.',
      by: 'Caretaker Centrumskolan',
    },
    {
      title: 'A digital guide at the swimming hall',
      problem: 'Visitors do not find the right changing room.',
      by: 'Pool attendant',
    },
    {
      title: 'Shared bicycles in home care',
      problem: 'Staff wait for cars every morning.',
      by: 'Assistant nurse Home care South',
    },
  ],
};

/** All that is written in them. */
export const sixtyTexts = (language: Language): string[] => rows[language].flatMap((row) => Object.values(row));

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}`;

/** What is special about some of them: late ones first, one that came back with an answer, one that was opened again. */
const special: readonly Partial<Idea>[] = [
  { answerBy: '2026-12-02', promised: day(9), reminded: true },
  { answerBy: day(16) },
  { answerBy: day(18) },
  { answerBy: day(20) },
  { news: 'answered', asked: true },
  { news: 'reopened' },
];

/** The first eight of sixty ideas that wait for one leader, and the names of those who sent them in. */
export function sixty(language: Language): { ideas: Idea[]; names: ReadonlyMap<PersonRef, string> } {
  const ideas = rows[language].map(({ title, problem }, at) =>
    anIdea({
      id: `K7M4R${at}`,
      words: { title, problem },
      submitter: `pSENDER${at}`,
      answerBy: day(23 + Math.min(at, 7)),
      ...special[at],
    }),
  );
  return { ideas, names: new Map(rows[language].map(({ by }, at) => [`pSENDER${at}`, by])) };
}
