import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';
import { spokenFor } from '../../use/taking-part.js';
import { maybeReason } from '../conditions.js';
import type { OfDepartment } from '../scaling/departments.js';

/**
 * "Vi är inte med längre": a department is no part of solving the problem any more. Said of an idea at any stage, and of one
 * that is hidden: nobody is kept in. Not by those whose idea it is, who speak for nobody else in it. What it tests or uses
 * already is an adoption, and stays.
 */
export const leavePart = defineCommand('leavePart')<OfDepartment>({
  from: stageNames,
  by: ['reader'],
  words: maybeReason,
  sameVersion: false,
  when: ({ takingPart, ending }, roles) =>
    takingPart !== undefined && ending?.into === undefined && !roles.has('submitter') && !roles.has('joined'),
  leadsTo: (context) => {
    const { data, idea, actor } = context;
    const { department } = data;
    if (!spokenFor(actor.posts ?? []).includes(department)) return refuse({ code: 'notYourDepartment' });
    // A colleague has said so already: nobody is told twice.
    if (!idea.takingPart?.[department]) return refuse({ code: 'notNow' });
    return happens(leftPart, stays(context), { department });
  },
});

export const leftPart = defineEvent('leftPart')<OfDepartment>({
  changes: ({ takingPart = {}, tookPartBy = {}, ...idea }, { data }) => {
    const { [data.department]: _, ...others } = takingPart;
    const { [data.department]: _by, ...saidSo } = tookPartBy;
    return {
      ...idea,
      ...(Object.keys(others).length > 0 && { takingPart: others }),
      ...(Object.keys(saidSo).length > 0 && { tookPartBy: saidSo }),
    };
  },
  hears: ['leader', 'deciders', 'driver', 'submitter', 'adopters'],
  leadersIn: ({ data }) => [data.department],
  tells: ({ as }, _, idea) => as !== 'deciders' || idea.leader === undefined,
  leavesRights: true,
  wordsOf: 'record',
  inPost: true,
  idle: true,
});
