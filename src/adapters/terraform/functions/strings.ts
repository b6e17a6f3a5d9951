import { piecesOf } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import { stringOf } from '../evaluate/value.js'
import { argument, ofText, strict, string, textArgument, unknownCall, wholeArgument, type Function } from './define.js'
import { format, formatlist } from './format.js'

const letters = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)

/** Letter by letter, as Go has it: one that would become several, such as ß, stays. */
const each =
  (change: (letter: string) => string) =>
  (text: string): string =>
    text.replaceAll(/./gsu, c => {
      const changed = change(c)
      return [...changed].length === 1 ? changed : c
    })
const lowered = each(c => (c === 'İ' ? 'i' : c.toLowerCase()))
const raised = each(c => c.toUpperCase())

/** Changes letter by letter, so that it can work around holes; account and Region stay what they are. */
const letterwise =
  (change: (text: string) => string): Function =>
  (args, call) => {
    const pieces = piecesOf(argument(args, 0, call))
    const isClear = pieces.every(
      ({ text }) => typeof text === 'string' || text.stands !== undefined || text.value !== undefined,
    )
    if (!isClear) return unknownCall(args, call)
    return string(
      pieces.map(piece =>
        typeof piece.text === 'string'
          ? { ...piece, text: change(piece.text), exact: false }
          : piece.text.value === undefined
            ? piece
            : { ...piece, text: { ...piece.text, value: change(piece.text.value) } },
      ),
      call,
    )
  }

const substr: Function = strict((args, call) => {
  const all = letters(textArgument(args, 0, call))
  const [offset, length] = [wholeArgument(args, 1, call), wholeArgument(args, 2, call)]
  const start = offset < 0 ? Math.max(0, all.length + offset) : offset
  return stringOf(all.slice(start, length < 0 ? undefined : start + length).join(''), argument(args, 0, call).at)
})

const trim = (text: string, characters: ReadonlySet<string>): string => {
  const all = [...text]
  let [start, end] = [0, all.length]
  while (start < end && characters.has(all[start] ?? '')) start++
  while (end > start && characters.has(all[end - 1] ?? '')) end--
  return all.slice(start, end).join('')
}

const spaces = new Set(
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
)

/** A letter begins a word where nothing of a word stands before it. */
const title = (text: string): string =>
  text.replaceAll(/(^|[\0-/:-@[-^`{-\x7f\s])(\p{L})/gu, (_, before: string, letter: string) => before + raised(letter))

const maxSpaces = 1000

const indent: Function = strict((args, call) => {
  const count = wholeArgument(args, 0, call)
  if (count > maxSpaces) return unknownCall(args, call)
  if (count < 0) throw new Fault('indent needs a number of spaces', call.at)
  const given = textArgument(args, 1, call)
  call.scope.run.grow(given.length + given.split('\n').length * count)
  return stringOf(given.replaceAll('\n', `\n${' '.repeat(count)}`), argument(args, 1, call).at)
})

/** Functions of the letters of a string. */
export const strings: Readonly<Record<string, Function>> = {
  format,
  formatlist,
  substr,
  indent,
  lower: letterwise(lowered),
  upper: ofText(raised),
  title: ofText(title),
  chomp: ofText(text => text.replace(/[\r\n]+$/, '')),
  trim: ofText((text, args, call) => trim(text, new Set(textArgument(args, 1, call)))),
  trimspace: ofText(text => trim(text, spaces)),
  strrev: ofText(text => letters(text).reverse().join('')),
}
