package io.countersign.history;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.audit.verification.VerificationService;
import io.countersign.identity.CanRead;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows the result of the verification, starts it, and serves the file for independent verification. */
@Controller
@CanRead
class VerificationController {

    private static final Logger log = LoggerFactory.getLogger(VerificationController.class);
    private static final TaskInstanceId JOB = TaskInstanceId.of(VerificationService.JOB, RecurringTask.INSTANCE);

    private final VerificationPage page;
    private final VerificationRepository verification;
    private final AuditLogDownload download;
    private final HistoryAccess access;
    private final SchedulerClient scheduler;
    private final InstantSource clock;

    VerificationController(
            VerificationPage page,
            VerificationRepository verification,
            AuditLogDownload download,
            HistoryAccess access,
            SchedulerClient scheduler,
            InstantSource clock) {
        this.page = page;
        this.verification = verification;
        this.download = download;
        this.access = access;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @GetMapping("/history/verification")
    String show(Principal person, Model model) {
        model.addAttribute("logFile", download.fileName());
        model.addAttribute("verification", page.view(access.all(person.getName())));
        return "history/verification";
    }

    /** All replicas share one job: a request during a run shows that run. */
    @PostMapping("/history/verification")
    String start() {
        verification.requested(clock.instant());
        try {
            scheduler.reschedule(JOB, clock.instant());
        } catch (TaskInstanceException e) {
            log.debug("it is running already", e);
        }
        return "redirect:/history/verification";
    }

    @GetMapping("/history/log.jsonl")
    void download(Principal person, HttpServletResponse response) {
        access.admitToAll(person.getName());
        download.send(person.getName(), response);
    }

    /** Bypasses the error pages, so that the server aborts the connection instead of completing a partial file. */
    @ExceptionHandler
    void passOn(DownloadAbortedException broken) {
        throw broken;
    }
}
