use crate::Graph;

/// Who can be reached from whom by ties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Components {
    /// The component of each node. Components are numbered by their first node.
    pub of: Vec<u32>,
    /// Nodes in each component.
    pub sizes: Vec<u32>,
}

impl Components {
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// The component with most nodes, of equals the one with the first node; `None` in an empty graph.
    pub fn largest(&self) -> Option<u32> {
        (0..self.sizes.len())
            .max_by_key(|&component| (self.sizes[component], usize::MAX - component))
            .map(|component| component as u32)
    }
}

/// The connected components, by a search from each node not met before; linear.
/// Source: Hopcroft, Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", 1973.
pub fn components(graph: &Graph) -> Components {
    parts(graph, |_, _| true)
}

/// Components when only those ties hold of which `holds` says so; it must not ask which end comes first.
pub(crate) fn parts(graph: &Graph, holds: impl Fn(u32, u32) -> bool) -> Components {
    const NOT_MET: u32 = u32::MAX;
    let mut of = vec![NOT_MET; graph.nodes()];
    let mut sizes = Vec::new();
    let mut waiting = Vec::new();
    for first in 0..graph.nodes() as u32 {
        if of[first as usize] != NOT_MET {
            continue;
        }
        let component = sizes.len() as u32;
        let mut size = 0;
        of[first as usize] = component;
        waiting.push(first);
        while let Some(node) = waiting.pop() {
            size += 1;
            for &other in graph.heads(node) {
                if of[other as usize] == NOT_MET && holds(node, other) {
                    of[other as usize] = component;
                    waiting.push(other);
                }
            }
        }
        sizes.push(size);
    }
    Components { of, sizes }
}
