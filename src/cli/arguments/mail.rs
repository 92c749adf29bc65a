//! The arguments of what has to do with writing to people.

use clap::Args;

#[derive(Debug, Args)]
pub struct MayMail {
    pub id: String,
    #[arg(id = "may-mail-type", long = "type", value_name = "SUBSCRIPTION", conflicts_with = "may-mail-kind")]
    pub kind_of_mailing: Option<String>,
    #[arg(id = "may-mail-kind", long = "kind", value_name = "KIND")]
    pub kind: Option<String>,
}
