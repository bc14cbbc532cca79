//! What can be read from a graph of ties: who holds together, who connects, what is left when some leave, who stays how long.
//!
//! Pure algorithms: no I/O, no clock, no chance but a seed. The same input gives the same bits. Only `+ - * /` and square roots are
//! used, which machines agree on; the intervals of [`Survival`] alone need a logarithm.

mod betweenness;
mod chance;
mod components;
mod cores;
mod graph;
mod layout;
mod leiden;
mod modularity;
mod names;
mod removal;
mod survival;

pub use betweenness::betweenness;
pub use components::{Components, components};
pub use cores::cores;
pub use graph::Graph;
pub use layout::{Canvas, Disc, Layout, layout};
pub use leiden::{Clusters, Leiden, clusters};
pub use modularity::modularity;
pub use names::jaccard_names;
pub use removal::{Left, RemovalCurve, by_degree, random_area, removal_curve, without};
pub use survival::{Step, Survival, kaplan_meier};
