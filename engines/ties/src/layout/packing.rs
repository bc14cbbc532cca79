use super::{Canvas, GAP, Spot, sunflower};

/// Seats tried near the wished place, before a disc goes about the middle.
const TRIES: usize = 5_000;
/// Seats lie so far apart, for each unit of the disc's radius.
const STEP: f64 = 0.2;
/// Canvases longer than this are filled as if they were not.
const LONGEST: f64 = 4.0;

/// A disc at least this part of an earlier one passes over the ground that was full for the earlier; a smaller one may fit into its gaps.
const ALIKE: f64 = 0.7;

/// Discs on a plane without an edge, none over another. A coarse grid remembers which discs touch each cell.
pub(super) struct Packing {
    /// How much further it may go to the side, and down, so that the drawing takes the shape of the canvas.
    stretch: (f64, f64),
    side: usize,
    cell: f64,
    cells: Vec<Vec<Spot>>,
    /// For wished places in each cell, the ground that is full.
    full: Vec<Option<Full>>,
}

/// Within `out` of this place there was no room for a disc of this radius.
#[derive(Clone, Copy)]
struct Full {
    place: (f64, f64),
    radius: f64,
    out: f64,
}

impl Packing {
    pub(super) fn new(spots: &[Spot], options: &Canvas) -> Packing {
        let shape = f64::from(options.width) / f64::from(options.height);
        let shape = if shape.is_finite() { shape.clamp(1.0 / LONGEST, LONGEST) } else { 1.0 };
        let area: f64 = spots.iter().map(|spot| (spot.radius + GAP) * (spot.radius + GAP)).sum();
        let side = (2.0 * (spots.len() as f64).sqrt()) as usize + 1;
        // Discs fill some 0.6 of a circle, and a long canvas takes twice the way. Whatever is further counts to the outermost cells.
        let extent = 3.0 * (area * shape.max(1.0 / shape)).sqrt();
        Packing {
            stretch: (shape.sqrt(), 1.0 / shape.sqrt()),
            side,
            cell: extent.max(1.0) / side as f64,
            cells: vec![Vec::new(); side * side],
            full: vec![None; side * side],
        }
    }

    /// Finds room as near as possible to the target, or about the middle.
    pub(super) fn place(&mut self, radius: f64, target: Option<(f64, f64)>) -> Spot {
        let spot = target.and_then(|target| self.search(radius, target)).unwrap_or_else(|| self.about_the_middle(radius));
        for cell in self.touched(&spot) {
            self.cells[cell].push(spot);
        }
        spot
    }

    fn about_the_middle(&mut self, radius: f64) -> Spot {
        loop {
            if let Some(spot) = self.search(radius, (0.0, 0.0)) {
                return spot;
            }
        }
    }

    /// Along a sunflower about the target, beyond the ground that is full. Each search that fails begins the next one further out.
    fn search(&mut self, radius: f64, target: (f64, f64)) -> Option<Spot> {
        let step = radius * STEP;
        let first = self.begin(radius, target) / step;
        let seat_at = |seat: usize| step * (first * first + seat as f64).sqrt();
        let found = sunflower().take(TRIES).enumerate().find_map(|(seat, (east, south))| {
            let out = seat_at(seat);
            let spot = Spot { x: target.0 + out * east * self.stretch.0, y: target.1 + out * south * self.stretch.1, radius };
            self.is_free(&spot).then_some((spot, out))
        });
        let cell = self.cell_of(target);
        self.full[cell] = Some(Full { place: target, radius, out: found.map_or(seat_at(TRIES), |(_, out)| out) });
        found.map(|(spot, _)| spot)
    }

    /// How far from the target there can be no room, because a disc lies over it or the ground was full before.
    fn begin(&self, radius: f64, target: (f64, f64)) -> f64 {
        let point = Spot { x: target.0, y: target.1, radius };
        let longest = self.stretch.0.max(self.stretch.1);
        let covered = self.cells[self.cell_of(target)].iter().map(|disc| lack(disc, &point) / longest).fold(0.0, f64::max);
        match self.full[self.cell_of(target)] {
            Some(full) if radius >= full.radius * ALIKE => {
                let shift = distance(full.place, target) / self.stretch.0.min(self.stretch.1);
                covered.max(full.out - shift)
            }
            _ => covered,
        }
    }

    fn is_free(&self, spot: &Spot) -> bool {
        self.touched(spot).all(|cell| {
            self.cells[cell].iter().all(|disc| {
                let (x, y, apart) = (disc.x - spot.x, disc.y - spot.y, disc.radius + spot.radius + GAP);
                x * x + y * y >= apart * apart
            })
        })
    }

    /// Cells that a disc and its gap touch.
    fn touched(&self, spot: &Spot) -> impl Iterator<Item = usize> + use<> {
        let (reach, side) = (spot.radius + GAP, self.side);
        let (left, right) = (self.line(spot.x - reach), self.line(spot.x + reach));
        let (top, bottom) = (self.line(spot.y - reach), self.line(spot.y + reach));
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row * side + column))
    }

    fn cell_of(&self, place: (f64, f64)) -> usize {
        self.line(place.1) * self.side + self.line(place.0)
    }

    /// The row or column of cells at such a distance from the middle.
    fn line(&self, at: f64) -> usize {
        ((at / self.cell + self.side as f64 / 2.0).max(0.0) as usize).min(self.side - 1)
    }
}

/// How much further apart two discs would have to be.
fn lack(one: &Spot, other: &Spot) -> f64 {
    one.radius + other.radius + GAP - distance((one.x, one.y), (other.x, other.y))
}

fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (x, y) = (one.0 - other.0, one.1 - other.1);
    (x * x + y * y).sqrt()
}
