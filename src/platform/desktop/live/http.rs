//! A stream of JPEGs by its address: `multipart/x-mixed-replace`, as cameras and phones serve it.
//!
//! Nothing is sent but the question; bytes are bounded by [`crate::live::JpegStream`].  A connection that breaks off is opened again;
//! one that never was good fails at once, since the address is more likely wrong.

use std::io::{self, Read};

use ureq::http::{StatusCode, header};
use ureq::{Body, Error, Timeout, http::Response};
use url::Url;

use super::address::{is_near, is_same_host, of_url};
use crate::fetch::agent;
use crate::live::{FrameSource, LiveError, Next, Open, Pictures, Step, Stop, StreamError};
use crate::platform::files::words;
use crate::platform::live::{Address, Patience};
use crate::platform::not_here::NotHere;

/// Redirects that are followed, on one host.
const MAX_REDIRECTS: usize = 5;

pub fn stream(address: Address, patience: Patience) -> Result<Open, NotHere> {
    Ok(Box::new(move |stop| {
        let unreadable = |_| LiveError::NotHere;
        let url = Url::parse(&address.url).map_err(unreadable)?;
        let mut source = Http { host: address.host, url, patience, pictures: None, failed: 0 };
        // What is wrong with the address is said at once.
        source.connect(stop)?;
        Ok(Box::new(source))
    }))
}

struct Http {
    host: String,
    url: Url,
    patience: Patience,
    /// The answer that is being read.
    pictures: Option<Pictures<Box<dyn Read>>>,
    /// Attempts since the last frame.
    failed: u32,
}

impl FrameSource for Http {
    fn next_frame(&mut self, stop: &Stop) -> Step {
        if self.pictures.is_none() {
            let pause = self.patience.pause * 2_u32.saturating_pow(self.failed.saturating_sub(1).min(8));
            if stop.wait(pause.min(Patience::LONGEST)) {
                return Step::Ended;
            }
            self.failed += 1;
            if let Err(error) = self.connect(stop) {
                return if is_passing(&error) { Step::Waiting(error) } else { Step::Failed(error) };
            }
        }
        let Some(pictures) = &mut self.pictures else { return Step::Ended };
        let host = || self.host.clone();
        let reason = match pictures.next_frame() {
            Ok(Next::Frame(frame)) => {
                self.failed = 0;
                return Step::Frame(frame);
            }
            Ok(Next::Damaged(error)) => return Step::Failed(LiveError::Picture { name: host(), error }),
            Err(StreamError::NoPictures) => return Step::Failed(LiveError::NoPictures { name: host() }),
            Err(StreamError::Endless) => return Step::Failed(LiveError::Endless { name: host() }),
            Ok(Next::End) => LiveError::CutOff { host: host() },
            Err(StreamError::Read(error)) => self.broken(error),
        };
        self.pictures = None;
        Step::Waiting(reason)
    }
}

/// Whether it may be over in a moment.
fn is_passing(error: &LiveError) -> bool {
    matches!(error, LiveError::Unreachable { .. } | LiveError::Silent { .. } | LiveError::CutOff { .. })
        || matches!(error, LiveError::Refused { status, .. } if *status >= 500)
}

impl Http {
    /// Asks for the stream.
    fn connect(&mut self, stop: &Stop) -> Result<(), LiveError> {
        let mut url = self.url.clone();
        for _ in 0..=MAX_REDIRECTS {
            let response = self.ask(&url, stop)?;
            let status = response.status();
            if status.is_redirection() {
                url = self.redirected(&url, &response)?;
                continue;
            }
            return match status {
                StatusCode::OK => self.take(response),
                StatusCode::UNAUTHORIZED => Err(LiveError::Password { host: self.host.clone() }),
                status => Err(LiveError::Refused { host: self.host.clone(), status: status.as_u16() }),
            };
        }
        Err(LiveError::Redirects { host: self.host.clone() })
    }

    fn ask(&self, url: &Url, stop: &Stop) -> Result<Response<Body>, LiveError> {
        let agent = agent(0, is_near(url), self.patience.connect, self.patience.silence);
        let closes = agent.clone();
        stop.when_set(move || closes.shutdown());
        agent.get(url.as_str()).call().map_err(|error| self.explain(&error))
    }

    /// Where an answer leads: on the same host only.
    fn redirected(&self, from: &Url, response: &Response<Body>) -> Result<Url, LiveError> {
        let host = || self.host.clone();
        let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
        let Some(to) = to.and_then(|to| from.join(to).ok()) else {
            return Err(LiveError::Redirects { host: host() });
        };
        let is_stream = matches!(to.scheme(), "http" | "https") && is_same_host(from, &to);
        match of_url(&to) {
            Ok(_) if is_stream => Ok(to),
            Ok(address) => Err(LiveError::Redirect { host: host(), to: address.host }),
            Err(_) => Err(LiveError::Redirect { host: host(), to: to.host_str().unwrap_or_default().to_owned() }),
        }
    }

    fn take(&mut self, response: Response<Body>) -> Result<(), LiveError> {
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        // Some servers do not say what they send, or say that it is just bytes; pictures are told apart by themselves.
        let is_stream = ["multipart/", "image/jpeg", "image/jpg", "video/", "application/octet-stream"];
        if !kind.is_empty() && !is_stream.iter().any(|begin| kind.starts_with(begin)) {
            return Err(LiveError::NotAStream { host: self.host.clone(), kind });
        }
        self.pictures = Some(Pictures::new(Box::new(response.into_body().into_reader())));
        Ok(())
    }

    fn broken(&self, error: io::Error) -> LiveError {
        match Error::from(error) {
            Error::Timeout(_) => self.silent(),
            _ => LiveError::CutOff { host: self.host.clone() },
        }
    }

    fn silent(&self) -> LiveError {
        LiveError::Silent { host: self.host.clone(), seconds: self.patience.silence.as_secs() }
    }

    fn explain(&self, error: &Error) -> LiveError {
        let host = self.host.clone();
        match error {
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
                LiveError::Silent { host, seconds: self.patience.connect.as_secs() }
            }
            Error::Timeout(_) => self.silent(),
            Error::Io(error) => LiveError::Unreachable { host, cause: words(error) },
            Error::HostNotFound => LiveError::Unreachable { host, cause: "its name is unknown".to_owned() },
            error => LiveError::Unreachable { host, cause: error.to_string() },
        }
    }
}
