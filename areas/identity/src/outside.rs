//! Accounts, sessions and codes live outside communities, and are reached from within one (in the same transaction) as
//! well as from none. What both ways have in common.

use kernel::Result;
use std::future::Future;
use store::{FromRow, Global, Scope, Statement, Value};

pub trait Outside: Send {
    fn rows<T: FromRow + Send>(
        &mut self,
        statement: &'static Statement,
        args: &[Value],
    ) -> impl Future<Output = Result<Vec<T>>> + Send;
    fn touch(&mut self, statement: &'static Statement, args: &[Value]) -> impl Future<Output = Result<u64>> + Send;

    /// The first row, or nothing.
    fn row<T: FromRow + Send>(
        &mut self,
        statement: &'static Statement,
        args: &[Value],
    ) -> impl Future<Output = Result<Option<T>>> + Send {
        async move { Ok(self.rows(statement, args).await?.into_iter().next()) }
    }
}

impl Outside for Scope {
    async fn rows<T: FromRow + Send>(&mut self, statement: &'static Statement, args: &[Value]) -> Result<Vec<T>> {
        self.global_all(statement, args).await
    }

    async fn touch(&mut self, statement: &'static Statement, args: &[Value]) -> Result<u64> {
        self.global_run(statement, args).await
    }
}

impl Outside for Global {
    async fn rows<T: FromRow + Send>(&mut self, statement: &'static Statement, args: &[Value]) -> Result<Vec<T>> {
        self.all(statement, args).await
    }

    async fn touch(&mut self, statement: &'static Statement, args: &[Value]) -> Result<u64> {
        self.run(statement, args).await
    }
}
