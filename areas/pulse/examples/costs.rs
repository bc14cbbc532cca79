//! What Pulse costs by itself: `costs DATA SLUG DEEDS SLICE DATE...`. The last DEEDS are met once more in slices of SLICE
//! (so that they are counted twice: the roll-ups must be counted anew afterwards), and each day is computed as for its first
//! reader. Prints a line for each: name, processor seconds, seconds. `bench/pulse.py` reads them.

use kernel::{Chance, Clock};
use pulse::{day, measuring, sight::Sight};
use rustix::time::{ClockId, clock_gettime};
use store::{Place, Store, Who, followers};

fn seconds(clock: ClockId) -> f64 {
    let now = clock_gettime(clock);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

struct Timed {
    processor: f64,
    wall: f64,
}

impl Timed {
    fn begin() -> Timed {
        Timed { processor: seconds(ClockId::ProcessCPUTime), wall: seconds(ClockId::Monotonic) }
    }

    fn tell(self, name: &str) {
        let (processor, wall) = (seconds(ClockId::ProcessCPUTime) - self.processor, seconds(ClockId::Monotonic) - self.wall);
        println!("{name}\t{processor:.6}\t{wall:.6}");
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [data, slug, deeds, slice, dates @ ..] = words.as_slice() else {
        anyhow::bail!("costs DATA SLUG DEEDS SLICE DATE...");
    };
    let store = Store::open(&Place { data: data.into(), database_url: None }).await?;
    let Some(community) = identity::community::by_slug(&store, slug).await? else { anyhow::bail!("there is no {slug}") };
    let who = Who::system(community.id, &Clock::machine(), &Chance::system());
    for date in dates {
        let Some(day) = day::parse(date) else { anyhow::bail!("{date} is no date") };
        let timed = Timed::begin();
        measuring::afresh(&store, &who, day, Sight::Open).await?;
        timed.tell("a past day");
    }
    let (deeds, slice): (i64, i64) = (deeds.parse()?, slice.parse()?);
    let mut place = followers::place(&mut store.read(&who).await?, pulse::NAME).await? - deeds;
    let follower = pulse::follower();
    let timed = Timed::begin();
    loop {
        let mut scope = store.write(&who).await?;
        let met = scope.deeds_after(place, slice).await?;
        let Some(last) = met.last() else { break };
        place = last.seq;
        follower.meet(&mut scope, &met).await?;
        scope.commit().await?;
    }
    timed.tell("deeds met");
    Ok(())
}
