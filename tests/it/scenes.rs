//! Scenes: links, scene files, `--scene`, *Copy link*, and a lesson of one's own in the window.

mod command_line;
mod link;
mod save;
mod window;
