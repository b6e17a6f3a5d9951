import { decode } from '../encoding.js'

const sections =
  '(AWSTemplateFormatVersion|Description|Metadata|Parameters|Rules|Mappings|Conditions|Transform|Globals|Hooks|Resources|Outputs)'

const opening = new RegExp(`^\\{?\\s*["']?${sections}["']?\\s*:`)
/** What YAML has before a document, one line of it. */
const preamble = /^\s*(#|%|---|$)/
const evidence =
  /["']?AWSTemplateFormatVersion["']?\s*:|["']?\bType["']?\s*:\s*["']?(AWS|Custom|Alexa)::|["']?\bTransform["']?\s*:\s*["']?AWS::/

/**
 * Whether the first bytes are those of a template, in YAML or JSON: it begins with one of its sections. What it says turns
 * out when it is read.
 */
export const isTemplate = (head: Uint8Array): boolean => {
  const text = decode(head)
  const lines = text.split('\n')
  const first = lines.findIndex(line => !preamble.test(line))
  return first >= 0 && opening.test(lines.slice(first).join('\n').trimStart()) && evidence.test(text)
}
