//! Rows as the databases give them, read cell by cell in the order of the `select`.

use crate::value::{Cell, Value};
use anyhow::Context;

#[derive(Debug)]
pub struct Row {
    cells: std::vec::IntoIter<Value>,
    read: usize,
}

impl Row {
    pub(crate) fn new(cells: Vec<Value>) -> Row {
        Row { cells: cells.into_iter(), read: 0 }
    }

    pub(crate) fn into_cells(self) -> impl Iterator<Item = Value> {
        self.cells
    }

    /// The next cell.
    #[allow(clippy::should_implement_trait, reason = "each cell has a kind of its own, so a row is no iterator")]
    pub fn next<T: Cell>(&mut self) -> anyhow::Result<T> {
        self.read += 1;
        let value = self.cells.next().with_context(|| format!("the row has no column {}", self.read))?;
        T::from_value(value).with_context(|| format!("column {}", self.read))
    }
}

pub trait FromRow: Sized {
    fn from_row(row: &mut Row) -> anyhow::Result<Self>;
}

macro_rules! single {
    ($($name:ty),*) => {$(
        impl FromRow for $name {
            fn from_row(row: &mut Row) -> anyhow::Result<Self> { row.next() }
        }
    )*};
}
single!(i64, f64, bool, String, Vec<u8>, serde_json::Value);
single!(kernel::AccountId, kernel::AudienceId, kernel::CommunityId, kernel::IdentityId, kernel::MemberId);

impl<T: Cell> FromRow for Option<T> {
    fn from_row(row: &mut Row) -> anyhow::Result<Self> {
        row.next()
    }
}

macro_rules! tuple {
    ($($name:ident)+) => {
        impl<$($name: Cell),+> FromRow for ($($name,)+) {
            fn from_row(row: &mut Row) -> anyhow::Result<Self> {
                Ok(($(row.next::<$name>()?,)+))
            }
        }
    };
}
tuple!(A);
tuple!(A B);
tuple!(A B C);
tuple!(A B C D);
tuple!(A B C D F);
tuple!(A B C D F G);
tuple!(A B C D F G H);
tuple!(A B C D F G H I);
tuple!(A B C D F G H I J);
tuple!(A B C D F G H I J K);
tuple!(A B C D F G H I J K L);
tuple!(A B C D F G H I J K L M);
tuple!(A B C D F G H I J K L M N);
tuple!(A B C D F G H I J K L M N O);
tuple!(A B C D F G H I J K L M N O P);
tuple!(A B C D F G H I J K L M N O P Q);
