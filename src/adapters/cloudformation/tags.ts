import localTags from 'cloudformation-js-yaml-schema/tags.json' with { type: 'json' }
import type { CollectionTag, ScalarTag } from 'yaml'

/** Functions that the table of the package lacks. */
const missing = ['Length', 'ToJsonString', 'Transform']

const names: ReadonlySet<string> = new Set([...Object.values(localTags).flat(), ...missing])

/** Every function is taken as a scalar, a list and a mapping: whether its arguments fit is for the function to say. */
export const customTags: (ScalarTag | CollectionTag)[] = [...names].flatMap(name => [
  { tag: `!${name}`, resolve: (value: string) => value },
  { tag: `!${name}`, collection: 'seq' as const },
  { tag: `!${name}`, collection: 'map' as const },
])

/** Every tag that CloudFormation has. */
export const tagNames: readonly string[] = [...names].map(name => `!${name}`)

const withoutPrefix = new Set(['Ref', 'Condition'])

/** The long form of a short tag (`!Sub` is `Fn::Sub`, `!Ref` is `Ref`); undefined for a tag that CloudFormation does not have. */
export const longForm = (tag: string): string | undefined => {
  const name = tag.replace(/^!/, '')
  if (!names.has(name)) return undefined
  return withoutPrefix.has(name) ? name : `Fn::${name}`
}

/** The short form of a function, as messages name it: `Fn::Sub` is `!Sub`. */
export const shortForm = (name: string): string => `!${name.replace(/^Fn::/, '')}`
