/** Positions as a person writes them, one a line: `GUN Gun crew ×4`. Pure. */
interface Position {
  readonly code: string
  readonly name: string
  readonly maxSlots: number
}

export const positionsText = (positions: readonly Position[]): string => positions.map(({ code, name, maxSlots }) => `${code} ${name}${maxSlots > 1 ? ` ×${maxSlots}` : ''}`).join('\n')

/** Null when a line cannot be read as a position. */
export function positionsFrom(text: string): Position[] | null {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const positions = lines.map((line) => /^(?<code>[\p{L}\p{N}][\p{L}\p{N}_-]{0,19})\s+(?<name>.*?)(?:\s*[×x*]\s*(?<slots>\d{1,2}))?$/u.exec(line)?.groups)
  const read = positions.map((groups) => ({ code: groups?.['code'] ?? '', name: groups?.['name'] ?? '', maxSlots: Number(groups?.['slots'] ?? 1) }))
  return read.every(({ code, name, maxSlots }) => code !== '' && name !== '' && name.length <= 100 && maxSlots >= 1 && maxSlots <= 50) ? read : null
}
