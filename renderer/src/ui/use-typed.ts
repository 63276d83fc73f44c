import { useEffect, useState } from 'react'

/** Long enough that nobody's typing is answered letter by letter. */
const typingMs = 200

/** What somebody has typed, once they pause. */
export function useTyped(text: string): string {
  const [typed, setTyped] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setTyped(text), typingMs)
    return () => clearTimeout(timer)
  }, [text])
  return typed
}
