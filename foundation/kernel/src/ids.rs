//! Identifiers. Inside a community every row's id is a bigint dealt by the community's head (see `store::Scope::deal`).

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }
    };
}

id!(
    /// A community of the installation. Every tenant row begins with it.
    CommunityId
);
id!(
    /// A person's sign-in, global to the installation.
    AccountId
);
id!(
    /// A person's membership in one community.
    MemberId
);
id!(
    /// One way a person is known in a community: an account, or a source and an outside id. Deeds name identities.
    IdentityId
);
id!(
    /// Who may see a row. 0 is the whole community; others are rows of `identity_audiences`.
    AudienceId
);

impl AudienceId {
    /// Everybody in the community.
    pub const EVERYONE: AudienceId = AudienceId(0);
}
