import { faultMessages } from '#app/_messages/api.ts';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireWriter, route } from '#app/api/_http/route.ts';
import { maxNoteLength, saveNote } from '#prisma/note.ts';
import { noteBody } from '../../../../keep-schemas.ts';
import { maxBodyBytes } from '../../../../schemas.ts';
import { type CardParams, keepsPerMinute, requireCard } from '../../../card.ts';
import { noteJson } from '../../../shape.ts';

export const PUT = route<CardParams>(async ({ request, params }) => {
  const user = await requireWriter(request);
  const written = await readBody(request, noteBody, maxBodyBytes);
  await requireQuota([{ key: `keep:user:${user.id}`, max: keepsPerMinute }]);
  const card = await requireCard(params);
  const saved = await saveNote(site().db, { userId: user.id, ...card, ...written });
  if (saved.kind === 'changed') throw new ApiError('changed');
  if (saved.kind === 'too-long') {
    throw new ApiError('too_large', {
      message: faultMessages.noteTooLong(maxNoteLength),
      fields: [{ path: 'text', message: faultMessages.noteTooLong(maxNoteLength) }],
    });
  }
  return Response.json({ note: saved.note ? noteJson(saved.note) : null });
});
