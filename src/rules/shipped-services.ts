import type { Service } from '../knowledge/service.js'
import { loadServices } from './services.js'
import { shippedServiceFiles } from './shipped.js'

/** The service catalogue that comes with keyward; a bundle has it as it was read, in place of this module. */
export const shippedServices = (): readonly Service[] => {
  const { services, problems } = loadServices(shippedServiceFiles())
  // What comes with keyward is not an input: one that cannot be read is a bug.
  if (problems.length > 0)
    throw new SyntaxError(problems.map(({ message, location }) => `${location?.file ?? ''}: ${message}`).join('; '))
  return services
}
