package io.countersign.queue.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.team.access.UnrestrictedAccess;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SavedViewRepositoryTests {

    private final Map<String, Set<String>> teams = new HashMap<>();
    private final UnrestrictedAccess access = new UnrestrictedAccess() {
        @Override
        public Optional<Set<String>> teammates(String person) {
            return Optional.ofNullable(teams.get(person));
        }
    };
    private SavedViewRepository views;
    private DefaultViewRepository defaults;

    @BeforeEach
    void start() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
        views = new SavedViewRepository(jdbc, access, () -> Instant.parse("2026-11-22T14:00:00Z"));
        defaults = new DefaultViewRepository(jdbc);
    }

    @Test
    void sharesViewsOnlyWithinATeam() {
        long shared = save("Shared", "ann", true);
        teams.put("ann", Set.of("ann", "bob"));
        teams.put("bob", Set.of("ann", "bob"));
        teams.put("eve", Set.of("eve"));

        assertThat(names("ann", true)).containsExactly("Shared");
        assertThat(names("bob", true)).containsExactly("Shared");
        assertThat(names("bob", false)).isEmpty();
        assertThat(names("eve", true)).isEmpty();
        assertThat(views.find(shared, "eve", true)).isEmpty();
    }

    @Test
    void showsOwnViewsAndToDecidersTheSharedOnes() {
        save("ann’s <b>", "ann", false);
        save("Shared", "ann", true);
        save("bob’s", "bob", false);

        assertThat(names("ann", true)).containsExactly("ann’s <b>", "Shared");
        assertThat(names("bob", true)).containsExactly("bob’s", "Shared");
        assertThat(names("auditor", false)).isEmpty();
    }

    @Test
    void replacesAViewOfTheSameUserAndName() {
        long first = save("Urgent", "ann", false);
        long other = save("Urgent", "bob", false);
        long again = views.save("Urgent", "type=LENS", "ann", true).orElseThrow();

        assertThat(again).isEqualTo(first).isNotEqualTo(other);
        assertThat(views.find(first, "ann", false))
                .contains(new SavedView(first, "Urgent", "type=LENS", "ann", true, false));
    }

    @Test
    void keepsOneVisibleStartViewForEachUser() {
        long shared = save("Shared", "ann", true);
        long own = save("Own", "bob", false);

        assertThat(start("bob")).isEmpty();
        defaults.set(own, "bob");
        defaults.set(shared, "bob");
        assertThat(start("bob")).map(SavedView::name).contains("Shared");

        views.share(shared, false);
        assertThat(start("bob")).isEmpty();
        views.share(shared, true);
        views.remove(shared);
        assertThat(start("bob")).isEmpty();
        defaults.set(own, "bob");
        defaults.clear("bob");
        assertThat(start("bob")).isEmpty();
    }

    @Test
    void limitsTheViewsOfAUser() {
        for (int i = 0; i < SavedViewRepository.MOST; i++) {
            save("view " + i, "ann", false);
        }
        assertThat(views.save("one more", "view=all", "ann", false)).isEmpty();
        assertThat(views.save("view 7", "type=LENS", "ann", false)).isPresent();
        assertThat(views.save("another’s", "view=all", "bob", false)).isPresent();
    }

    private long save(String name, String person, boolean shared) {
        return views.save(name, "view=all", person, shared).orElseThrow();
    }

    private List<String> names(String person, boolean decider) {
        return views.seenBy(person, decider).stream().map(SavedView::name).toList();
    }

    private Optional<SavedView> start(String person) {
        return views.seenBy(person, true).stream().filter(SavedView::start).findFirst();
    }
}
