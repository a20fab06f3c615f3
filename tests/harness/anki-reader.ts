/** Reads a text file as Anki does: header lines, then a table by RFC 4180 with the separator that the header names. */
export type AnkiFile = { header: Map<string, string>; rows: string[][] };

export function readAnki(file: string): AnkiFile {
  const header = new Map<string, string>();
  let rest = file;
  for (;;) {
    const [line, key, value] = /^#([a-z ]+):(.*)\n/.exec(rest) ?? [];
    if (line === undefined || key === undefined || value === undefined) break;
    header.set(key, value);
    rest = rest.slice(line.length);
  }
  if (header.get('separator') !== 'tab') throw new Error(`a separator ${header.get('separator')}`);
  return { header, rows: readTable(rest) };
}

function readTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    row.push(cell);
    const sign = text[end];
    if (sign !== '\t' && sign !== '\n') throw new Error(`after a cell stands ${JSON.stringify(sign)}`);
    at = end + 1;
    if (sign === '\n') {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) throw new Error('the last line does not end');
  return rows;
}

function readPlain(text: string, from: number): [string, number] {
  const [cell = ''] = /[^\t\n]*/y.exec(text.slice(from)) ?? [];
  if (/["\r]/.test(cell)) throw new Error(`a cell without quotes has ${JSON.stringify(cell)}`);
  return [cell, from + cell.length];
}

function readQuoted(text: string, from: number): [string, number] {
  const [whole] = /^"(?:[^"]|"")*"/.exec(text.slice(from)) ?? [];
  if (whole === undefined) throw new Error('a quote is not closed');
  return [whole.slice(1, -1).replaceAll('""', '"'), from + whole.length];
}
