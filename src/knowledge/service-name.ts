import { nearest } from '../model/nearest.js'
import { remembered } from '../model/remembered.js'
import { literal, type Text } from '../model/text.js'
import type { Catalogue } from './catalogue.js'

/** What is wrong with a service principal that has the form of one. */
export interface ServiceNameFlaw {
  readonly kind: 'region' | 'partition' | 'unknown'
  readonly message: string
  /** The principal that is sure to be meant; undefined where that can only be guessed. */
  readonly meant: string | undefined
}

/** The Region in a Regional principal, by its pattern. */
const regionIn = (pattern: string, name: string): string | undefined => {
  const [before = '', after] = pattern.split('${Region}')
  if (after === undefined) return undefined
  const bare = name.replace(/\.cn$/, '')
  return bare.startsWith(before) && bare.endsWith(after)
    ? bare.slice(before.length, bare.length - after.length)
    : undefined
}

/** The Regional principal of which the name lacks the Region. */
const regionalFormOf = (name: string, principals: readonly string[]): string | undefined =>
  principals.find(pattern => pattern.includes('${Region}') && pattern.replace(/\.?\$\{Region\}/, '') === name)

const label = (principal: string): string => principal.replace(/\.amazonaws\.com$/, '')

/** The name that is near without the domain, which all of them share. */
const nearestTo = (name: string, principals: readonly string[]): string | undefined => {
  const near = label(name).length < 4 ? undefined : nearest(label(name), principals.map(label))
  return principals.find(principal => label(principal) === near)
}

const isGlobal = (pattern: string): boolean => !pattern.includes('${')

/** The principals of a catalogue, and those of them that are the same in every Region. */
const sorted = remembered((principals: readonly string[]) => ({
  listed: new Set(principals),
  global: new Set(principals.filter(isGlobal)),
  regional: principals.filter(pattern => !isGlobal(pattern)),
}))

/**
 * What is wrong with a service principal: it is that of another Region or partition than the key's, or none that the catalogue knows.
 * Undefined where nothing is, or where holes hide it.
 */
export const serviceNameFlaw = (
  principal: Text,
  key: { readonly region: string | undefined; readonly partition: string | undefined },
  { principals }: Catalogue,
): ServiceNameFlaw | undefined => {
  const name = literal(principal)
  if (name === undefined) return undefined
  if (name.endsWith('.cn') && key.partition !== undefined && key.partition !== 'aws-cn')
    return {
      kind: 'partition',
      message: `${name} is of the partition aws-cn, and the key is in ${key.partition}`,
      meant: name.replace(/\.cn$/, ''),
    }
  // most are written just as they are listed
  const { listed, global, regional } = sorted(principals)
  if (listed.has(name) || global.has(name.replace(/\.cn$/, ''))) return undefined
  for (const pattern of regional) {
    const region = regionIn(pattern, name)
    if (region === undefined || !/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region)) continue
    if (key.region === undefined || region === key.region) return undefined
    return {
      kind: 'region',
      message: `${name} is the principal of ${region}, and the key is in ${key.region}`,
      meant: pattern.replace('${Region}', key.region) + (name.endsWith('.cn') ? '.cn' : ''),
    }
  }
  const meant = regionalFormOf(name, principals) ?? nearestTo(name, principals)
  const hint = meant === undefined ? '' : `; ${meant.replace('${Region}', key.region ?? 'REGION')} may be meant`
  return { kind: 'unknown', message: `${name} is no service principal that is known here${hint}`, meant: undefined }
}
