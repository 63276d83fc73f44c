import { encodeQR } from 'qr'
import { useMemo } from 'react'

/** Dark on light with the quiet edge that cameras want, whatever the theme. @param value up to some 300 signs stay large enough to be scanned from a screen */
export function QrCode({ label, value }: { label: string; value: string }) {
  const { path, size } = useMemo(() => {
    const rows = encodeQR(value, 'raw', { ecc: 'medium', border: 4 })
    return { size: rows.length, path: rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') }
  }, [value])
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="size-60 rounded-lg border border-line bg-white">
      <path d={path} fill="#000" />
    </svg>
  )
}
