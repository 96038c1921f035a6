package io.countersign.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.input.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTests {

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
        assertThat(CsvFormat.cell(text)).isEqualTo("\"'" + VisibleText.of(text) + "\"");
    }

    @Test
    void showsCharactersThatHideOrReorderText() {
        assertThat(CsvFormat.cell("a\u202eb\u200b\u001b[31m\u2066")).isEqualTo("\"a\ufffdb\ufffd␛[31m\ufffd\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=1", "1-2", "o’clock", "支払い", "'=1", "a,b;c", "two\nlines", "(=1)"})
    void keepsHarmlessText(String text) {
        assertThat(CsvFormat.cell(text)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void doublesQuotes() {
        assertThat(CsvFormat.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    }

    @Test
    void formatsNumbersWithoutQuotesAndNullAsEmpty() {
        assertThat(CsvFormat.cell(-5L)).isEqualTo("-5");
        assertThat(CsvFormat.cell(null)).isEmpty();
    }

    @Test
    void documentsTheColumnsInTheirOrder() throws IOException {
        String document = Files.readString(Path.of("src/docs/history.md"));
        String table = document.substring(document.indexOf("## Columns"), document.indexOf("## The page"));
        List<String> documented = Pattern.compile("(?m)^\\| (`[^|]+)\\|")
                .matcher(table)
                .results()
                .flatMap(row -> Arrays.stream(row.group(1).split(",")))
                .map(name -> name.strip().replace("`", ""))
                .toList();
        assertThat(String.join(",", documented) + "\r\n").isEqualTo(CsvFormat.header());
    }

    @Test
    void writesAsManyCellsAsTheHeader() {
        StoredAuditEntry entry = new StoredAuditEntry(
                        1, Instant.EPOCH, "lead", "SIGN_IN", "DONE", AuditSubject.NONE, null, null, null, null)
                .decidedBy(new StoredAuditEntry.Decider("ann", "ACCEPT"));
        assertThat(CsvFormat.header())
                .isEqualTo("seq,at,actor,action,outcome,invitation_id,decision_id,resource_type,resource_name,"
                        + "resource_id,owner,account_id,region,permission,reason,message,request_id,decided_by,decided_action,"
                        + "owner_name_today,owner_membership_today,account_name_today\r\n");
        assertThat(CsvFormat.row(entry, Map.of(NameColumn.OWNER_NAME_TODAY, "=cmd()")))
                .isEqualTo(
                        "1,\"1970-01-01T00:00:00.000Z\",\"lead\",\"SIGN_IN\",\"DONE\",,,,,,,,,,,,,\"ann\",\"ACCEPT\",\"'=cmd()\",,\r\n");
    }
}
