package makerdeck.laboratory.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import makerdeck.message.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1..4|1,2,3,4|1..4",
                "7|7|7",
                "1,2,5|1,2,5|1,2,5",
                "1..3,9|1,2,3,9|1..3,9",
                " 1 , 2,3 |1,2,3|1..3",
                "5..5|5|5",
                "3,2,1|3,2,1|3,2,1"
            })
    void readsAndSpellsThem(String typed, String list, String text) {
        var seeds = Seeds.of(typed);

        assertEquals(
                List.of(list.split(",")),
                seeds.list().stream().map(String::valueOf).toList());
        assertEquals(text, seeds.text());
        assertEquals(seeds, Seeds.of(seeds.text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one|laboratory.seeds.malformed[text.typed[one]]",
                "''|laboratory.seeds.malformed[text.typed[]]",
                "1,|laboratory.seeds.malformed[text.typed[1,]]",
                "-3|laboratory.seeds.malformed[text.typed[-3]]",
                "1...4|laboratory.seeds.malformed[text.typed[1...4]]",
                "9..2|laboratory.seeds.backwards[text.typed[9..2], 2..9]",
                "1..5,3|laboratory.seeds.twice[3, text.typed[1..5,3]]",
                "1..999999999|laboratory.seeds.many[100000, text.typed[1..999999999]]"
            })
    void whatIsNoListIsRefusedWithItsValue(String typed, String said) {
        assertEquals(
                said,
                assertThrows(MistakeException.class, () -> Seeds.of(typed))
                        .said()
                        .toString());
    }

    @Test
    void freshOnesAreAsManyAndNoneOfThem() {
        var seeds = Seeds.of("4,1..2");

        assertEquals("5..7", seeds.following().text());
        assertTrue(seeds.shared(seeds.following()).isEmpty());
        assertEquals(List.of(2L), seeds.shared(Seeds.of("2..3")));
    }
}
