//! Today and the Desk as requests draw them, and nothing else of them.

use axum::response::{Html, IntoResponse};
use kernel::Door;
use web::{Area, DeskAsk, Response, Route, Visit};

pub fn area() -> Area {
    let routes = vec![Route::get("/today", Door::Member, today), Route::get("/desk", Door::Staff, desk)];
    Area { name: "rooms", routes, ..Area::default() }
}

async fn today(visit: Visit) -> web::Result<Response> {
    let mut scope = visit.read().await?;
    let mut shown = String::new();
    for panels in &visit.house.panels {
        panels(&mut scope, &visit).await?.iter().for_each(|panel| shown.push_str(panel.html.as_str()));
    }
    Ok(Html(format!("<main>{shown}</main>")).into_response())
}

/// Of each row what is said of it, where its title leads, and the words of its acts.
async fn desk(visit: Visit) -> web::Result<Response> {
    let mut scope = visit.read().await?;
    let mut shown = String::new();
    for desk in &visit.house.desks {
        for row in desk(&mut scope, &visit, &DeskAsk { limit: 20, ..DeskAsk::default() }).await?.rows {
            let acts: Vec<String> = row.acts.iter().map(|act| format!("[{}]", act.word)).collect();
            let said = [vec![row.because, row.title, row.note], row.reasons, acts].concat();
            let (path, said) = (web::escape(&row.path), web::escape(&said.join(" | ")));
            shown.push_str(&format!("<p data-path=\"{path}\">{said}</p>"));
        }
    }
    Ok(Html(format!("<main>{shown}</main>")).into_response())
}
