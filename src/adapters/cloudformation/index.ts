import type { Adapter } from '../../model/source.js'
import { isTemplate } from './recognise.js'

/** CloudFormation templates in YAML or JSON, as they are written, packaged or synthesised, with their nested stacks. */
export const cloudformation: Adapter = {
  name: 'cloudformation',
  accepts: ({ head }) => isTemplate(head),
  read: async (source, options) => {
    // brings the YAML reader with it, which nothing but templates needs
    const { readTemplates } = await import('./read-templates.js')
    return readTemplates(source, options)
  },
}
