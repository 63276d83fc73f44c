import { useTimes } from './time.ts'

/** How large a file is, as people say it: 18 kB, 1.2 MB / 18 ko, 1,2 Mo. */
export function useSizeWords(): (bytes: number) => string {
  const { locale } = useTimes()
  const words = (amount: number, unit: string, maximumFractionDigits: number): string => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(amount)
  return (bytes) => (bytes < 1_000_000 ? words(Math.max(1, Math.round(bytes / 1000)), 'kilobyte', 0) : words(bytes / 1_000_000, 'megabyte', 1))
}
