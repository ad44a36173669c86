import { z } from 'zod';
import { openMeeting } from '../../../app/meeting/meeting-view.js';
import { calendarFile } from '../../../cards/meeting/calendar-file.js';
import { recordId } from '../../../cards/press-data.js';
import { fileKind } from '../../turns/file-kind.js';

/** When and where a meeting is, as a file that every calendar opens. */
export const meetingFile = fileKind({
  name: 'meeting',
  of: z.object({ meeting: recordId }),
  about: ({ t }, { meeting: id }) => t('meeting.file.about', { id }),
  async make({ deps, person, context }, { meeting: id }) {
    const view = await openMeeting(deps, person, id);
    if (!view || (view.meeting.hidden && !view.roles.has('keeper'))) return undefined;
    const file = calendarFile(context, view.meeting);
    return { name: `${context.t('meeting.file.name')}-${id}.ics`, bytes: Buffer.from(file, 'utf8') };
  },
});
