/** Places in generated JavaScript as places in its source, by the source map at its end (ECMA-426). */

export type Place = { line: number; column: number };

/** Lines and columns from 1. Without an inline map, or where the map is silent, the place stays what it is. */
export function originalPlace(javascript: string, place: Place): Place {
  const mappings = readMappings(javascript);
  if (mappings === undefined) return place;
  let found: Place | undefined;
  for (const segment of segmentsOf(mappings)) {
    if (segment.line > place.line) break;
    if (segment.line === place.line && segment.column <= place.column) found = segment.original;
  }
  return found ?? place;
}

function readMappings(javascript: string): string | undefined {
  const encoded = /\n\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/.exec(
    javascript,
  )?.[1];
  if (encoded === undefined) return undefined;
  try {
    const mappings: unknown = Reflect.get(Object(JSON.parse(atob(encoded))), 'mappings');
    return typeof mappings === 'string' ? mappings : undefined;
  } catch {
    // The solution may end with a comment that only looks like a map.
    return undefined;
  }
}

/** Columns count from the last segment of a line, lines and columns of the source from the last segment at all. */
function* segmentsOf(mappings: string): Generator<Place & { original: Place }> {
  let sourceLine = 0;
  let sourceColumn = 0;
  for (const [line, segments] of mappings.split(';').entries()) {
    let column = 0;
    for (const segment of segments.split(',').filter((text) => text !== '')) {
      const [columns = 0, , lines, sourceColumns] = decode(segment);
      column += columns;
      if (lines === undefined || sourceColumns === undefined) continue;
      sourceLine += lines;
      sourceColumn += sourceColumns;
      yield {
        line: line + 1,
        column: column + 1,
        original: { line: sourceLine + 1, column: sourceColumn + 1 },
      };
    }
  }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 VLQ: five bits a digit, the lowest first, the sixth says that more follow; the lowest bit of all is the sign. */
function decode(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if ((digit & 32) !== 0) continue;
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
