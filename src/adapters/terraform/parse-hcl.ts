/** HashiCorp's own parser of HCL. Importing this module starts WebAssembly, which takes about 150 ms: import it when there is HCL to read. */
export { parse as parseHcl } from '@cdktf/hcl2json'
