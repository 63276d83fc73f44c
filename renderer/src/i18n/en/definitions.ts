export const definitions = {
  title: 'Lists',
} as const
