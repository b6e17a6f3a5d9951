variable "keep_retired" {
  type    = bool
  default = false
}

resource "aws_kms_key" "retired" {
  count = var.keep_retired ? 1 : 0

  description = "Only while data of the old tracker is kept"
}

resource "aws_kms_key" "next" {
  description = "Written after the plan was made"
}
