//! A virtual screen with the program's window on it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use crate::program::Program;

/// Width and height of the screen, pixels.
pub const SIZE: [u32; 2] = [1920, 1080];

/// Both end with it.
pub struct Screen {
    display: String,
    server: Child,
    window: Child,
    name: String,
}

impl Screen {
    /// Starts both, and waits for the window.
    ///
    /// # Errors
    /// `Xvfb` or `xdotool` is missing, or no window comes within a minute.
    pub fn open(program: &Program, home: &Path) -> anyhow::Result<Self> {
        let [width, height] = SIZE;
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-dpi", "96", "-nolisten", "tcp", "-screen", "0"]);
        server.arg(format!("{width}x{height}x24")).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = server.spawn().context("Xvfb cannot be started; apt-get install xvfb xdotool xclip")?;
        let mut number = String::new();
        let said = server.stdout.take().context("Xvfb says which display it is")?;
        BufReader::new(said).read_line(&mut number)?;
        let display = format!(":{}", number.trim());
        let mut window = program.command();
        window.arg(program.path("assets/samples/cat.png")).env("DISPLAY", &display).env("HOME", home);
        for (name, folder) in [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
            window.env(name, home.join(folder));
        }
        window.env("LIBGL_ALWAYS_SOFTWARE", "1").env("WINIT_X11_SCALE_FACTOR", "1");
        window.env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET").stderr(Stdio::inherit());
        let window = window.spawn()?;
        let mut screen = Self { display, server, window, name: String::new() };
        let begun = Instant::now();
        while screen.name.is_empty() {
            ensure!(begun.elapsed() < Duration::from_secs(60), "no window comes");
            std::thread::sleep(Duration::from_millis(200));
            let found = screen.command("xdotool").args(["search", "--name", "Inception Lens"]).output();
            let found = found.context("xdotool cannot be started; apt-get install xvfb xdotool xclip")?;
            screen.name = String::from_utf8_lossy(&found.stdout).lines().next().unwrap_or_default().to_owned();
        }
        screen.tool(&["windowfocus", &screen.name.clone()])?;
        Ok(screen)
    }

    /// A program that sees this screen.
    pub fn command(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.env("DISPLAY", &self.display);
        command
    }

    /// `xdotool` with these words.
    ///
    /// # Errors
    /// It cannot be started.  What it cannot do, since the window has just gone, is no error here.
    pub fn tool(&self, words: &[&str]) -> anyhow::Result<()> {
        self.command("xdotool").args(words).stderr(Stdio::null()).status()?;
        Ok(())
    }

    /// The window, as `xdotool` calls it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Number of the program's process.
    pub fn process(&self) -> u32 {
        self.window.id()
    }

    /// How the program ended, if it did.
    ///
    /// # Errors
    /// The system does not say.
    pub fn ended(&mut self) -> anyhow::Result<Option<ExitStatus>> {
        Ok(self.window.try_wait()?)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in [&mut self.window, &mut self.server] {
            // One that has ended by itself needs neither.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
