import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a receipt of Countersign without Countersign and without a network:
 *
 *     java Verify.java receipt.json [KEY-ID]
 *
 * It needs Java 17. Exit codes: 0 the receipt is right, 1 it is not, 2 it cannot be read. Without a key id it says which key
 * signed, and you compare that with the id your auditor noted: anybody can make a key. The format is in record-format.md.
 */
public class Verify {

    public static void main(String[] args) throws Exception {
        System.exit(run(args));
    }

    static int run(String... args) throws Exception {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java Verify.java receipt.json [KEY-ID]");
            return 2;
        }
        Map<?, ?> receipt;
        try {
            receipt = (Map<?, ?>) new Json(Files.readString(Path.of(args[0]))).whole();
        } catch (java.io.IOException | RuntimeException e) {
            System.err.println("This is no receipt: " + e.getMessage());
            return 2;
        }
        try {
            check(receipt, args.length == 2 ? args[1] : null);
            return 0;
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            System.out.println("REFUSED: " + e.getMessage());
            return 1;
        }
    }

    private static void check(Map<?, ?> receipt, String expectedKey) throws Exception {
        String signed = (String) receipt.get("checkpoint");
        Map<?, ?> checkpoint = (Map<?, ?>) new Json(signed).whole();
        byte[] key = Base64.getDecoder().decode((String) receipt.get("public_key"));
        String keyId = sha256(key).substring(0, 32);
        demand(keyId.equals(checkpoint.get("key")), "the checkpoint names another key than the one in the receipt");
        demand(expectedKey == null || expectedKey.equals(keyId), "signed by key " + keyId + ", not by " + expectedKey);
        demand(isSigned(key, signed, (String) receipt.get("signature")), "the signature does not fit the checkpoint");

        String hash = (String) receipt.get("previous");
        List<String> entries = new ArrayList<>();
        for (Object each : (List<?>) receipt.get("chain")) {
            Map<?, ?> link = (Map<?, ?>) each;
            String entry = (String) link.get("canonical");
            if (entry != null) {
                Object decision = ((Map<?, ?>) new Json(entry).whole()).get("decision_id");
                demand(receipt.get("decision").equals(decision), "an entry is about another decision: " + entry);
                entries.add(entry);
            }
            String digest = entry == null ? (String) link.get("digest") : sha256(utf8(entry));
            hash = sha256(utf8(hash + digest));
        }
        demand(hash.equals(checkpoint.get("entry_hash")), "the entries do not lead to what the checkpoint signed");
        demand(!entries.isEmpty(), "there is no entry in it");

        entries.forEach(System.out::println);
        System.out.println("VERIFIED: " + entries.size() + " entries of decision " + receipt.get("decision")
                + ", signed by checkpoint " + checkpoint.get("number") + " of " + checkpoint.get("time"));
        System.out.println(expectedKey == null
                ? "Compare the key id with the one you trust: " + keyId
                : "The key is the one you named: " + keyId);
    }

    private static void demand(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean isSigned(byte[] key, String text, String signature) throws Exception {
        PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(publicKey);
        check.update(utf8(text));
        try {
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (java.security.SignatureException e) {
            return false;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Reads JSON: objects as maps, arrays as lists, texts, and everything else as the text it is. A member twice is refused. */
    private static class Json {

        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object whole() {
            Object value = value();
            if (next() != 0) {
                throw new IllegalArgumentException("something stands behind the end");
            }
            return value;
        }

        private Object value() {
            char c = next();
            return c == '{' ? object() : c == '[' ? array() : c == '"' ? string() : word();
        }

        private Map<String, Object> object() {
            Map<String, Object> members = new LinkedHashMap<>();
            at++;
            while (next() != '}') {
                next();
                String name = string();
                expect(':');
                if (members.containsKey(name)) {
                    throw new IllegalArgumentException("member " + name + " stands there twice");
                }
                members.put(name, value());
                if (next() != '}') {
                    expect(',');
                }
            }
            at++;
            return members;
        }

        private List<Object> array() {
            List<Object> items = new ArrayList<>();
            at++;
            while (next() != ']') {
                items.add(value());
                if (next() != ']') {
                    expect(',');
                }
            }
            at++;
            return items;
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            expect('"');
            while (peek() != '"') {
                char c = text.charAt(at++);
                string.append(c == '\\' ? escaped() : c);
            }
            at++;
            return string.toString();
        }

        private char escaped() {
            char c = text.charAt(at++);
            if (c == 'u') {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            int known = "bfnrt".indexOf(c);
            return known < 0 ? c : "\b\f\n\r\t".charAt(known);
        }

        private Object word() {
            int from = at;
            while (at < text.length() && "{}[]\":, \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (from == at) {
                throw new IllegalArgumentException("a value is missing at " + at);
            }
            String word = text.substring(from, at);
            return word.equals("null") ? null : word;
        }

        private void expect(char c) {
            if (next() != c) {
                throw new IllegalArgumentException("'" + c + "' is missing at " + at);
            }
            at++;
        }

        private char next() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private char peek() {
            if (at >= text.length()) {
                throw new IllegalArgumentException("a text has no end");
            }
            return text.charAt(at);
        }
    }
}
