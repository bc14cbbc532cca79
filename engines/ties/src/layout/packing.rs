use super::{Canvas, GAP, Spot, sunflower};

/// Seats tried near the wished place, before a disc goes to the rim.
const TRIES: usize = 2_000;
/// Seats lie so far apart, for each unit of the disc's radius.
const STEP: f64 = 0.5;
/// Canvases longer than this are filled as if they were not.
const LONGEST: f64 = 4.0;

/// Discs on a plane without an edge, none over another. A coarse grid remembers which discs touch each cell.
pub(super) struct Packing {
    /// How much further it may go to the side, and down, so that the drawing takes the shape of the canvas.
    stretch: (f64, f64),
    side: usize,
    cell: f64,
    cells: Vec<Vec<Spot>>,
    /// How far from the middle the last disc without a wish was placed.
    rim: f64,
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
            rim: 0.0,
        }
    }

    /// Finds room as near as possible to the target, or about the middle.
    pub(super) fn place(&mut self, radius: f64, target: Option<(f64, f64)>) -> Spot {
        let wished = target.and_then(|target| self.search(radius, target, self.covered(radius, target), TRIES));
        let spot = wished.unwrap_or_else(|| self.outward(radius));
        for cell in self.touched(&spot) {
            self.cells[cell].push(spot);
        }
        spot
    }

    /// Discs without a wish go outward: where there was no room for the last, there is none for the next, but for a gap or two.
    fn outward(&mut self, radius: f64) -> Spot {
        loop {
            if let Some(spot) = self.search(radius, (0.0, 0.0), self.rim, TRIES) {
                let (x, y) = (spot.x / self.stretch.0, spot.y / self.stretch.1);
                self.rim = (x * x + y * y).sqrt();
                return spot;
            }
            self.rim += radius * STEP;
        }
    }

    /// Along a sunflower about the target, from a distance on.
    fn search(&self, radius: f64, target: (f64, f64), distance: f64, tries: usize) -> Option<Spot> {
        let step = radius * STEP;
        let first = (distance / step) * (distance / step);
        sunflower().take(tries).enumerate().find_map(|(seat, (east, south))| {
            let out = step * (first + seat as f64).sqrt();
            let spot = Spot { x: target.0 + out * east * self.stretch.0, y: target.1 + out * south * self.stretch.1, radius };
            self.is_free(&spot).then_some(spot)
        })
    }

    /// How far from the target there can be no room, because a disc lies over it.
    fn covered(&self, radius: f64, target: (f64, f64)) -> f64 {
        let point = Spot { x: target.0, y: target.1, radius };
        let longest = self.stretch.0.max(self.stretch.1);
        self.touched(&point).flat_map(|cell| &self.cells[cell]).map(|disc| lack(disc, &point) / longest).fold(0.0, f64::max)
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
        let (reach, cell, side) = (spot.radius + GAP, self.cell, self.side);
        let index = move |at: f64| ((at / cell + side as f64 / 2.0).max(0.0) as usize).min(side - 1);
        let (left, right) = (index(spot.x - reach), index(spot.x + reach));
        let (top, bottom) = (index(spot.y - reach), index(spot.y + reach));
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row * side + column))
    }
}

/// How much further apart two discs would have to be.
fn lack(one: &Spot, other: &Spot) -> f64 {
    let (x, y) = (one.x - other.x, one.y - other.y);
    one.radius + other.radius + GAP - (x * x + y * y).sqrt()
}
