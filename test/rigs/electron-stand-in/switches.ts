/** The switches of a command line, by name: `--no-sandbox`, `--profile=/tmp/desk`. A switch without a value has the empty one. */
export const readSwitches = (words: readonly string[]): Map<string, string> =>
  new Map(
    words.flatMap((word) => {
      const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/.exec(word) ?? []
      return name === undefined ? [] : [[name, value] as const]
    }),
  )
