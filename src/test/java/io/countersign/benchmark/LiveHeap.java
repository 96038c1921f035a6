package io.countersign.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures the live heap of another JVM after a garbage collection. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +[0-9]+ +([0-9]+)");

    private LiveHeap() {}

    /** The histogram of the JDK collects garbage first and counts only live objects. */
    static double megabytes(long pid) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(printed);
        if (!total.find()) {
            throw new IOException("jcmd said: " + printed);
        }
        return Long.parseLong(total.group(1)) / 1024.0 / 1024.0;
    }
}
