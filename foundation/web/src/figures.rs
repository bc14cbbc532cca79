//! Figures as templates hand them over.

/// Numbers as templates pass them: by value or by any number of references.
pub trait Count {
    fn count(&self) -> i64;
}

macro_rules! count {
    ($($kind:ty),*) => {$(
        impl Count for $kind {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}
count!(i64, i32, u8, u16, u32, u64, usize);

impl<T: Count + ?Sized> Count for &T {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

macro_rules! count_id {
    ($($kind:ty),*) => {$(
        impl Count for $kind {
            fn count(&self) -> i64 {
                self.0
            }
        }
    )*};
}
count_id!(kernel::MemberId, kernel::IdentityId, kernel::AccountId);

/// Shares as templates pass them.
pub trait Share {
    fn share(&self) -> f64;
}

impl Share for f64 {
    fn share(&self) -> f64 {
        *self
    }
}

impl<T: Share + ?Sized> Share for &T {
    fn share(&self) -> f64 {
        (**self).share()
    }
}
