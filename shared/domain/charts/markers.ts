/** What tells one line from another in grey: a disc, square, triangle, diamond, upside-down triangle or hourglass at each figure. */
const polygons: readonly (readonly (readonly [number, number])[])[] = [
  [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  [[0, -1.1], [1, 0.8], [-1, 0.8]],
  [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
  [[0, 1.1], [1, -0.8], [-1, -0.8]],
  [[-1, -1], [1, -1], [-1, 1], [1, 1]],
]
const round = (value: number): number => Math.round(value * 100) / 100

/** @param r half its size */
export function markerPath(index: number, x: number, y: number, r: number): string {
  const polygon = polygons[(index % (polygons.length + 1)) - 1]
  if (polygon === undefined) return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
  return `M${polygon.map(([dx, dy]) => `${round(x + dx * r)} ${round(y + dy * r)}`).join('L')}z`
}
