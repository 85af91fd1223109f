//! `cargo xtask serve DIR`: the page on loopback, as any static host would serve it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use anyhow::ensure;

/// Serves a folder until it is stopped; with port 0 on any that is free.
///
/// # Errors
/// There is no page in the folder, or the port is taken.
pub fn run(folder: &Path, port: u16) -> anyhow::Result<()> {
    ensure!(
        folder.join("index.html").is_file(),
        "{} holds no page; make one with `cargo xtask web {}`",
        folder.display(),
        folder.display()
    );
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    println!("http://{}/ (Ctrl+C ends it)", listener.local_addr()?);
    let folder: Arc<Path> = folder.into();
    for stream in listener.incoming() {
        let (stream, folder) = (stream?, Arc::clone(&folder));
        // A browser that goes away in the middle is no error.
        std::thread::spawn(move || drop(answer(stream, &folder)));
    }
    Ok(())
}

/// Answers requests of a connection until the browser closes it.
fn answer(stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut stream = stream;
    loop {
        let mut request = String::new();
        if reader.read_line(&mut request)? == 0 {
            return Ok(());
        }
        let mut line = String::new();
        while reader.read_line(&mut line)? > 2 {
            line.clear();
        }
        let mut words = request.split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let file = file(folder, target).filter(|_| matches!(method, "GET" | "HEAD"));
        let (status, kind, body) = match file.and_then(|path| Some((kind(&path), fs::read(path).ok()?))) {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", b"There is no such file.".to_vec()),
        };
        let length = body.len();
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\r\n"
        )?;
        if method != "HEAD" {
            stream.write_all(&body)?;
        }
        stream.flush()?;
    }
}

/// The file that an address means, if it lies inside the folder.
fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/').replace("%20", " ");
    let inside = Path::new(&path);
    let is_inside = inside.components().all(|part| matches!(part, Component::Normal(_)));
    let path = folder.join(inside);
    let path = if path.is_dir() { path.join("index.html") } else { path };
    is_inside.then_some(path)
}

/// What a file is, by its ending.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        _ => "application/octet-stream",
    }
}
