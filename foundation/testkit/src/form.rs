//! Forms as a browser fills them: what the page offers, with what the person changed, encoded as the page asks.

use crate::page::{Page, parsed, words};
use kernel::Chance;
use scraper::{ElementRef, Html};

/// A file to be uploaded by a form's field.
#[derive(Clone, Debug)]
pub struct File<'a> {
    pub field: &'a str,
    pub name: &'a str,
    pub kind: &'a str,
    pub bytes: &'a [u8],
}

/// A form ready to be sent.
#[derive(Debug)]
pub(crate) struct Filled {
    pub action: String,
    pub post: bool,
    pub multipart: bool,
    pub fields: Vec<(String, String)>,
}

/// Takes the form that a selector finds and fills it. Panics on a field or a choice that the page does not offer:
/// a person could not send it either.
#[track_caller]
pub(crate) fn fill(page: &Page, selector: &str, typed: &[(&str, &str)]) -> Filled {
    let document = page.document();
    let Some(form) = document.select(&parsed(selector)).next() else {
        panic!("{} {} has no form `{selector}`: {}", page.status, page.path, page.excerpt());
    };
    assert_eq!(form.value().name(), "form", "`{selector}` is not a form");
    let controls = controls(&document, form);
    let mut fields = offered(&controls);
    for (name, value) in typed {
        may_send(&controls, name, value, page);
        fields.retain(|(held, _)| held != name);
    }
    fields.extend(typed.iter().map(|(name, value)| (name.to_string(), value.to_string())));
    let pressed = controls.iter().find(|control| {
        is_submit(control)
            && control
                .attr("name")
                .is_some_and(|name| typed.iter().any(|field| field.0 == name && control.attr("value") == Some(field.1)))
    });
    let first = controls.iter().find(|control| is_submit(control));
    if pressed.is_none()
        && let Some((name, value)) = first.and_then(|button| Some((button.attr("name")?, button.attr("value").unwrap_or_default())))
        && !typed.iter().any(|field| field.0 == name)
    {
        fields.push((name.to_owned(), value.to_owned()));
    }
    let of = |name: &str| pressed.and_then(|button| button.attr(&format!("form{name}"))).or(form.attr(name));
    Filled {
        action: of("action").filter(|action| !action.is_empty()).unwrap_or(&page.path).to_owned(),
        post: of("method").is_some_and(|method| method.eq_ignore_ascii_case("post")),
        multipart: of("enctype").is_some_and(|kind| kind.eq_ignore_ascii_case("multipart/form-data")),
        fields,
    }
}

/// Controls inside the form, and those elsewhere that name it.
fn controls<'a>(document: &'a Html, form: ElementRef<'a>) -> Vec<ElementRef<'a>> {
    let every = parsed("input, select, textarea, button");
    let id = form.attr("id");
    let ours = |control: &ElementRef<'a>| match control.attr("form") {
        Some(named) => Some(named) == id,
        None => control.ancestors().any(|above| above.id() == form.id()),
    };
    document.select(&every).filter(|control| control.attr("disabled").is_none() && ours(control)).collect()
}

fn kind<'a>(control: &ElementRef<'a>) -> &'a str {
    match control.value().name() {
        "input" => control.value().attr("type").unwrap_or("text"),
        "button" => control.value().attr("type").unwrap_or("submit"),
        other => other,
    }
}

fn is_submit(control: &ElementRef<'_>) -> bool {
    matches!(kind(control), "submit" | "image")
}

/// What the form would send untouched, without any button.
fn offered(controls: &[ElementRef<'_>]) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for control in controls {
        let Some(name) = control.attr("name") else { continue };
        let value = match kind(control) {
            "submit" | "image" | "button" | "reset" | "file" => continue,
            "checkbox" | "radio" if control.attr("checked").is_none() => continue,
            "checkbox" | "radio" => control.attr("value").unwrap_or("on").to_owned(),
            "textarea" => {
                let text: String = control.text().collect();
                text.strip_prefix('\n').unwrap_or(&text).to_owned()
            }
            "select" => match chosen(control) {
                Some(value) => value,
                None => continue,
            },
            _ => control.attr("value").unwrap_or_default().to_owned(),
        };
        fields.push((name.to_owned(), value));
    }
    fields
}

fn options(select: &ElementRef<'_>) -> Vec<(String, bool)> {
    let value = |option: ElementRef<'_>| {
        (option.attr("value").map_or_else(|| words(option), str::to_owned), option.attr("selected").is_some())
    };
    select.select(&parsed("option:not([disabled])")).map(value).collect()
}

fn chosen(select: &ElementRef<'_>) -> Option<String> {
    let options = options(select);
    options.iter().find(|option| option.1).or(options.first()).map(|option| option.0.clone())
}

#[track_caller]
fn may_send(controls: &[ElementRef<'_>], name: &str, value: &str, page: &Page) {
    let named: Vec<&ElementRef<'_>> = controls.iter().filter(|control| control.attr("name") == Some(name)).collect();
    assert!(!named.is_empty(), "the form on {} has no field `{name}`", page.path);
    let takes = named.iter().any(|control| match kind(control) {
        "radio" | "checkbox" => control.attr("value").unwrap_or("on") == value,
        "select" => options(control).iter().any(|option| option.0 == value),
        "submit" => control.attr("value").unwrap_or_default() == value,
        _ => true,
    });
    assert!(takes, "the field `{name}` on {} does not offer `{value}`", page.path);
}

/// `application/x-www-form-urlencoded`.
pub(crate) fn urlencoded(fields: &[(String, String)]) -> String {
    let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    pairs.join("&")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// `multipart/form-data`: the content type with its boundary, and the body. Files come after the fields.
pub(crate) fn multipart(fields: &[(String, String)], files: &[File<'_>]) -> (String, Vec<u8>) {
    let boundary = format!("artel-{}", Chance::system().id());
    let quoted = |text: &str| text.replace('"', "%22").replace(['\r', '\n'], " ");
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{value}\r\n", quoted(name)).bytes(),
        );
    }
    for file in files {
        let (field, name, kind) = (quoted(file.field), quoted(file.name), file.kind);
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend_from_slice(file.bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{boundary}--\r\n").bytes());
    (format!("multipart/form-data; boundary={boundary}"), body)
}
