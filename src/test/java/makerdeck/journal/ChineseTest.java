package makerdeck.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator who reads Traditional Chinese is told about the journal file. */
class ChineseTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("journal.db");
    }

    @Test
    void aDamagedFileIsSaidToBeKeptAndUnderWhichName() throws IOException {
        Files.writeString(file, "this is no database at all, however long it may be ".repeat(100));

        var clock = Clock.fixed(Entries.NOON, ZoneOffset.UTC);
        try (var journal = Journal.open(file, Entries.OWNER, true, restored -> {}, clock, trouble -> {}, aside -> {})) {
            var thread = new Thread(journal::run, "journal");
            thread.setDaemon(true);
            thread.start();

            assertEquals(
                    "日誌庫損毀：已保留為 journal.db.damaged-" + Entries.NOON.toEpochMilli() + "，並開始新的日誌庫與新帳",
                    journal.notice().map(Spoken.CHINESE::say).orElse(""));
        }
    }

    @Test
    void aFileOfANewerProgramIsNamedWithBothVersions() throws SQLException {
        try (var newer = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = newer.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }

        var refusal = assertThrows(IOException.class, () -> EarningsReader.read(file, LocalDate.EPOCH));

        assertEquals(
                "日誌庫 " + file + " 屬於較新的 makerdeck（版本 99，此程式只認得 " + Schema.VERSION + "）：請用那個版本，或把檔案移開",
                Spoken.CHINESE.say(refusal));
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.createDirectory(file);

        var refusal = assertThrows(IOException.class, () -> EarningsReader.read(file, LocalDate.EPOCH));

        assertTrue(Spoken.CHINESE.say(refusal).startsWith("無法讀取日誌庫 " + file + "："), Spoken.CHINESE.say(refusal));
    }
}
