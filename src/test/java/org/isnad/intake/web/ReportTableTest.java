package org.isnad.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody wrote into a row is never a formula in the report. */
class ReportTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "|cmd", "%x", "\uFF1D1", "=a\nb"})
    void aFormulaBecomesText(String content) {
        assertThat(ReportTable.cell(content)).isEqualTo("'" + content);
    }

    /** A spreadsheet that expects semicolons or tabs begins a cell there, whatever quotation marks are around. */
    @Test
    void neitherDoesOneBeginWithinACell() {
        assertThat(ReportTable.cell("News;=cmd|' /C calc'!A0")).isEqualTo("News;'=cmd|' /C calc'!A0");
        assertThat(ReportTable.cell("a; @b;c\n\uFF1D1\t-2")).isEqualTo("a;' @b;c\n'\uFF1D1\t'-2");
        assertThat(ReportTable.cell("\t=1")).isEqualTo("'\t'=1");
        assertThat(ReportTable.cell("\r\n=1")).isEqualTo("'\r\n'=1");
        assertThat(ReportTable.cell("a; b;\nc = d")).isEqualTo("a; b;\nc = d");
    }

    @Test
    void otherWordsStayAsTheyAre() {
        assertThat(ReportTable.cell("دخلت القافلة = أمس")).isEqualTo("دخلت القافلة = أمس");
        assertThat(ReportTable.cell("https://a.example/?a=b")).isEqualTo("https://a.example/?a=b");
        assertThat(ReportTable.cell("")).isEmpty();
        assertThat(ReportTable.cell(null)).isNull();
    }
}
