package makerdeck.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.notify.model.QuietHours;
import makerdeck.notify.model.Rate;
import makerdeck.notify.model.SinkPlan;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyFileTest {

    private static final String SECRET = "s3cr3t-t0ken";

    @TempDir
    private Path folder;

    private NotifyPlan read(String text) throws IOException {
        return read("rw-------", text);
    }

    private NotifyPlan read(String permissions, String text) throws IOException {
        var file = Files.writeString(folder.resolve(NotifyFile.NAME), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return NotifyFile.of(folder, ZoneOffset.UTC);
    }

    private Message refusal(String text) {
        var said = assertThrows(MistakeException.class, () -> read(text)).said();
        assertFalse(Spoken.ENGLISH.say(said).contains(SECRET), said::toString);
        return said;
    }

    @Test
    void withoutAFileNobodyIsTold() throws IOException {
        assertEquals(NotifyPlan.NONE, NotifyFile.of(folder, ZoneOffset.UTC));
    }

    @Test
    void eachSinkHasItsLevelItsRateAndItsHours() throws IOException {
        var plan = read("# mine\nzone = Asia/Taipei\nrepeat = 2h\nntfy.topic = abc\nntfy.level = critical\n"
                + "ntfy.rate = 5/10m\nntfy.quiet = 23:00-07:00\nwebhook.url = https://example.org/" + SECRET + "\n");

        var taipei = ZoneId.of("Asia/Taipei");
        assertEquals(
                List.of("ntfy", "webhook"),
                plan.sinks().stream().map(NotifyPlan.Named::name).toList());
        assertEquals(
                new SinkPlan(
                        Severity.CRITICAL,
                        new Rate(5, Duration.ofMinutes(10)),
                        new QuietHours(LocalTime.of(23, 0), LocalTime.of(7, 0), taipei)),
                plan.sinks().get(0).plan());
        assertEquals(
                new SinkPlan(Severity.WARN, new Rate(30, Duration.ofHours(1)), null),
                plan.sinks().get(1).plan());
        assertNull(plan.sinks().get(1).plan().quiet());
        assertEquals(Duration.ofHours(2), plan.repeat());
        assertFalse(plan.toString().contains(SECRET), plan::toString);
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----", "rw----r--", "rwx------"})
    void aFileThatIsOpenToMoreIsRefusedWithHowToMendIt(String permissions) {
        var said = assertThrows(MistakeException.class, () -> read(permissions, "ntfy.topic = " + SECRET + "\n"))
                .said();

        var file = folder.resolve(NotifyFile.NAME);
        assertEquals(Message.of("settings.private-file.open", file, permissions), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ntfy.topik = s3cr3t-t0ken | notify.file.unknown",
                "ntfy.token = s3cr3t-t0ken | notify.file.needed",
                "webhook.url = http://example.org/s3cr3t-t0ken | notify.file.url",
                "webhook.url = s3cr3t-t0ken | notify.file.url",
                "ntfy.topic = a;ntfy.level = loud | notify.file.level",
                "ntfy.topic = a;ntfy.rate = often | notify.file.rate",
                "ntfy.topic = a;ntfy.rate = 0/1h | notify.file.rate",
                "ntfy.topic = a;ntfy.quiet = night | notify.file.quiet",
                "ntfy.topic = a;ntfy.quiet = 7:00-7:00 | notify.file.quiet",
                "ntfy.topic = a;zone = Nowhere | notify.file.zone",
                "ntfy.topic = a;repeat = soon | notify.file.length",
                "command.run = mail me | notify.file.program",
                "command.run = /no/such/program | notify.file.program",
                "discord.url = ftp://s3cr3t-t0ken | notify.file.url",
                "discord.level = warn | notify.file.needed",
                "telegram.token = s3cr3t-t0ken;telegram.chats = 1 | notify.file.bot",
                "telegram.chats = 1 | notify.file.needed",
                "telegram.token = 123456789:s3cr3t-t0ken-abcdefghi;telegram.chats = me | notify.file.chats",
                "telegram.token = 123456789:s3cr3t-t0ken-abcdefghi;telegram.chats = 1;telegram.commands = all | notify.file.chats",
                "terminal.style = loud | notify.file.style",
                "ntfy.topic = a;summary = noon | notify.file.time",
                "heartbeat = s3cr3t-t0ken | notify.file.url",
                "zone = UTC | notify.file.no-sink"
            })
    void whatCannotBeIsRefusedWithoutASecret(String lines, String key) {
        assertEquals(key, refusal(lines.replace(';', '\n')).key());
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/x",
        "http://localhost/x",
        "http://192.168.1.5:3001/x",
        "http://10.0.0.7/x",
        "http://172.20.1.1/x",
        "https://example.org/x"
    })
    void anAddressInTheClearIsTakenOnThisMachineAndItsOwnNetwork(String url) throws IOException {
        assertEquals(1, read("webhook.url = " + url + "\n").sinks().size());
    }

    @Test
    void eachChatIsASinkOfItsOwnAndNobodyCommandsUnlessNamed() throws IOException {
        var bot = "telegram.token = 123456789:s3cr3t-t0ken-abcdefghi\ntelegram.chats = 1,-100200\n";

        assertEquals(
                List.of("telegram-1", "telegram-2"),
                read(bot).sinks().stream().map(NotifyPlan.Named::name).toList());
        assertNull(read(bot).commanders());
        var commanders = read(bot + "telegram.commands = 7, 8\n").commanders();
        assertEquals(Set.of(7L, 8L), commanders == null ? Set.of() : commanders.chats());
    }

    @Test
    void aDeskWithoutATerminalHasNoSinkForOne() throws IOException {
        var plan = read("terminal.style = osc9\ndiscord.url = https://discord.com/api/webhooks/1/s3cr3t\n"
                + "summary = 08:00\nheartbeat = https://hc-ping.com/s3cr3t\n");

        assertEquals(2, plan.sinks().size());
        assertEquals(
                List.of("discord"),
                plan.withoutTerminal().sinks().stream()
                        .map(NotifyPlan.Named::name)
                        .toList());
        assertEquals(LocalTime.of(8, 0), plan.summary());
        assertFalse(plan.toString().contains("s3cr3t"), plan::toString);
    }

    @Test
    void hoursMayGoOverMidnight() {
        var night = new QuietHours(LocalTime.of(23, 0), LocalTime.of(7, 0), ZoneOffset.UTC);

        assertTrue(night.contains(Notes.NOON.plus(Duration.ofHours(12))));
        assertFalse(night.contains(Notes.NOON));
        assertEquals(Duration.ofHours(6), night.left(Notes.NOON.plus(Duration.ofHours(13))));
        assertEquals(Duration.ZERO, night.left(Notes.NOON.plus(Duration.ofHours(19))));
    }
}
