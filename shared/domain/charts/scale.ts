/** The scale beside a plot: round steps from nought, or from below it where a figure is. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

const mostSteps = 6

/** 1, 2 or 5 with noughts behind: the smallest that needs no more than `mostSteps` of it. */
function roundStep(span: number, isWhole: boolean): number {
  const magnitude = 10 ** Math.floor(Math.log10(span / mostSteps))
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => span / size <= mostSteps) ?? 10 * magnitude
  return isWhole ? Math.max(1, step) : step
}

/** @param top where the scale ends; null = as the figures need. A figure above it raises it: nothing is cut off. */
export function scaleFor(values: readonly number[], top: number | null): Scale {
  const lowest = Math.min(0, ...values)
  const highest = Math.max(top ?? 0, ...values, lowest)
  const isWhole = values.every(Number.isInteger)
  if (highest === lowest) return { from: 0, to: 1, ticks: [0, 1] }
  const step = roundStep(highest - lowest, isWhole)
  const first = Math.floor(lowest / step)
  const last = Math.ceil(highest / step)
  // Whole multiples: 0.1 + 0.2 would not be 0.3.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
  const isAsked = top !== null && highest === top
  return { from: first * step, to: isAsked ? top : last * step, ticks: isAsked ? ticks.filter((tick) => tick <= top) : ticks }
}
