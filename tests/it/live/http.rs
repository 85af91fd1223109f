//! Streams of a server on this computer: good, slow, cut off, with a wrong boundary, not there, without end, elsewhere.

use std::io::Write as _;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use inception_lens::live::{LiveError, Phase, Player};
use inception_lens::platform::live::{Patience, address, stream};

use super::{end, is_about, jpeg, next, plain, play, red, until};
use crate::http_server::{Server, head};

/// Short, so that tests are.
const PATIENCE: Patience =
    Patience { connect: Duration::from_secs(5), silence: Duration::from_secs(2), pause: Duration::from_millis(20) };

fn connect(url: &str) -> Player {
    play(stream(address(url).unwrap(), PATIENCE).unwrap())
}

fn of(server: &Server) -> Player {
    connect(&server.url("/video"))
}

fn begin(stream: &mut TcpStream, boundary: &str) {
    head(stream, "200 OK", &[("Content-Type", format!("multipart/x-mixed-replace; boundary={boundary}"))]);
}

fn part(stream: &mut TcpStream, boundary: &str, bytes: &[u8]) -> bool {
    let head = format!("--{boundary}\r\nContent-Type: image/jpeg\r\nContent-Length: {}\r\n\r\n", bytes.len());
    stream.write_all(head.as_bytes()).is_ok() && stream.write_all(bytes).is_ok() && stream.write_all(b"\r\n").is_ok()
}

/// Waits until the client is gone.
fn hold(stream: &mut TcpStream) {
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let _ = std::io::Read::read(stream, &mut [0; 16]);
}

fn failed(player: &mut Player) -> LiveError {
    match end(player) {
        Phase::Failed(error) => error,
        phase => panic!("{phase:?}"),
    }
}

