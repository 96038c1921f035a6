package io.countersign.batch.web;

import io.countersign.batch.Batch;
import io.countersign.identity.CanRead;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows bulk decisions: the preview of a draft, or the results of a started one. */
@CanRead
@Controller
class BatchController {

    private final BatchAccess access;
    private final DraftPageAssembler draftPageAssembler;
    private final BatchResultsAssembler results;

    BatchController(BatchAccess access, DraftPageAssembler draftPageAssembler, BatchResultsAssembler results) {
        this.access = access;
        this.draftPageAssembler = draftPageAssembler;
        this.results = results;
    }

    @GetMapping("/batches")
    String list(Principal person, Model model) {
        Optional<Set<String>> starters = access.starters(person.getName());
        model.addAttribute("batches", results.list(starters, person.getName()));
        model.addAttribute("all", !starters.equals(Optional.of(Set.of(person.getName()))));
        return "batch/list";
    }

    @GetMapping("/batches/{id}")
    String show(@PathVariable long id, Principal person, Model model) {
        Batch batch = access.visible(id, person.getName());
        if (batch.draft()) {
            draftPageAssembler.fill(model, batch, null);
            model.addAttribute("form", new BatchForm(null, null));
            return "batch/preflight";
        }
        results.fill(model, batch, person.getName(), access.mayStop(batch, person.getName()));
        return "batch/batch";
    }
}
