package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\tharmless",
                "\rx",
                "\nx",
                "  =1",
                "\u00a0=1",
                "\u200b=1",
                "\ufeff=1",
                "\u3000+1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "=cmd|' /C calc'!A0"
            })
    void disarmsFormulas(String text) {
        assertThat(Csv.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=1", "1-2", "o’clock", "支払い", "'=1", "a,b;c", "two\nlines", "(=1)"})
    void leavesOtherTextAlone(String text) {
        assertThat(Csv.cell(text)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void doublesQuotes() {
        assertThat(Csv.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    }

    @Test
    void keepsNumbersPlainAndAbsenceEmpty() {
        assertThat(Csv.cell(-5L)).isEqualTo("-5");
        assertThat(Csv.cell(null)).isEmpty();
    }

    @Test
    void rowsHaveAsManyCellsAsTheHeader() {
        Entry entry = new Entry(1, Instant.EPOCH, "lead", "SIGN_IN", "DONE", Subject.NONE, null, null, null);
        assertThat(Csv.header())
                .isEqualTo("seq,at,actor,action,outcome,invitation_id,decision_id,resource_type,resource_name,"
                        + "resource_id,owner,account_id,region,permission,reason,message,request_id\r\n");
        assertThat(Csv.row(entry))
                .isEqualTo("1,\"1970-01-01T00:00:00.000Z\",\"lead\",\"SIGN_IN\",\"DONE\",,,,,,,,,,,,\r\n");
    }
}
