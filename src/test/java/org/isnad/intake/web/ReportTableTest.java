package org.isnad.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody wrote into a row is never a formula in the report. */
class ReportTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r\n=1", "|cmd", "%x", "\uFF1D1", "=a\nb"})
    void aFormulaBecomesText(String content) {
        assertThat(ReportTable.cell(content)).isEqualTo("'" + content);
    }

    @Test
    void otherWordsStayAsTheyAre() {
        assertThat(ReportTable.cell("دخلت القافلة = أمس")).isEqualTo("دخلت القافلة = أمس");
        assertThat(ReportTable.cell("https://a.example/?a=b")).isEqualTo("https://a.example/?a=b");
        assertThat(ReportTable.cell("")).isEmpty();
        assertThat(ReportTable.cell(null)).isNull();
    }
}
