import { Fault } from '../evaluate/fault.js'
import { listOf, objectOf, stringOf } from '../evaluate/value.js'
import { strict, textArgument, type Call, type Function } from './define.js'

/** One field with what ends it. Each alternative is told by its first character, so that nothing is tried twice. */
const field = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y

/** The records of a text in the form that Go's `encoding/csv` reads: lines without anything are left out. */
const recordsOf = (source: string, { at, scope }: Call): readonly (readonly string[])[] => {
  const text = source.replaceAll('\r\n', '\n').replace(/\r$/, '')
  const records: string[][] = []
  let record: string[] = []
  field.lastIndex = 0
  while (field.lastIndex < text.length || record.length > 0) {
    if (record.length === 0 && text[field.lastIndex] === '\n') {
      field.lastIndex++
      continue
    }
    const match = field.exec(text)
    if (!match) throw new Fault('this is not CSV', at)
    const [, quoted, plain = '', end] = match
    record.push(quoted?.replaceAll('""', '"') ?? plain)
    scope.run.grow(1)
    if (end === ',') continue
    records.push(record)
    record = []
  }
  return records
}

const csvdecode: Function = strict((args, call) => {
  const [header, ...rows] = recordsOf(textArgument(args, 0, call), call)
  if (!header) throw new Fault('CSV needs a line of names', call.at)
  if (new Set(header).size < header.length) throw new Fault('a name occurs twice', call.at)
  if (rows.some(row => row.length !== header.length))
    throw new Fault('a line of CSV has not as many fields as names', call.at)
  return listOf(
    rows.map(row =>
      objectOf(
        header.map((name, i) => [name, stringOf(row[i] ?? '', call.at)] as const),
        call.at,
      ),
    ),
    call.at,
    'list',
  )
})

/** Functions of comma-separated values. */
export const csv: Readonly<Record<string, Function>> = { csvdecode }
