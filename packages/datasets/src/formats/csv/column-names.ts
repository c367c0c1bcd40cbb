/** The names pandas gives columns: an empty one is `Unnamed: <position>`, a repeated one gets `.1`, `.2` …. */
export function columnNames(header: readonly string[]): readonly string[] {
  const used = new Map<string, number>();
  return header.map((field, position) => {
    const name = field === '' ? `Unnamed: ${position}` : field;
    const count = used.get(name) ?? 0;
    used.set(name, count + 1);
    return count === 0 ? name : `${name}.${count}`;
  });
}
