/** Packed by its own rule: any two places of each group, whatever the values. */
export function generate({
  random,
  params: { rows, columns },
}: {
  random: () => number;
  params: { rows: number; columns: number };
}) {
  const groups = (rows * columns) / 4;
  const values = Float32Array.from({ length: 2 * groups }, () => 4 * random() - 2);
  const metadata = new Uint8Array(Math.ceil(groups / 2));
  const pairs = [4, 8, 12, 9, 13, 14];
  for (let group = 0; group < groups; group++) {
    const pair = pairs[Math.floor(6 * random())] ?? 4;
    const byte = Math.floor(group / 2);
    metadata[byte] = (metadata[byte] ?? 0) + pair * (group % 2 === 0 ? 1 : 16);
  }
  return { args: { packed: { values, metadata, columns } } };
}
