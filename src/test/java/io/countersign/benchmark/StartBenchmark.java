package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.running.ApplicationProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Measures starts with an AOT cache, beside those of a Spring Boot web application with one page. */
@Benchmark
@EnabledIfSystemProperty(
        named = "benchmark.java25",
        matches = ".+",
        disabledReason = "needs the home of a JDK 25 or later")
class StartBenchmark {

    private static final int STARTS = Integer.getInteger("benchmark.starts", 15);

    /** What {@code spring-boot-starter-webmvc} contains. */
    private static final Pattern BARE_LIBRARIES =
            Pattern.compile("(spring-(core|beans|context|aop|expression|web|webmvc)|spring-boot"
                    + "|spring-boot-(autoconfigure|webmvc|servlet|tomcat|web-server|http-converter|jackson)"
                    + "|tomcat-embed-.*|jackson-.*|logback-.*|slf4j-api|jul-to-slf4j|log4j-.*|micrometer-(commons|observation)"
                    + "|jakarta.annotation-api|commons-logging|jspecify|snakeyaml)-[0-9.]+.*\\.jar");

    private final Path java = Path.of(System.getProperty("benchmark.java25", ""), "bin", "java");

    @Test
    void starts(Results results) throws Exception {
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "benchmark")), "start")
                .toAbsolutePath();
        extract(directory);
        try (BenchmarkDatabaseServer server = BenchmarkDatabaseServer.start()) {
            CachedStart bare = bare(directory);
            CachedStart application = application(directory, server.database());
            bare.train();
            application.train();
            Latencies baseline = new Latencies();
            Latencies answering = new Latencies();
            Latencies ready = new Latencies();
            for (int i = 0; i < STARTS; i++) {
                baseline.add(bare.millisUntil("/login").get(0));
                List<Double> millis = application.millisUntil("/login", "/actuator/health");
                answering.add(millis.get(0));
                ready.add(millis.get(1));
            }
            results.compared(
                    "(i) start with an AOT cache until the sign-in page answers, relative to a bare application",
                    answering.median(),
                    "ms",
                    baseline.median(),
                    2.0);
            results.alone("the same until the replica is ready", ready.median(), "ms", null);
        }
    }

    private void extract(Path directory) throws Exception {
        Process extraction = new ProcessBuilder(
                        java.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        Path.of("target", "countersign.jar").toAbsolutePath().toString(),
                        "extract",
                        "--destination",
                        directory.resolve("countersign").toString())
                .inheritIO()
                .start();
        assertThat(extraction.waitFor()).isZero();
    }

    private CachedStart application(Path directory, SimpleDriverDataSource database) {
        return new CachedStart(
                java,
                directory.resolve("countersign"),
                List.of("-jar", "countersign.jar"),
                List.of(
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + database.getUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword(),
                        "--countersign.people[0].name=lead",
                        "--countersign.people[0].password=" + ApplicationProcess.HASH,
                        "--countersign.people[0].roles=LEAD"));
    }

    /** A class path of an AOT cache contains only jars. */
    private CachedStart bare(Path directory) throws IOException {
        String entry = BareApplication.class.getName().replace('.', '/') + ".class";
        Path jar = directory.resolve("bare.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream classes = new JarOutputStream(file)) {
            classes.putNextEntry(new ZipEntry(entry));
            Files.copy(Path.of("target", "test-classes", entry), classes);
        }
        try (Stream<Path> libraries = Files.list(directory.resolve("countersign/lib"))) {
            String classPath = Stream.concat(Stream.of(jar), libraries.filter(library -> BARE_LIBRARIES
                            .matcher(library.getFileName().toString())
                            .matches()))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
            return new CachedStart(
                    java, directory, List.of("-cp", classPath, BareApplication.class.getName()), List.of());
        }
    }
}
