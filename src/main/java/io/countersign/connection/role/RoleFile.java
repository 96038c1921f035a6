package io.countersign.connection.role;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Roles as a file to download. */
final class RoleFile {

    private RoleFile() {}

    static ResponseEntity<String> yaml(String name, String text) {
        return file(name + ".yaml", "application/yaml", text);
    }

    static ResponseEntity<String> terraform(String name, String text) {
        return file(name + ".tf", "text/plain", text);
    }

    private static ResponseEntity<String> file(String name, String type, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }
}
