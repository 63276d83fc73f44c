/** An act that has nothing to answer. */
export const nothing = async (act: Promise<unknown>): Promise<Record<string, never>> => {
  await act
  return {}
}
