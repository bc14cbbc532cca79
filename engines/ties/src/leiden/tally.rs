/// Sums of weight by label, for one node at a time; labels are met in the order of its neighbours.
#[derive(Default)]
pub(super) struct Tally {
    sums: Vec<u32>,
    /// One place more than there are labels, see `add`.
    met: Vec<u32>,
    count: usize,
}

impl Tally {
    pub(super) fn new(labels: usize) -> Tally {
        Tally { sums: vec![0; labels], met: vec![0; labels + 1], count: 0 }
    }

    /// Writes the label down each time and counts it when it is new: half of them are, which a processor cannot foresee.
    #[inline]
    pub(super) fn add(&mut self, label: u32, weight: u32) {
        let sum = &mut self.sums[label as usize];
        self.met[self.count] = label;
        self.count += usize::from(*sum == 0);
        *sum += weight;
    }

    #[inline]
    pub(super) fn sum(&self, label: u32) -> u32 {
        self.sums[label as usize]
    }

    /// Hands out what was met, and is empty again.
    #[inline]
    pub(super) fn take(&mut self, mut each: impl FnMut(u32, u32)) {
        for &label in &self.met[..self.count] {
            each(label, std::mem::take(&mut self.sums[label as usize]));
        }
        self.count = 0;
    }
}
