//! Who may see and do what here. Persons by name are for staff; members see their own ties and the community's totals.

use kernel::{Problem, Result, Viewer};

/// The right to see how persons stand.
pub struct SeesPersons {
    _made_here: (),
}

/// The right to say who founders and staff are. The owner's.
pub struct NamesTeam {
    _made_here: (),
}

pub fn sees_persons(viewer: &Viewer) -> Result<SeesPersons> {
    if viewer.is_staff() { Ok(SeesPersons { _made_here: () }) } else { Err(Problem::Forbidden) }
}

pub fn names_team(viewer: &Viewer) -> Result<NamesTeam> {
    if viewer.is_owner() || viewer.system { Ok(NamesTeam { _made_here: () }) } else { Err(Problem::Forbidden) }
}
