import { catalogueOf } from '../knowledge/catalogue.js'
import type { Settings } from './rule.js'
import { shippedServices } from './shipped-services.js'

/** What keyward itself knows of AWS services. */
export const shippedCatalogue = catalogueOf(shippedServices)

/** What is trusted and wanted where the user says nothing. */
export const defaultSettings: Settings = {
  trustedAccounts: [],
  trustedOrganizations: [],
  minimumDeletionWindow: 14,
  services: shippedCatalogue,
}
