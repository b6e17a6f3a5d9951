import localTags from 'cloudformation-js-yaml-schema/tags.json' with { type: 'json' }
import { Schema, type CollectionTag, type ScalarTag } from 'yaml'

/** Functions that the table of the package lacks. */
const missing = ['Length', 'ToJsonString', 'Transform']

const names: ReadonlySet<string> = new Set([...Object.values(localTags).flat(), ...missing])

const asWritten = (value: string): string => value

/** Every function is taken as a scalar, a list and a mapping: whether its arguments fit is for the function to say. */
const functionTags: readonly (ScalarTag | CollectionTag)[] = [...names].flatMap(name => [
  { tag: `!${name}`, resolve: asWritten },
  { tag: `!${name}`, collection: 'seq' as const },
  { tag: `!${name}`, collection: 'map' as const },
])

/** What every scalar without a tag is; before all others, since it is looked for the most. */
const written: ScalarTag = { tag: 'tag:yaml.org,2002:str', default: true, test: /^/, resolve: asWritten }

/** Leaves every scalar the text that is written, whatever tag of YAML's stands before it. Documents do not change it. */
export const schema = new Schema({
  schema: 'failsafe',
  customTags: tags => [written, ...tags, ...functionTags],
  resolveKnownTags: false,
})

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
