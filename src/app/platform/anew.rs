//! Starting the program once more, in the place of the process that runs.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::Command;

use super::Anew;

/// Replaces this process. Where the system can, nothing comes back from here: the new program takes the process over,
/// and the system gives back all memory of the old one.
pub fn start(called_with: &[OsString]) -> io::Result<Anew> {
    let program = std::env::current_exe()?;
    let command = |path: &Path| {
        let mut command = Command::new(path);
        command.args(called_with);
        command
    };
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        let error = command(&program).exec();
        if cfg!(target_os = "linux") {
            // A newer version was installed over the file; what runs can still be started.
            return Err(command(Path::new("/proc/self/exe")).arg0(&program).exec());
        }
        Err(error)
    }
    #[cfg(not(unix))]
    {
        command(&program).spawn()?;
        Ok(Anew::Beside)
    }
}
