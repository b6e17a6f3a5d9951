import { Fault } from '../evaluate/fault.js'
import type { Call } from './define.js'

/** A regular expression of Terraform (RE2), bounded: the input is hostile and this engine tries every way. */
export interface Pattern {
  readonly exec: (text: string) => RegExpExecArray | undefined
  readonly execAll: (text: string) => RegExpExecArray[]
  readonly replace: (text: string, by: string) => string
}

const maxPattern = 500
const maxMatches = 10_000
/** The most attempts that a match may take, estimated by the number of repetitions and the length of the text. */
const maxAttempts = 1e8

/** Repetitions in a pattern; undefined where one stands inside of another, which takes exponential time. */
const repetitions = (source: string): number | undefined => {
  let count = 0
  const groups: { repeats: boolean }[] = []
  for (let i = 0; i < source.length; i++) {
    const c = source.charAt(i)
    if (c === '\\') i++
    else if (c === '[') {
      i++
      if (source.charAt(i) === '^') i++
      if (source.charAt(i) === ']') i++
      while (i < source.length && source.charAt(i) !== ']') {
        if (source.startsWith('[:', i)) i = Math.max(i, source.indexOf(':]', i))
        i += source.charAt(i) === '\\' ? 2 : 1
      }
    } else if (c === '(') groups.push({ repeats: false })
    else if (c === ')') {
      const group = groups.pop()
      const isRepeated = /^[*+{]/.test(source.slice(i + 1))
      if (group?.repeats && isRepeated) return undefined
      const outer = groups.at(-1)
      if (outer && (group?.repeats || isRepeated)) outer.repeats = true
    } else if (c === '|') {
      const group = groups.at(-1)
      // alternatives under a repetition can match in many ways
      if (group) group.repeats = true
    } else if (c === '*' || c === '+' || /^\{\d+,?\d*\}/.test(source.slice(i))) {
      count++
      const group = groups.at(-1)
      if (group) group.repeats = true
    }
  }
  return count
}

const classes: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
}

/** Spells what RE2 writes in another way as JavaScript does. */
const translate = (source: string): { readonly source: string; readonly flags: string } => {
  const flags = /^\(\?([ims]+)\)/.exec(source)
  const body = flags ? source.slice(flags[0].length) : source
  return {
    source: body
      .replaceAll(/\(\?P</g, '(?<')
      .replaceAll(/\[:(\w+):\]/g, (_, name: string) => classes[name] ?? '')
      .replaceAll('\\A', '^')
      .replaceAll('\\z', '$'),
    flags: flags?.[1] ?? '',
  }
}

/** Reads a pattern. Throws `Fault` for one that is not valid, or that could take too long. */
export const pattern = (source: string, { at }: Call): Pattern => {
  const count = repetitions(source)
  if (source.length > maxPattern || count === undefined) throw new Fault('the pattern could take too long', at)
  if (/\\[1-9]|\(\?[=!]|\(\?<[=!]/.test(source)) throw new Fault('the pattern is not valid', at)
  const { source: body, flags } = translate(source)
  const compiled = (extra: string): RegExp => {
    try {
      return new RegExp(body, flags + extra)
    } catch (error) {
      if (error instanceof SyntaxError) throw new Fault('the pattern is not valid', at)
      throw error
    }
  }
  const bounded = (text: string): string => {
    if (text.length ** Math.max(1, count) > maxAttempts) throw new Fault('the text is too long for the pattern', at)
    return text
  }
  const execAll = (text: string): RegExpExecArray[] => {
    const found: RegExpExecArray[] = []
    for (const match of bounded(text).matchAll(compiled('gu'))) {
      if (found.push(match) > maxMatches) throw new Fault('the pattern matches too often', at)
    }
    return found
  }
  return {
    exec: text => compiled('u').exec(bounded(text)) ?? undefined,
    execAll,
    replace: (text, by) => {
      let out = ''
      let last = 0
      for (const match of execAll(text)) {
        out += text.slice(last, match.index) + expand(by, match)
        last = match.index + match[0].length
      }
      return out + text.slice(last)
    },
  }
}

/** `$1`, `${1}` and `${name}` in a replacement; `$$` is a dollar. */
const expand = (by: string, match: RegExpExecArray): string =>
  by.replaceAll(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, plain: string | undefined, braced: string | undefined) => {
    const name = plain ?? braced
    if (name === undefined) return whole === '$$' ? '$' : whole
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? ''
  })