#[test]
fn a_good_stream_plays() {
    let server = Server::start(|_, stream| {
        begin(stream, "frame");
        for red in [40, 140, 240].into_iter().cycle() {
            if !part(stream, "frame", &jpeg(&plain(red))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    });
    let mut player = of(&server);
    let frames: Vec<_> = (0..6).map(|_| next(&mut player)).collect();
    assert!(frames.windows(2).all(|pair| pair[0].number < pair[1].number));
    assert!(frames.iter().all(|frame| [40, 140, 240].iter().any(|&wanted| is_about(red(frame), wanted))));
    assert_eq!(player.phase(), Phase::Playing);
    assert_eq!(server.requests().len(), 1, "one connection");
}

#[test]
fn a_wrong_boundary_or_none_plays_all_the_same() {
    let server = Server::start(|request, stream| {
        match &*request.path {
            "/none" => head(stream, "200 OK", &[]),
            _ => begin(stream, "announced"),
        }
        part(stream, "used", &jpeg(&plain(70)));
        part(stream, "used", &jpeg(&plain(170)));
        hold(stream);
    });
    for path in ["/other", "/none"] {
        let mut player = connect(&server.url(path));
        until(&mut player, |player| (player.count() == 2).then_some(()));
        assert!(is_about(red(&player.latest(0.0).unwrap()), 170));
    }
}

#[test]
fn a_slow_stream_waits_and_a_silent_one_is_connected_again() {
    let connections = Arc::new(AtomicUsize::new(0));
    let counts = connections.clone();
    let server = Server::start(move |_, stream| {
        let connection = counts.fetch_add(1, Ordering::SeqCst);
        begin(stream, "frame");
        let bytes = jpeg(&plain(if connection == 0 { 60 } else { 180 }));
        for drop in bytes.chunks(bytes.len() / 5 + 1) {
            let _ = stream.write_all(drop);
            std::thread::sleep(Duration::from_millis(60));
        }
        hold(stream);
    });
    let mut player = of(&server);
    assert!(is_about(red(&next(&mut player)), 60));
    // Then nothing comes for longer than anybody waits.
    let reason = until(&mut player, |player| match player.phase() {
        Phase::Waiting(reason) => Some(reason),
        _ => None,
    });
    assert!(matches!(reason, LiveError::Silent { seconds: 2, .. }), "{reason:?}");
    assert!(is_about(red(&next(&mut player)), 180));
    assert!(connections.load(Ordering::SeqCst) >= 2);
}

#[test]
fn a_stream_that_is_cut_off_is_connected_again_and_half_a_picture_is_none() {
    let connections = Arc::new(AtomicUsize::new(0));
    let counts = connections.clone();
    let server = Server::start(move |_, stream| {
        let connection = counts.fetch_add(1, Ordering::SeqCst);
        begin(stream, "frame");
        let bytes = jpeg(&plain(if connection == 0 { 50 } else { 200 }));
        part(stream, "frame", &bytes);
        if connection == 0 {
            let _ = stream.write_all(&bytes[..bytes.len() / 2]);
        } else {
            hold(stream);
        }
    });
    let mut player = of(&server);
    until(&mut player, |player| (player.count() == 2).then_some(()));
    let last = player.latest(0.0).unwrap();
    assert!(is_about(red(&last), 200) && last.number == 2);
    assert_eq!(player.phase(), Phase::Playing);
}

#[test]
fn what_is_no_stream_says_what_it_is() {
    let server = Server::start(|request, stream| match &*request.path {
        "/page" => {
            head(stream, "200 OK", &[("Content-Type", "text/html; charset=utf-8".to_owned())]);
            let _ = stream.write_all(b"<html>log in first</html>");
        }
        "/locked" => head(stream, "401 Unauthorized", &[("WWW-Authenticate", "Basic realm=\"camera\"".to_owned())]),
        _ => head(stream, "404 Not Found", &[]),
    });
    let error = |path: &str| failed(&mut connect(&server.url(path)));
    assert!(matches!(error("/nowhere"), LiveError::Refused { status: 404, .. }));
    assert!(matches!(error("/locked"), LiveError::Password { .. }));
    assert!(matches!(error("/page"), LiveError::NotAStream { kind, .. } if kind == "text/html"));
    assert_eq!(server.requests().len(), 3, "none of them is asked again");
}

#[test]
fn nobody_there_is_said_at_once() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/video", listener.local_addr().unwrap());
    drop(listener);
    assert!(matches!(failed(&mut connect(&url)), LiveError::Unreachable { .. }));
}

#[test]
fn bytes_without_end_are_bounded() {
    let server = Server::start(|request, stream| {
        begin(stream, "frame");
        let picture = jpeg(&plain(90));
        let noise = [b'x'; 1 << 16];
        if request.path == "/endless" {
            let _ = stream.write_all(&picture[..picture.len() - 2]);
        }
        let zeros = [0; 1 << 16];
        while stream.write_all(if request.path == "/endless" { &zeros } else { &noise }).is_ok() {}
    });
    assert!(matches!(failed(&mut connect(&server.url("/endless"))), LiveError::Endless { .. }));
    assert!(matches!(failed(&mut connect(&server.url("/noise"))), LiveError::NoPictures { .. }));
}

#[test]
fn damaged_pictures_are_passed_over_until_there_are_too_many() {
    let server = Server::start(|request, stream| {
        begin(stream, "frame");
        // Its scan has no table to be read by.
        let damaged = [&[0xff, 0xd8, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3][..], &[0xff, 0xd9]].concat();
        for number in 0..20 {
            part(stream, "frame", &damaged);
            if request.path == "/some" && number == 5 {
                part(stream, "frame", &jpeg(&plain(110)));
                return hold(stream);
            }
        }
        hold(stream);
    });
    assert!(is_about(red(&next(&mut connect(&server.url("/some")))), 110));
    assert!(matches!(failed(&mut connect(&server.url("/all"))), LiveError::Picture { .. }));
}

#[test]
fn redirects_stay_on_their_host() {
    let server = Server::start(|request, stream| {
        let to = |to: &str| ("Location", to.to_owned());
        match &*request.path {
            "/moved" => head(stream, "302 Found", &[to("/video")]),
            "/elsewhere" => head(stream, "301 Moved Permanently", &[to("http://example.com/video")]),
            "/named" => head(stream, "302 Found", &[to("http://me:secret@127.0.0.1/video")]),
            "/file" => head(stream, "302 Found", &[to("file:///etc/passwd")]),
            "/round" => head(stream, "302 Found", &[to("/round")]),
            _ => {
                begin(stream, "frame");
                part(stream, "frame", &jpeg(&plain(130)));
                hold(stream);
            }
        }
    });
    assert!(is_about(red(&next(&mut connect(&server.url("/moved")))), 130));
    let error = |path: &str| failed(&mut connect(&server.url(path)));
    assert!(matches!(error("/elsewhere"), LiveError::Redirect { to, .. } if to == "example.com"));
    assert!(matches!(error("/round"), LiveError::Redirects { .. }));
    for path in ["/named", "/file"] {
        let error = error(path);
        assert!(matches!(error, LiveError::Redirect { .. }) && !error.to_string().contains("secret"), "{error}");
    }
}
