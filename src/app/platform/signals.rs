//! What the system tells of sleep, of its screen being locked, and of another user coming.
//!
//! On Linux by the message buses: logind's `Lock`, its `PrepareForSleep` and whether the session is in front, and the
//! desktop's `ActiveChanged` of its screen saver. Where there is no bus, or nobody on it, nothing is told, and nothing
//! waits for it. Other systems tell only by calls that are not safe code; there the clock shows a gap after sleep.

#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn listen() -> iced::futures::stream::BoxStream<'static, ()> {
    Box::pin(iced::futures::stream::pending())
}

#[cfg(all(unix, not(target_os = "macos")))]
pub use linux::listen;

#[cfg(all(unix, not(target_os = "macos")))]
mod linux {
    use std::time::Duration;

    use iced::futures::stream::{self, BoxStream, StreamExt};
    use zbus::connection::Builder;
    use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};
    use zbus::{Connection, MatchRule, Message, MessageStream, message};

    const LOGIN: &str = "org.freedesktop.login1";
    const MANAGER: &str = "/org/freedesktop/login1";
    const MANAGER_INTERFACE: &str = "org.freedesktop.login1.Manager";
    const SESSION_INTERFACE: &str = "org.freedesktop.login1.Session";
    /// The session this process belongs to, whatever its name.
    const OWN_SESSION: &str = "/org/freedesktop/login1/session/auto";
    const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
    /// How long somebody on a bus may take to answer.
    const ANSWER: Duration = Duration::from_secs(2);
    /// What desktops call the one who hides the screen.
    const SAVERS: [&str; 4] =
        ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"];

    /// Listens on both buses.
    pub fn listen() -> BoxStream<'static, ()> {
        let of_system = async { of_system(connect(Builder::system(), ANSWER).await?).await };
        let of_session = async { of_session(connect(Builder::session(), ANSWER).await?).await };
        let of_system = stream::once(of_system).filter_map(std::future::ready).flatten();
        let of_session = stream::once(of_session).filter_map(std::future::ready).flatten();
        // The end of one must not look like the end of all.
        Box::pin(stream::select(of_system, of_session).chain(stream::pending()))
    }

    async fn connect(builder: zbus::Result<Builder<'_>>, answer: Duration) -> Option<Connection> {
        builder.ok()?.method_timeout(answer).build().await.ok()
    }

    /// Returns what logind tells.
    async fn of_system(bus: Connection) -> Option<BoxStream<'static, ()>> {
        let sleep = signals(&bus, LOGIN, MANAGER_INTERFACE, "PrepareForSleep", Some(MANAGER)).await?;
        let mut streams = vec![sleep.filter_map(|told| async move { says_yes(&told) }).boxed()];
        if let Some(session) = session(&bus).await {
            if let Some(lock) = signals(&bus, LOGIN, SESSION_INTERFACE, "Lock", Some(session.as_str())).await {
                streams.push(lock.map(|_| ()).boxed());
            }
            if let Some(change) = signals(&bus, LOGIN, PROPERTIES, "PropertiesChanged", Some(session.as_str())).await {
                streams.push(change.filter_map(|told| async move { goes_behind(&told) }).boxed());
            }
        }
        // Sleep waits until this is dropped, which is when the process is replaced, at the latest after five seconds.
        let delay = delay(&bus).await;
        let all = stream::select_all(streams).map(move |()| {
            let _held = &delay;
        });
        Some(all.boxed())
    }

    /// Returns what the desktop tells.
    async fn of_session(bus: Connection) -> Option<BoxStream<'static, ()>> {
        let mut streams = Vec::new();
        for saver in SAVERS {
            if let Some(active) = signals(&bus, saver, saver, "ActiveChanged", None).await {
                streams.push(active.filter_map(|told| async move { says_yes(&told) }).boxed());
            }
        }
        Some(stream::select_all(streams).boxed())
    }

    async fn signals(
        bus: &Connection,
        sender: &'static str,
        interface: &'static str,
        member: &'static str,
        path: Option<&str>,
    ) -> Option<MessageStream> {
        let rule = MatchRule::builder().msg_type(message::Type::Signal);
        let rule = rule.sender(sender).ok()?.interface(interface).ok()?.member(member).ok()?;
        let rule = match path {
            Some(path) => rule.path(path.to_owned()).ok()?,
            None => rule,
        };
        MessageStream::for_match_rule(rule.build().into_owned(), bus, None).await.ok()
    }

    /// Returns the path under which the session of this process sends its signals.
    async fn session(bus: &Connection) -> Option<OwnedObjectPath> {
        let answer = bus
            .call_method(Some(LOGIN), OWN_SESSION, Some(PROPERTIES), "Get", &(SESSION_INTERFACE, "Id"))
            .await
            .ok()?;
        let id = String::try_from(answer.body().deserialize::<OwnedValue>().ok()?).ok()?;
        let answer = bus.call_method(Some(LOGIN), MANAGER, Some(MANAGER_INTERFACE), "GetSession", &(id,)).await.ok()?;
        answer.body().deserialize().ok()
    }

    /// Asks to be waited for before the computer sleeps.
    async fn delay(bus: &Connection) -> Option<OwnedFd> {
        let asked = ("sleep", "Kartotek", "Locks the card file", "delay");
        let answer = bus.call_method(Some(LOGIN), MANAGER, Some(MANAGER_INTERFACE), "Inhibit", &asked).await.ok()?;
        answer.body().deserialize().ok()
    }

    /// Answers a signal that says whether something begins, where it does.
    fn says_yes(told: &zbus::Result<Message>) -> Option<()> {
        told.as_ref().ok()?.body().deserialize::<bool>().ok()?.then_some(())
    }

    /// Answers a change of a session's properties, where another one comes to the front.
    fn goes_behind(told: &zbus::Result<Message>) -> Option<()> {
        type Changed = (String, std::collections::HashMap<String, OwnedValue>, Vec<String>);
        let body = told.as_ref().ok()?.body();
        let (_, changed, _) = body.deserialize::<Changed>().ok()?;
        let active = bool::try_from(changed.get("Active")?).ok()?;
        (!active).then_some(())
    }

    #[cfg(test)]
    mod tests {
        #![allow(clippy::unwrap_used)]

        use std::collections::HashMap;
        use std::io::{BufRead, BufReader};
        use std::process::{Command, Stdio};

        use zbus::zvariant::Value;

        use super::*;

        fn signal<B: serde::Serialize + zbus::zvariant::DynamicType>(body: &B) -> zbus::Result<Message> {
            Message::signal("/a", "org.example.A", "B").unwrap().build(body)
        }

        #[test]
        #[ignore = "starts a message bus of its own, for which dbus-daemon must be installed"]
        fn what_a_bus_tells_arrives() {
            let mut daemon = Command::new("dbus-daemon");
            let daemon = daemon.args(["--session", "--nofork", "--print-address"]).stdout(Stdio::piped());
            let mut daemon = daemon.spawn().unwrap();
            let mut address = String::new();
            BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
            // The one in the part of logind answers nothing that it is asked.
            let connect = async |name: Option<&'static str>| {
                let builder = Builder::address(address.trim()).unwrap();
                let builder = if let Some(name) = name { builder.name(name).unwrap() } else { builder };
                super::connect(Ok(builder), Duration::from_millis(50)).await.unwrap()
            };
            let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
            let arrived = runtime.block_on(async {
                let (login, saver) = (connect(Some(LOGIN)).await, connect(Some(SAVERS[1])).await);
                let mut of_system = of_system(connect(None).await).await.unwrap();
                let mut of_session = of_session(connect(None).await).await.unwrap();
                let none = None::<&str>;
                for sleeps in [false, true] {
                    login.emit_signal(none, MANAGER, MANAGER_INTERFACE, "PrepareForSleep", &(sleeps,)).await.unwrap();
                    saver.emit_signal(none, "/org/a", SAVERS[1], "ActiveChanged", &(sleeps,)).await.unwrap();
                }
                let both = async { (of_system.next().await, of_session.next().await) };
                tokio::time::timeout(Duration::from_secs(10), both).await
            });
            daemon.kill().unwrap();
            daemon.wait().unwrap();
            assert_eq!(arrived, Ok((Some(()), Some(()))));
        }

        #[test]
        fn only_what_begins_locks() {
            assert_eq!(says_yes(&signal(&(true,))), Some(()));
            assert_eq!(says_yes(&signal(&(false,))), None);
            assert_eq!(says_yes(&signal(&("true",))), None);
            let changed = |name: &'static str, value: bool| {
                let none: Vec<&str> = Vec::new();
                signal(&(SESSION_INTERFACE, HashMap::from([(name, Value::from(value))]), none))
            };
            assert_eq!(goes_behind(&changed("Active", false)), Some(()));
            assert_eq!(goes_behind(&changed("Active", true)), None);
            assert_eq!(goes_behind(&changed("IdleHint", false)), None);
        }
    }
}
