import type { Dialect } from '../../model/key.js'
import { fitsBlock, toHclBlock } from './hcl-block.js'
import { toHclObject } from './hcl-object.js'
import { toCloudFormationJson, toJson } from './json.js'
import type { Draft } from './draft.js'
import type { Suggestion } from './suggestion.js'
import { valueOf } from './value.js'
import { toYaml } from './yaml.js'

const writers: Readonly<Record<Dialect, (draft: Draft) => string>> = {
  json: draft => toJson(valueOf(draft)),
  'cloudformation-json': draft => toCloudFormationJson(valueOf(draft)),
  yaml: draft => toYaml(valueOf(draft)),
  'hcl-object': draft => toHclObject(valueOf(draft)),
  'hcl-block': draft => (fitsBlock(draft) ? toHclBlock(draft) : toHclObject(valueOf(draft))),
}

const between: Readonly<Record<Dialect, string>> = {
  json: ',\n',
  'cloudformation-json': ',\n',
  yaml: '\n',
  'hcl-object': '\n',
  'hcl-block': '\n\n',
}

/** The statements as they are written in a dialect, one after the other. */
export const renderDrafts = (drafts: readonly Draft[], dialect: Dialect): string =>
  drafts.map(writers[dialect]).join(between[dialect])

const headingOf = ({ drafts, place: { kind } }: Suggestion): string => {
  const these = drafts.length === 1 ? 'this statement' : 'these statements'
  return { add: `add ${these}:`, replace: `put ${these} in its place:`, policy: `give the key a policy of ${these}:` }[
    kind
  ]
}

/** The most characters: what is longer is no help in a report. */
const longest = 8_000

/** What to do and the statements, line by line; nothing where they are too long to show. */
export const renderSuggestion = (suggestion: Suggestion): readonly string[] => {
  const written = renderDrafts(suggestion.drafts, suggestion.dialect)
  return written.length > longest ? [] : [headingOf(suggestion), ...written.split('\n')]
}
