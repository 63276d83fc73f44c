import type { ReactNode } from 'react'
import type { ChipColor, ChipVariant } from '../../../shared/domain/definitions.ts'

/** The hues that can be told apart; every stored colour is one of them (domain.md 3.3). */
export const hues = ['grey', 'blue', 'cyan', 'green', 'yellow', 'red', 'pink', 'purple'] as const
export type Hue = (typeof hues)[number]

const hueOfColor: Record<ChipColor, Hue> = {
  default: 'grey',
  neutral: 'grey',
  zinc: 'grey',
  primary: 'blue',
  info: 'blue',
  blue: 'blue',
  accent: 'cyan',
  cyan: 'cyan',
  success: 'green',
  green: 'green',
  warning: 'yellow',
  yellow: 'yellow',
  error: 'red',
  danger: 'red',
  red: 'red',
  pink: 'pink',
  secondary: 'purple',
  purple: 'purple',
}
export const hueOf = (color: ChipColor): Hue => hueOfColor[color]

/** The colour that is stored for a hue that a person has picked. */
export const colorOf = (hue: Hue): ChipColor => (hue === 'grey' ? 'neutral' : hue)

const tones: Record<Hue, string> = {
  grey: '[--tone:var(--ink-muted)] [--tone-soft:var(--chip)]',
  blue: '[--tone:var(--out)] [--tone-soft:var(--out-soft)]',
  cyan: '[--tone:var(--cyan)] [--tone-soft:var(--cyan-soft)]',
  green: '[--tone:var(--in)] [--tone-soft:var(--in-soft)]',
  yellow: '[--tone:var(--attention)] [--tone-soft:var(--attention-soft)]',
  red: '[--tone:var(--refused)] [--tone-soft:var(--refused-soft)]',
  pink: '[--tone:var(--pink)] [--tone-soft:var(--pink-soft)]',
  purple: '[--tone:var(--visitor)] [--tone-soft:var(--visitor-soft)]',
}

const shapes: Record<ChipVariant, string> = {
  solid: 'bg-(--tone) text-on-action',
  shadow: 'bg-(--tone) text-on-action shadow-[0_1px_4px_var(--tone)]',
  soft: 'bg-(--tone-soft) text-(--tone)',
  flat: 'rounded-none! bg-(--tone-soft) text-(--tone)',
  faded: 'border border-line bg-(--tone-soft) text-(--tone)',
  bordered: 'border border-(--tone) text-(--tone)',
  light: 'text-(--tone)',
  dot: 'border border-line text-ink',
}

interface Props {
  readonly color: ChipColor
  readonly variant: ChipVariant
  readonly children: ReactNode
}

/** A word of a list in the colour and shape that its administrator gave it. Legible in every theme: the hues are the theme's. */
export const DefinitionChip = ({ color, variant, children }: Props) => (
  <span className={`inline-flex max-w-full items-center gap-1.5 rounded-[5px] px-1.5 text-[11px]/[18px] font-semibold ${tones[hueOf(color)]} ${shapes[variant]}`}>
    {variant === 'dot' ? <span aria-hidden className="size-2 flex-none rounded-full bg-(--tone)" /> : null}
    <span className="truncate">{children}</span>
  </span>
)
