variable "name" { type = string }
variable "doc" { type = string }
variable "secret" {
  type      = string
  sensitive = true
  default   = "shh-shh"
}
resource "aws_kms_key" "this" {
  description = var.name
  policy      = var.doc
}
output "id" { value = aws_kms_key.this.key_id }
output "arn" { value = aws_kms_key.this.arn }
