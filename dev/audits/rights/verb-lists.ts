import type { Verb } from '../../../src/cards/verbs';

// Buttons that are no command on an idea, by whom they are for.

/** Buttons that are about nobody but the one who presses: no person and no idea of others can be named in them. */
export const forOneself: readonly Verb[] = [
  ...([
    'form',
    'submit',
    'submitText',
    'sendDraft',
    'editDraft',
    'dropDraft',
    'sameProblem',
    'typed',
    'answerInstead',
    'dismiss',
    'mine',
    'queue',
    'next',
    'leader',
    'day',
    'week',
    'help',
    // Whatever words are looked for, what is found is what everybody may read.
    'search',
  ] as const),
  ...(['stopDigest', 'pickDepartment', 'changeDepartment', 'settings', 'saveSettings', 'disown'] as const),
  ...(['myData', 'readData', 'eraseMe', 'eraseMeNow', 'keepData'] as const),
];

/** What is taken out of records, by those who answer for them: an idea's own (`app/archive/fetch-record.ts`). */
export const ofRecords: readonly Verb[] = ['record'];

/** Of those with a post: what their own department tests, uses or has tried already, and records. Others are told what they can do instead. */
export const ofPosts: readonly Verb[] = ['existing', 'enter', ...ofRecords];

/** Of those with a post: who has which in their own department, and what it is called by. */
export const ofTheDepartment: readonly Verb[] = ['posts', 'changePosts', 'answerProposal', 'postsRight'];

/** Of challenges, whose rules stand in a table of their own (`domain/challenge/commands.ts`). Everybody reads what is open and answers it. */
export const ofChallenges: readonly Verb[] = [
  ...(['challenges', 'challenge', 'challengeAgenda', 'challengeAnswers', 'challengeSame'] as const),
  ...(['challengeForm', 'publishChallenge', 'actOnChallenge'] as const),
  ...(['challengeText', 'challengeOutside'] as const),
];
/** About the problem that an idea in use has solved: asked of those who have it, and told by those who work with the idea (`domain/improvement`, `domain/idea/use/tell-back.ts`). */
export const ofTheProblem: readonly Verb[] = ['sayImprovement', 'textToTellBack'];
/** What is told outside of the product: of what is used or has ended (`domain/idea/use/how-it-became.ts`), and one's own part, for oneself. */
export const ofTelling: readonly Verb[] = [
  ...(['howItBecame', 'lessonsOfYear', 'myContribution'] as const),
  ...(['nominate', 'answerNomination', 'nominations', 'shareIdea'] as const),
];
/** Help with an idea: whoever leads the work or decides asks, and those in a question read and answer it (`app/helping`). */
export const ofHelping: readonly Verb[] = [
  ...(['helpForm', 'askForHelp', 'helping', 'answerHelp', 'thankHelp', 'helpOffer', 'saveHelpOffer'] as const),
];
/** About what stands in the way of ideas: the domain of obstacles says who may. */
export const ofObstacles: readonly Verb[] = ['obstacles', 'obstacle', 'actOnObstacle'];

/** How people find what an idea needs: everybody reads it, and those who work with an idea say what it has used (`app/idea/methods`). */
export const ofMethods: readonly Verb[] = ['methods', 'method', 'useMethod'];
/** What a department undertakes for a year: the domain of undertakings says who may. */
export const ofUndertakings: readonly Verb[] = [
  ...(['undertakings', 'undertakingForm', 'addUndertaking', 'undertaking', 'actOnUndertaking'] as const),
];

/** Who works with an idea together: the domain of groups says who may. */
export const ofGroups: readonly Verb[] = ['group', 'actOnGroup'];
/** Meetings: the domain of meetings says who may. */
export const ofMeetings: readonly Verb[] = [
  ...(['meetings', 'meetingForm', 'addMeeting', 'meeting', 'actOnMeeting', 'meetingFile'] as const),
];

/** What ideas come to, for those with a post. */
export const ofFigures: readonly Verb[] = [
  ...(['overview', 'figureIdeas', 'followUp', 'report', 'exportFile', 'exportForm'] as const),
  // What is to be registered, and decisions on money by board (`app/archive/registry.ts`).
  ...(['delegated', 'toRegister'] as const),
  // What is asked once a year (`app/capability`): whoever is asked answers, and those with a post read what was said together.
  ...([
    'surveyScreen',
    'sendAnswers',
    'skipSurvey',
    'capability',
    'beginSurvey',
    'promiseForm',
    'promiseChange',
    'managerMirror',
  ] as const),
];

/** Of the innovation office alone, about no idea: whether a new account is somebody whom it knows, whether so many have left, what other systems' names of places mean, that departments become one or units another's, and whether the chat or a new file counts. */
export const ofTheOffice: readonly Verb[] = [
  ...(['account', 'staffLoss', 'nameMeans', 'mergeDepartment', 'splitDepartment', 'changeCounts'] as const),
];
