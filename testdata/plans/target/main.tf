terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_kms_key" "planned" {}

# left out by -target: who may use the planned key is not known
resource "aws_kms_key_policy" "planned" {
  key_id = aws_kms_key.planned.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Everyone"
      Effect    = "Allow"
      Principal = "*"
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_key" "left_out" {}

resource "aws_kms_key" "none" {
  count = 0
}

resource "aws_kms_key_policy" "elsewhere" {
  key_id = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555"
  policy = "{}"
}

resource "aws_kms_grant" "left_out" {
  key_id            = aws_kms_key.left_out.key_id
  grantee_principal = "arn:aws:iam::111122223333:role/a"
  operations        = ["Decrypt"]
}
