terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

variable "staging" {
  type    = string
  default = "arn:aws:iam::444455556666:role/deploy"
}

variable "secret_role" {
  type      = string
  sensitive = true
  default   = "arn:aws:iam::777788889999:role/deploy"
}

provider "aws" {
  region = "eu-west-1"
  assume_role {
    role_arn = "arn:aws:iam::111122223333:role/deploy"
  }
}

provider "aws" {
  alias  = "staging"
  region = "us-east-2"
  assume_role {
    role_arn = var.staging
  }
}

# the role of production again, so the account is known without asking
provider "aws" {
  alias  = "frankfurt"
  region = "eu-central-1"
  assume_role {
    role_arn = "arn:aws:iam::111122223333:role/deploy"
  }
}

provider "aws" {
  alias               = "china"
  region              = "cn-north-1"
  allowed_account_ids = ["123456789012"]
}

provider "aws" {
  alias  = "hidden"
  region = "eu-west-2"
  assume_role {
    role_arn = var.secret_role
  }
}

data "aws_caller_identity" "production" {}

data "aws_caller_identity" "staging" {
  provider = aws.staging
}

data "aws_region" "current" {}

resource "aws_kms_key" "production" {}

resource "aws_kms_key" "staging" {
  provider = aws.staging
}

resource "aws_kms_key" "frankfurt" {
  provider = aws.frankfurt
}

resource "aws_kms_key" "china" {
  provider = aws.china
}

resource "aws_kms_key" "hidden" {
  provider = aws.hidden
}

module "mine" {
  source = "./mine"
  providers = {
    aws = aws.staging
  }
}
