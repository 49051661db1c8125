package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.intake.ItemInput.CheckNotes;
import org.isnad.kernel.Problem;

/** Tables as people have them: any of three delimiters, a head in either language, and what Meedan Check exports. */
class TableFileTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void columnsAreFoundByNameWhateverTheirOrderAndDelimiter(String delimiter) {
        String table = """
                Text,URL,Published On,Title,byline,OUTLET,Language
                "Two lines,
                one ""cell""\",https://a.example/1,2026-11-19,A title,Somebody,A site,ar
                """.replace(",", delimiter).replace("lines" + delimiter, "lines,");

        List<IntakeRow> rows = rows(table, IntakeKind.CSV);

        assertThat(rows).containsExactly(IntakeRow.of(new ItemInput("https://a.example/1", "A title", "Somebody",
                "A site", "2026-11-19", "ar", "Two lines,\none \"cell\"", null, null)));
    }

    @Test
    void theHeadMayBeArabic() {
        List<IntakeRow> rows = rows("العُنوان؛,الرابط,النص,جهة النشر,تاريخ النشر,اللغة,الكاتب\n"
                + "خبر,https://a.example/1,نص الخبر,صدى,2026-11-19,ar,سلمى\n", IntakeKind.CSV);

        assertThat(rows).containsExactly(IntakeRow.of(new ItemInput("https://a.example/1", "خبر", "سلمى", "صدى",
                "2026-11-19", "ar", "نص الخبر", null, null)));
    }

    @Test
    void aSpreadsheetsHintIsNoRow() {
        assertThat(rows("sep=;\r\nurl;title\r\nhttps://a.example/1;T\r\n", IntakeKind.CSV))
                .containsExactly(IntakeRow.of(ItemInput.ofAddress("https://a.example/1", "T")));
    }

    @Test
    void aShortRowHasNothingInItsLastColumnsAndAnEmptyOneIsNone() {
        assertThat(rows("url,title,text\n\nhttps://a.example/1\n,,\n", IntakeKind.CSV)).containsExactly(
                IntakeRow.of(ItemInput.ofAddress("https://a.example/1", null)),
                IntakeRow.of(ItemInput.ofAddress(null, null)));
    }

    @Test
    void aQuoteThatNeverEndsStopsNothingBeforeIt() {
        List<IntakeRow> rows = rows("url,title\nhttps://a.example/1,T\nhttps://a.example/2,\"never ends\n",
                IntakeKind.CSV);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).isEqualTo(IntakeRow.of(ItemInput.ofAddress("https://a.example/1", "T")));
        assertThat(rows.get(1).trouble()).isNotNull().extracting(Trouble::parameters)
                .isEqualTo(Map.of("rest", "true", "quote", "true", "line", "3"));
    }

    /** Else it swallows what follows, up to the next quotation mark or to the end. */
    @ParameterizedTest
    @ValueSource(strings = {"", "https://a.example/9,\"a title\"\n"})
    void aQuoteThatNeverEndsSwallowsNoRows(String end) {
        String table = "sep=,\nurl,title\nhttps://a.example/0,\"in two\nlines\"\nhttps://a.example/1, \"T\n"
                + IntStream.range(0, 100).mapToObj("https://a.example/r%d,T\n"::formatted).collect(Collectors.joining())
                + end;
        List<IntakeRow> rows = rows(table, IntakeKind.CSV);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).input().title()).isEqualTo("in two\nlines");
        assertThat(rows.get(1).trouble()).isNotNull().extracting(Trouble::parameters)
                .isEqualTo(Map.of("rest", "true", "quote", "true", "line", "5"));
    }

    @Test
    void spacesAroundQuotesAndQuotesInsideACellBelongToNothing() {
        assertThat(
                rows("url,title\nhttps://a.example/1 , \"a \"\"big\"\" story\" \nhttps://a.example/2,a \"big\" one\n",
                        IntakeKind.CSV))
                .extracting(row -> row.input().title()).containsExactly("a \"big\" story", "a \"big\" one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,date\na,b\n", "a line of words\nand another\n", "title,outlet\na,b\n"})
    void withoutAKnownColumnThereIsNoTable(String text) {
        assertThatThrownBy(() -> TableFile.read(text)).isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("no-head");
    }

    @Test
    void checksTableIsKnownByItsHead() {
        String table = """
                title,description,created,tags,status,source,media type,media data
                A page,What it says,2025-01-02 03:04:05,"flood, dam",False,Tipline,Link,https://b.example/page
                The dam broke,,2025-01-03,,Unstarted,,Claim,Somebody says that the dam broke.
                A picture,,2025-01-04,,In Progress,,UploadedImage,https://b.example/p.jpg
                Only a title,,,,,,Claim,
                """;

        List<IntakeRow> rows = rows(table, IntakeKind.CHECK);

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).input()).isEqualTo(new ItemInput("https://b.example/page", "A page", null, null, null,
                null, null, null, new CheckNotes("A page", "flood, dam", "False", "2025-01-02 03:04:05", "Tipline",
                        "Link")));
        assertThat(rows.get(1).input().text()).isEqualTo("Somebody says that the dam broke.");
        assertThat(rows.get(1).input().url()).isNull();
        assertThat(rows.get(1).input().check()).isNotNull().extracting(CheckNotes::claim).isEqualTo("The dam broke");
        assertThat(rows.get(2).trouble()).isNotNull().extracting(Trouble::reason).isEqualTo("not-an-article");
        assertThat(rows.get(3).input().text()).isEqualTo("Only a title");
    }

    @Test
    void checksTableMayCallItsColumnsOtherwise() {
        List<IntakeRow> rows = rows("Claim;Created at;Status;Tags;Media type/data\n"
                + "It rained;2025-01-02;True;;https://b.example/rain\n", IntakeKind.CHECK);

        assertThat(rows.get(0).input().url()).isEqualTo("https://b.example/rain");
        assertThat(rows.get(0).input().check()).isEqualTo(new CheckNotes("It rained", null, "True", "2025-01-02",
                null, null));
    }

    @Test
    void aMessageWithoutATitleIsCalledByItsBeginning() {
        List<IntakeRow> rows = rows("title,status,tags,data\n" + "x".repeat(501) + ",,,\"First line\nsecond\"\n"
                + ",,,One more\n", IntakeKind.CHECK);

        assertThat(rows.get(0).input().title()).isEqualTo("First line");
        assertThat(rows.get(1).input().title()).isEqualTo("One more");
    }

    private static List<IntakeRow> rows(String table, IntakeKind kind) {
        TableFile file = TableFile.read(table);
        assertThat(file.kind()).isEqualTo(kind);
        List<IntakeRow> rows = new ArrayList<>();
        file.rows().forEachRemaining(rows::add);
        return rows;
    }
}
