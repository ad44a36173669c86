/** What Teams and the bot send each other, for all of testing: only this folder knows whose types these are. */
export type { Activity, Attachment } from 'botbuilder';
