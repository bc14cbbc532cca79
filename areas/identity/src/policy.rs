//! Who may do what with communities, roles and invitations. Functions that change something take the right in their
//! signature, and only this file makes rights.

use kernel::{Problem, Result, Viewer};

/// May give and take roles.
#[derive(Debug)]
pub struct KeepsRoles(());

/// May invite people and see whom others invited.
#[derive(Debug)]
pub struct Invites(());

/// May read what staff did with power.
#[derive(Debug)]
pub struct ReadsAudit(());

/// May change what a community says of itself.
#[derive(Debug)]
pub struct KeepsCommunity(());

pub fn keeps_roles(viewer: &Viewer) -> Result<KeepsRoles> {
    owner(viewer).map(|()| KeepsRoles(()))
}

pub fn invites(viewer: &Viewer) -> Result<Invites> {
    if viewer.is_staff() { Ok(Invites(())) } else { Err(Problem::Forbidden) }
}

pub fn reads_audit(viewer: &Viewer) -> Result<ReadsAudit> {
    owner(viewer).map(|()| ReadsAudit(()))
}

pub fn keeps_community(viewer: &Viewer) -> Result<KeepsCommunity> {
    owner(viewer).map(|()| KeepsCommunity(()))
}

fn owner(viewer: &Viewer) -> Result<()> {
    if viewer.is_owner() { Ok(()) } else { Err(Problem::Forbidden) }
}
