package io.countersign.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Answers with the status as plain text where Tomcat refuses a request before the application sees it. */
class PlainErrorReport extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(PlainErrorReport.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = withoutBlame(response.getStatus());
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setStatus(status);
        // after a failure, Tomcat has reset the response
        SecurityHeaders.set(request, response);
        response.setContentType("text/plain");
        response.setCharacterEncoding("utf-8");
        HttpStatus known = HttpStatus.resolve(status);
        try {
            response.getReporter().write(status + (known == null ? "" : " " + known.getReasonPhrase()) + "\n");
            response.finishResponse();
        } catch (IOException gone) {
            log.debug("The client is gone", gone);
        }
    }

    /** Tomcat answers 501 and 505 to an unknown method, coding or version, which are errors of the client. */
    private static int withoutBlame(int status) {
        return status == 501 || status == 505 ? 400 : status;
    }
}
