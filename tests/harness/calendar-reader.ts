/** Reads a calendar by the rules of RFC 5545, and throws where one is broken. */
export type Property = { name: string; parameters: string[]; value: string };
export type CalendarComponent = { name: string; properties: Property[]; components: CalendarComponent[] };

export function readCalendar(file: string): CalendarComponent {
  const root: CalendarComponent = { name: '', properties: [], components: [] };
  const open = [root];
  for (const property of linesOf(file).map(readProperty)) {
    const inner = open.at(-1);
    if (!inner) throw new Error('more ends than begins');
    if (property.name === 'BEGIN') {
      const component = { name: property.value, properties: [], components: [] };
      inner.components.push(component);
      open.push(component);
    } else if (property.name !== 'END') inner.properties.push(property);
    else if (open.pop()?.name !== property.value) throw new Error(`END:${property.value} ends another`);
  }
  const [calendar, ...others] = root.components;
  if (open.length !== 1 || calendar?.name !== 'VCALENDAR' || others.length > 0)
    throw new Error('not one calendar');
  return calendar;
}

function linesOf(file: string): string[] {
  if (!file.endsWith('\r\n')) throw new Error('the last line does not end');
  const physical = file.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error('a line ends without CRLF');
    if (Buffer.byteLength(line) > 75) throw new Error(`a line of ${Buffer.byteLength(line)} octets`);
    if (line.includes('\uFFFD')) throw new Error('a character was torn apart');
  }
  return physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
}

function readProperty(line: string): Property {
  const [, name, parameters, value] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/s.exec(line) ?? [];
  if (name === undefined || parameters === undefined || value === undefined)
    throw new Error(`no property: ${line}`);
  return { name, parameters: parameters.split(';').slice(1), value };
}

/** The one property of a name. */
export function propertyOf({ properties }: CalendarComponent, name: string): string {
  const found = properties.filter((property) => property.name === name);
  if (found.length !== 1) throw new Error(`${found.length} times ${name}`);
  return found[0]?.value ?? '';
}

/** A TEXT as it was before it was escaped. */
export function textOf(value: string): string {
  if (/(?<!\\)(?:\\\\)*[,;]/.test(value)) throw new Error(`not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}
