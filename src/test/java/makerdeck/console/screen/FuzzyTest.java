package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FuzzyTest {

    private static int score(String text, String typed) {
        return Fuzzy.score(text, typed).orElseThrow();
    }

    @Test
    void everyLetterHasToBeThereInItsOrder() {
        assertTrue(Fuzzy.score("halt", "hlt").isPresent());
        assertTrue(Fuzzy.score("halt", "tlh").isEmpty());
        assertTrue(Fuzzy.score("halt", "halted").isEmpty());
    }

    @Test
    void wordsMayComeInAnyOrder() {
        assertTrue(Fuzzy.score("load preset high-vol", "vol load").isPresent());
    }

    @Test
    void lettersThatBeginWordsCountMoreThanScatteredOnes() {
        assertTrue(score("load preset high-vol", "hv") > score("load preset halve", "hv"));
        assertTrue(score("show orders", "ord") > score("show one record", "ord"));
    }

    @Test
    void theShorterOfTwoEquallyGoodOnesIsFirst() {
        assertTrue(score("set spread", "spread") > score("set spread.mode", "spread"));
    }

    @Test
    void nothingTypedLeavesAllAlike() {
        assertEquals(score("abc", ""), score("xyz", ""));
    }
}
