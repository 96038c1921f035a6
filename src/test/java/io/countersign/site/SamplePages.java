package io.countersign.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages that others fill, with made-up content at its limits. */
@Controller
@RequestMapping("/sample")
class SamplePages {

    private static final String LONG =
            "Ünïcode 決済 <b>beta</b> =1+1 ’25 " + "averyveryverylongnamewithoutanyspace".repeat(2);
    private static final String WORKLOAD = "2f0c41d2a7b94c1f8e6d50b3c2219a41";
    private static final String LENS =
            "arn:aws:wellarchitected:us-east-1:999988887777:lens/0ab1c2d3e4f5061728394a5b6c7d77fe";

    /** What the filter of the queue holds. */
    record Filter(
            @Nullable String text,
            @Nullable String type,
            @Nullable String account,
            @Nullable String region,
            @Nullable String permission,
            @Nullable String owner,
            @Nullable String sort) {}

    /** What the decision form holds. */
    record Form(@Nullable String action, @Nullable String reason) {}

    record Choice(String value, String label) {}

    @GetMapping("/queue")
    String queue(@ModelAttribute("filter") Filter filter, @RequestParam @Nullable String empty, Model model) {
        model.addAttribute("queue", queueOf(empty));
        model.addAttribute("coverage", coverage(empty != null));
        model.addAttribute("accounts", List.of(new Choice("111122223333", "Retail prod")));
        model.addAttribute("regions", List.of(new Choice("eu-west-1", "eu-west-1")));
        model.addAttribute("permissions", List.of(new Choice("CONTRIBUTOR", "Contributor")));
        model.addAttribute("owners", List.of(new Choice("555566667777", "Northwind Platform")));
        return "invitation/queue";
    }

    @GetMapping("/review")
    String review(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            @RequestParam(defaultValue = "true") boolean may,
            @RequestParam @Nullable String refused,
            Model model) {
        if (refused != null) {
            errors.rejectValue("action", "none", "Choose accept or reject");
            errors.rejectValue("reason", "short", "Give a reason of at least 10 characters");
        }
        Map<String, @Nullable Object> item =
                row("payments-core-production", WORKLOAD, "WORKLOAD", true, "CONTRIBUTOR", 48, "calm");
        item.putAll(Map.of(
                "state", "PENDING",
                "lastSeen", Instant.now(),
                "unseen", "at most 5 minutes after it was sent",
                "grant", "site.foot",
                "consoleUrl", "https://eu-west-1.console.aws.amazon.com/wellarchitected/home",
                "nextHref", "/sample/review",
                "position", 3,
                "total", 64,
                "sharedWith", "111122223333"));
        item.put("goneCause", null);
        item.put("previousHref", null);
        model.addAttribute("item", item);
        model.addAttribute("postHref", "/sample/review");
        model.addAttribute("mayDecide", may);
        model.addAttribute("whyNot", "Your role reads and does not decide.");
        model.addAttribute("back", "/?type=WORKLOAD");
        model.addAttribute(
                "decisions",
                List.of(Map.of(
                        "person",
                        "reviewer",
                        "action",
                        "ACCEPT",
                        "state",
                        "FAILED",
                        "at",
                        Instant.now(),
                        "reason",
                        "Agreed <b>",
                        "href",
                        "/d/1")));
        return "decision/review";
    }

    @GetMapping("/decision")
    String decision(@RequestParam(defaultValue = "CONFIRMED") String state, Model model) {
        boolean confirmed = "CONFIRMED".equals(state);
        Map<String, @Nullable Object> decision = new HashMap<>(Map.of(
                "id",
                1482L,
                "state",
                state,
                "banner",
                Map.of(
                        "kind", confirmed ? "ok" : "warn",
                        "title", confirmed ? "Accepted, and AWS confirmed it" : "Sent, and no clear answer",
                        "text", "AWS answered at 14:03:22 UTC."),
                "action",
                "ACCEPT",
                "reason",
                "Agreed with the platform team for the Q4 review, ticket 4711.",
                "person",
                "lead",
                "decidedAt",
                Instant.now(),
                "answeredAt",
                Instant.now()));
        decision.putAll(Map.of(
                "requestId", "3f0e9a6b-5a1c-4f5d-9a53-0a1c77e2b8d1",
                "returned",
                        confirmed ? List.of(member("ShareInvitationId", WORKLOAD), member("LensArn", null)) : List.of(),
                "resourceName", LONG,
                "resourceType", "WORKLOAD",
                "accountName", "Retail prod",
                "region", "eu-west-1",
                "invitationHref", "/invitations/1",
                "nextHref", "/invitations/2",
                "nextName", "SaaS readiness lens"));
        decision.put("failure", null);
        decision.put("whatNext", null);
        if (!confirmed) {
            decision.put(
                    "failure",
                    Map.of("sentence", "The connection broke.", "code", "ConflictException", "detail", "reset"));
            decision.put("whatNext", "Read AWS before anything else.");
        }
        model.addAttribute("decision", decision);
        return "decision/decision";
    }

