package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that modules access only their own tables. */
class TableOwnershipTests {

    private static final Path MAIN = Path.of("src/main/java/io/countersign");

    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            Map.entry("authority", List.of("effective_value", "outdated_replica", "value_change")),
            Map.entry("batch", List.of("batch", "batch_item")),
            Map.entry(
                    "connection",
                    List.of(
                            "connection",
                            "connection_region",
                            "connection_version",
                            "organization_account",
                            "verified_connection")),
            Map.entry(
                    "decision",
                    List.of("decision", "skipped_approver", "proposal", "reason_template", "review_preference")),
            Map.entry("user", List.of("password_code")),
            Map.entry("identity", List.of("passkey", "person", "setup_token", "sign_in_attempt", "spring_session")),
            Map.entry("invitation", List.of("invitation", "invitation_version")),
            Map.entry("owner", List.of("owner_account", "internal_account", "decided_owner")),
            Map.entry("queue", List.of("saved_view", "default_view")),
            Map.entry("sso", List.of("person_identity", "provider_session")),
            Map.entry("sync", List.of("source")),
            Map.entry(
                    "team",
                    List.of(
                            "claim",
                            "delegation",
                            "mention",
                            "invitation_comment",
                            "team",
                            "team_group_grant",
                            "team_group_member",
                            "team_member",
                            "team_membership",
                            "team_source")),
            Map.entry(
                    "audit",
                    List.of(
                            "chain_head",
                            "checkpoint",
                            "audit_entry",
                            "attributed_entry",
                            "confirmed_decision",
                            "checkpoint_publication",
                            "signing_key",
                            "verification")));

    private static final Pattern TABLE_NAME = Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+([a-z_]+)\\b");

    /**
     * Foreign tables that a class still reads, as {@code module/Class table}. Remove a line once an API replaces it.
     */
    private static final Set<String> EXCEPTIONS = Set.of(
            "batch/BatchItemRepository decision",
            "decision/ReviewRepository confirmed_decision",
            "invitation/PriorityKey internal_account",
            "lead/OverviewQueries audit_entry",
            "lead/OverviewQueries confirmed_decision",
            "lead/OverviewQueries decision",
            "lead/OverviewQueries invitation",
            "team/ApprovableCondition person",
            "team/ApprovableCondition proposal",
            "team/ApprovableCondition source",
            "team/PersonalWorkRepository invitation",
            "team/PersonalWorkRepository proposal");

    /** Tables of libraries, which modules use through their APIs. */
    private static final Set<String> OF_LIBRARIES = Set.of("scheduled_tasks", "spring_session_attributes");

    @Test
    void knowsTheModuleOfEachTable() throws IOException {
        Set<String> known =
                TABLES.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(OF_LIBRARIES);

        assertThat(createdTables()).isEqualTo(known);
    }

    private static Set<String> createdTables() throws IOException {
        Pattern create = Pattern.compile("(?im)^create (?:unlogged )?(?:table|view) ([a-z_]+)");
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.flatMap(file -> create.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void usesOnlyTablesOfTheOwnModule() throws IOException {
        assertThat(foreignTables()).isEqualTo(new TreeSet<>(EXCEPTIONS));
    }

    private static Set<String> foreignTables() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(TableOwnershipTests::foreignTables)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> foreignTables(Path file) {
        String module = MAIN.relativize(file).getName(0).toString();
        String name = file.getFileName().toString().replace(".java", "");
        return TABLE_NAME
                .matcher(literals(file))
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .filter(table -> TABLES.entrySet().stream()
                        .anyMatch(owned -> owned.getValue().contains(table)
                                && !owned.getKey().equals(module)))
                .map(table -> module + "/" + name + " " + table);
    }

    /** Returns the string literals. */
    private static String literals(Path file) {
        return Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"")
                .matcher(text(file))
                .results()
                .map(match -> match.group())
                .collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
