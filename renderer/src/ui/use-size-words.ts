import { useTimes } from './time.ts'

/** How large a file or a disk is, as people say it: 18 kB, 1.2 MB, 3.4 GB / 18 ko, 1,2 Mo, 3,4 Go. */
export function useSizeWords(): (bytes: number) => string {
  const { locale } = useTimes()
  const words = (amount: number, unit: string, maximumFractionDigits: number): string => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(amount)
  return (bytes) => {
    if (bytes < 1_000_000) return words(Math.max(1, Math.round(bytes / 1000)), 'kilobyte', 0)
    return bytes < 1_000_000_000 ? words(bytes / 1_000_000, 'megabyte', 1) : words(bytes / 1_000_000_000, 'gigabyte', 1)
  }
}
