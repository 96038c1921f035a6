package io.countersign.history;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.countersign.history.chain.SigningKey;
import io.countersign.identity.Readers;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Whether the record is what was written, and the file with which anybody can see that for himself. */
@Controller
@Readers
class VerificationController {

    private static final Logger log = LoggerFactory.getLogger(VerificationController.class);
    private static final TaskInstanceId JOB =
            TaskInstanceId.of(RecordConfiguration.VERIFICATION, RecurringTask.INSTANCE);

    /** As long as this, a checkpoint that is not in its place is no news. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final VerificationRows verification;
    private final CheckpointRows checkpoints;
    private final CheckpointPlace place;
    private final SigningKey key;
    private final RecordExport export;
    private final Reach reach;
    private final SchedulerClient scheduler;
    private final InstantSource clock;

    VerificationController(
            VerificationRows verification,
            CheckpointRows checkpoints,
            CheckpointPlace place,
            SigningKey key,
            RecordExport export,
            Reach reach,
            SchedulerClient scheduler,
            InstantSource clock) {
        this.verification = verification;
        this.checkpoints = checkpoints;
        this.place = place;
        this.key = key;
        this.export = export;
        this.reach = reach;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @GetMapping("/history/verification")
    String show(Principal person, Model model) {
        model.addAttribute("whole", reach.all(person.getName()));
        VerificationState state = verification.state();
        model.addAttribute("running", state.running());
        model.addAttribute("checked", state.checked());
        model.addAttribute("total", state.total());
        model.addAttribute("seal", Seal.of(state));
        model.addAttribute("endedAt", state.endedAt());
        model.addAttribute("kind", state.kind());
        model.addAttribute("detail", state.detail());
        model.addAttribute("notes", state.notes().lines().toList());
        model.addAttribute("failure", state.failure());
        model.addAttribute("waiting", checkpoints.waitingSince(clock.instant().minus(ON_ITS_WAY)));
        model.addAttribute("last", CheckpointView.of(checkpoints.last().orElse(null)));
        model.addAttribute("place", place.name());
        model.addAttribute("currentKey", key.id());
        model.addAttribute("keys", checkpoints.keys());
        return "history/verification";
    }

    /** One job for all replicas: whoever asks while it runs sees that run. */
    @PostMapping("/history/verification")
    String start() {
        verification.asked(clock.instant());
        try {
            scheduler.reschedule(JOB, clock.instant());
        } catch (TaskInstanceException e) {
            log.debug("it is running already", e);
        }
        return "redirect:/history/verification";
    }

    @GetMapping("/history/record.jsonl")
    void download(Principal person, HttpServletResponse response) {
        reach.admitToAll(person.getName());
        export.send(person.getName(), response);
    }

    /** Past every handler that would end a half file properly, with an error page: the server is to cut the connection. */
    @ExceptionHandler
    void passOn(BrokenDownload broken) {
        throw broken;
    }
}
