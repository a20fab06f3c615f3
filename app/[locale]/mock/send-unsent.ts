/** Sends what a browser kept of a mock interview, as long as it is taken. Runs in the browser. */
import { type ItemPatch, patchItem, type Trouble, troubleOf } from './mock-client.ts';
import { type Unsent, without, writeUnsent } from './unsent-marks.ts';

type Tried = { trouble: Trouble | null; refused: boolean };

/** Tells what came of each try. True once the server has everything, false where something is to be sent again. */
export async function sendUnsent(
  id: string,
  unsent: { current: Unsent },
  onTried: (tried: Tried) => void,
): Promise<boolean> {
  for (let next = nextOf(unsent.current); next; next = nextOf(unsent.current)) {
    const { kind } = await patchItem(id, next.place, next.patch);
    const trouble = troubleOf(kind);
    onTried({ trouble, refused: kind === 'refused' });
    if (trouble) return false;
    unsent.current = without(unsent.current, next.place, next.patch);
    writeUnsent(id, unsent.current);
  }
  return true;
}

/** Of one item the marks, and after them the notes by themselves: once the interview is over only those are taken. */
function nextOf(unsent: Unsent): { place: number; patch: ItemPatch } | undefined {
  const [entry] = Object.entries(unsent);
  if (!entry) return undefined;
  const [place, { notes, ...marks }] = entry;
  const notesAlone = notes !== undefined && Object.keys(marks).length === 0;
  return { place: Number(place), patch: notesAlone ? { notes } : marks };
}