    @GetMapping("/number/{number}")
    String number(@PathVariable int number) {
        throw new ResponseStatusException(HttpStatus.CONFLICT, "Taken by <b>lead</b> " + number);
    }

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("a secret of ours");
    }

    private static Map<String, @Nullable Object> member(String member, @Nullable String value) {
        Map<String, @Nullable Object> row = new HashMap<>(Map.of("member", member));
        row.put("value", value);
        return row;
    }

    private static Map<String, @Nullable Object> nullable(String key, String value, String absent) {
        Map<String, @Nullable Object> map = new HashMap<>(Map.of(key, value));
        map.put(absent, null);
        return map;
    }

    private static Map<String, @Nullable Object> queueOf(@Nullable String empty) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(List.of(
                row("payments-core-production", WORKLOAD, "WORKLOAD", true, "CONTRIBUTOR", 48, "calm"),
                row("SaaS readiness lens", LENS, "LENS", false, "READONLY", 149, "urgent"),
                row("checkout ’25 <beta>", "81aa41d2a7b94c1f8e6d50b3c22103c2", "WORKLOAD", true, "READONLY", 4, "calm"),
                row(LONG, WORKLOAD, "PROFILE", true, "READONLY", 88, "soon"),
                row("Quarterly review template", LENS, "TEMPLATE", true, "READONLY", 24, "calm"),
                row("data-lake-ingest", WORKLOAD, "GALAXY", false, "OWNER", 170, "over")));
        Map<String, @Nullable Object> nameless = row("", WORKLOAD, "WORKLOAD", true, "READONLY", 0, "calm");
        List.of("name", "permission", "ownerName", "ownerInside").forEach(key -> nameless.put(key, null));
        rows.add(nameless);
        Map<String, @Nullable Object> queue = new HashMap<>(Map.of(
                "rows", rows, "total", 1064, "waitingAtMostADay", 3, "from", 1, "to", 50, "nextHref", "/?page=2"));
        queue.put("previousHref", null);
        queue.put(
                "sorts",
                Map.of(
                        "name",
                        nullable("href", "/?sort=name", "direction"),
                        "expiresBy",
                        Map.of("href", "/?sort=-expires", "direction", "ascending")));
        Map<String, @Nullable Object> all = new HashMap<>(Map.of("count", 64, "href", "/", "current", true));
        all.put("type", null);
        queue.put(
                "counts",
                List.of(
                        all,
                        new HashMap<>(
                                Map.of("type", "WORKLOAD", "count", 31, "href", "/?type=WORKLOAD", "current", false)),
                        new HashMap<>(Map.of("type", "LENS", "count", 14, "href", "/?type=LENS", "current", false)),
                        new HashMap<>(
                                Map.of("type", "TEMPLATE", "count", 10, "href", "/?type=TEMPLATE", "current", false))));
        queue.put("empty", empty);
        return queue;
    }

    private static Map<String, @Nullable Object> coverage(boolean failing) {
        return Map.of(
                "sources",
                12,
                "readRecently",
                failing ? 11 : 12,
                "minutes",
                5,
                "blind",
                false,
                "failing",
                failing
                        ? List.of(Map.of(
                                "account",
                                "Retail prod",
                                "region",
                                "eu-west-1",
                                "words",
                                "access denied",
                                "since",
                                Instant.now()))
                        : List.of());
    }

    private static Map<String, @Nullable Object> row(
            String name, String resource, String type, boolean inside, String permission, long hours, String urgency) {
        Instant seen = Instant.now().minus(Duration.ofHours(hours));
        Map<String, @Nullable Object> row = new HashMap<>(Map.of(
                "id", "7a9b4c6e1715c5abd9ea06e80bc03602",
                "name", name,
                "resourceId", resource,
                "type", type,
                "permission", permission,
                "firstSeen", seen,
                "expiresBy", seen.plus(Duration.ofDays(7)),
                "expiryUrgency", urgency,
                "href", "/sample/review"));
        row.putAll(Map.of(
                "owner",
                inside ? "555566667777" : "999988887777",
                "ownerName",
                inside ? "Northwind Platform" : "Outside partner",
                "ownerInside",
                inside,
                "accountId",
                "111122223333",
                "accountName",
                "Retail prod",
                "region",
                "eu-west-1"));
        return row;
    }
}
