package io.countersign.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The version of styles, scripts and icons: twelve hexadecimal digits of a digest over their contents. Pages put it into the
 * address of a file, so that browsers can cache the file. A version from the build would not do: it stays the same between two
 * snapshots with different files.
 */
public final class FileVersion {

    public static final String CURRENT = digest();

    private FileVersion() {}

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : find("classpath:/static/*/*")) {
                digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                digest.update(file.getContentAsByteArray());
            }
            for (Resource library : find("classpath*:/META-INF/resources/webjars/*/*/")) {
                // name and version
                digest.update(tail(library).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sorted, so that the order is the same on every machine. */
    private static List<Resource> find(String pattern) throws IOException {
        Stream<Resource> found = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern));
        return found.sorted(Comparator.comparing(FileVersion::tail)).toList();
    }

    private static String tail(Resource resource) {
        String path = resource.getDescription().replace("]", "").replaceFirst("/$", "");
        String[] parts = path.split("/");
        return String.join("/", List.of(parts).subList(Math.max(0, parts.length - 2), parts.length));
    }
}
