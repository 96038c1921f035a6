package io.countersign.batch.web;

import io.countersign.batch.Batch;
import io.countersign.batch.execution.BatchLifecycle;
import io.countersign.decision.execution.BulkDecisionService;
import io.countersign.identity.CanWithdraw;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Stops a bulk decision: waiting items are skipped, held decisions are withdrawn, and running ones finish. */
@Controller
class BatchStopController {

    private final BatchAccess access;
    private final BatchLifecycle lifecycle;
    private final BulkDecisionService decisions;

    BatchStopController(BatchAccess access, BatchLifecycle lifecycle, BulkDecisionService decisions) {
        this.access = access;
        this.lifecycle = lifecycle;
        this.decisions = decisions;
    }

    @CanWithdraw
    @PostMapping("/batches/{id}/stop")
    String stop(@PathVariable long id, Principal person) {
        Batch batch = access.stoppable(id, person.getName());
        lifecycle.stop(batch, person.getName());
        // one transaction per withdrawal: each locks its invitation, and several locks could deadlock
        decisions.withdraw(batch.id(), person.getName());
        return "redirect:/batches/" + batch.id();
    }
}
