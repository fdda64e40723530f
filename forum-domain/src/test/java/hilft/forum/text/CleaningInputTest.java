package hilft.forum.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CleaningInputTest {
    @Test
    void lineEndingsAreOne() {
        assertThat(Input.text("a\r\nb\rc\u2028d")).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void controlAndDirectionCharactersGo() {
        assertThat(Input.text("a\u0000b\u0007c\u202Ed\u2066e\uFEFFf\u200Bg\u001B[0m"))
                .isEqualTo("abcdefg[0m");
        assertThat(Input.text("\u3164\u00AD\u1160\uFFA0\u2800\u2063")).isEmpty();
    }

    @Test
    void emojiFamiliesStayTogether() {
        assertThat(Input.text("👩\u200D👩\u200D👧")).isEqualTo("👩\u200D👩\u200D👧");
    }

    @Test
    void decomposedUmlautsAreComposed() {
        assertThat(Input.text("u\u0308ber")).isEqualTo("über");
    }

    @Test
    void towersOfMarksAreCutAndLettersOfAllLanguagesStay() {
        assertThat(Input.text("Z" + "\u0335\u0489\u0353".repeat(40) + "algo"))
                .hasSize(11)
                .startsWith("Z")
                .endsWith("algo");
        assertThat(Input.text(("Z" + "\u0335".repeat(6) + "\u200D").repeat(2) + "\u0335".repeat(9)))
                .as("a joiner begins no new tower")
                .hasSize(16);
        for (String whole : new String[] {
            "\u05D1\u05BC\u05B0\u05E8\u05B5\u05D0\u05E9\u05C1\u05B4\u0596\u05D9\u05EA",
            "ViệtNam",
            "\u0E17\u0E35\u0E48",
            "\u0F56\u0F66\u0F92\u0FB2\u0F74\u0F56\u0F66",
            "1\uFE0F\u20E3"
        }) {
            assertThat(Input.text(whole))
                    .isEqualTo(java.text.Normalizer.normalize(whole, java.text.Normalizer.Form.NFC));
        }
    }

    @Test
    void halfCharactersAreReplaced() {
        assertThat(Input.text("a\uD800b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void blankLinesAroundGoAndIndentationStays() {
        assertThat(Input.text("\n  \n    code\n  \n")).isEqualTo("    code");
    }

    @Test
    void aLineIsOneLine() {
        assertThat(Input.line("  Kein\u00A0 Netz\n seit\tgestern ")).isEqualTo("Kein Netz seit gestern");
        assertThat(Input.line(null)).isEmpty();
    }

    @Test
    void lengthCountsCharactersAsTheDatabaseDoes() {
        assertThat(Input.length("ä😀")).isEqualTo(2);
    }

    @Test
    void aBeginningEndsWithAWholeCharacter() {
        assertThat(Input.start("ab😀c", 3)).isEqualTo("ab");
        assertThat(Input.start("ab😀c", 4)).isEqualTo("ab😀");
        assertThat(Input.start("ab😀", 4)).isEqualTo("ab😀");
        assertThat(Input.start("", 1)).isEmpty();
    }

    @Test
    void cleaningTwiceChangesNothing() {
        String once = Input.text(" \r\n u\u0308\u202E x\u2029\u0000 ");
        assertThat(Input.text(once)).isEqualTo(once);
    }
}
