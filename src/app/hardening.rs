//! What the program does at its start so that nothing of the content leaves its memory by accident.

/// Keeps the system from writing the memory of this process to a file when it crashes.
///
/// On Unix the limit for core dumps is set, which the kernel keeps to whatever else is configured: on Linux to 1 byte,
/// which is too little for a file and is the one value that also keeps it from handing the dump to another program
/// (`fs/coredump.c`; 0 would not). Programs that this one starts inherit it.
///
/// What it does not do: take away the rights to look into the process that the same user's other programs have
/// (`PR_SET_DUMPABLE`), as the desktop's file dialogs then refuse to work with it; keep the system's error reporting
/// out on Windows, and memory from being swapped out, for which there are no safe calls. So the content is only held
/// while the card file is open, and a lock replaces the process.
pub fn harden() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = Some(if cfg!(target_os = "linux") { 1 } else { 0 });
        if let Err(error) = setrlimit(Resource::Core, Rlimit { current: limit, maximum: limit }) {
            tracing::warn!(%error, "core dumps are as the system has them");
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{Resource, getrlimit};

    #[test]
    fn no_core_is_dumped() {
        super::harden();
        let limit = getrlimit(Resource::Core);
        assert_eq!((limit.current, limit.maximum), (Some(1), Some(1)));
    }
}
