package io.countersign.batch.web;

import io.countersign.batch.Batch;
import io.countersign.batch.execution.BatchLifecycle;
import io.countersign.decision.execution.BulkDecisionService;
import io.countersign.identity.CanDecide;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Stops a batch: what waits is left, what is held is taken back, and what is under way comes to its end. */
@Controller
class BatchStopController {

    private final BatchAccess access;
    private final BatchLifecycle course;
    private final BulkDecisionService decisions;

    BatchStopController(BatchAccess access, BatchLifecycle course, BulkDecisionService decisions) {
        this.access = access;
        this.course = course;
        this.decisions = decisions;
    }

    @CanDecide
    @PostMapping("/batches/{id}/stop")
    String stop(@PathVariable long id, Principal person) {
        Batch batch = access.own(id, person.getName());
        course.stop(batch, person.getName());
        // each in a transaction of its own: it holds its invitation, and others may hold theirs
        decisions.withdraw(batch.id(), person.getName());
        return "redirect:/batches/" + batch.id();
    }
}
