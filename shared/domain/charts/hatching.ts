/** What tells one bar from another in grey: lines drawn inside it, each series in its own way. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const fillings = ['full', 'rising', 'empty', 'level', 'falling', 'upright'] as const
export type Filling = (typeof fillings)[number]

const gap = 4
const round = (value: number): number => Math.round(value * 100) / 100

/** Lines that rise to the right, cut at the box’s edges. */
function rising({ width, height }: Box): number[][] {
  const strokes: number[][] = []
  for (let sum = gap; sum < width + height; sum += gap) {
    const [left, right] = [Math.max(0, sum - height), Math.min(width, sum)]
    strokes.push([left, sum - left, right, sum - right])
  }
  return strokes
}

const steps = (length: number): number[] => Array.from({ length: Math.max(0, Math.ceil(length / gap) - 1) }, (_, index) => (index + 1) * gap)

/** The path of a filling inside a box; empty for those without lines. */
export function hatching(filling: Filling, box: Box): string {
  const { x, y, width, height } = box
  const lines =
    filling === 'rising' ? rising(box)
    : filling === 'falling' ? rising(box).map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => [width - x1, y1, width - x2, y2])
    : filling === 'level' ? steps(height).map((at) => [0, at, width, at])
    : filling === 'upright' ? steps(width).map((at) => [at, 0, at, height])
    : []
  return lines.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => `M${round(x + x1)} ${round(y + y1)}L${round(x + x2)} ${round(y + y2)}`).join('')
}
