import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
 * It needs Java 17. Exit codes: 0 the receipt is right, 1 it is not, 2 it cannot be read, 4 it is consistent, but no trusted key
 * vouches for it. Name the key ID that your auditor noted: every person can create a key. The format is in audit-log-format.md.
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
        Map<String, ?> receipt;
        try {
            receipt = new Json(Files.readString(Path.of(args[0]))).whole();
        } catch (java.nio.charset.CharacterCodingException e) {
            System.err.println("This is no receipt: it is no text in UTF-8");
            return 2;
        } catch (java.io.IOException e) {
            System.err.println("The file cannot be read: " + e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            System.err.println("This is no receipt: " + e.getMessage());
            return 2;
        }
        try {
            check(receipt, args.length == 2 ? args[1] : null);
            return args.length == 2 ? 0 : 4;
        } catch (IllegalArgumentException e) {
            System.out.println("REFUSED: " + e.getMessage());
            return 1;
        }
    }

    private static void check(Map<String, ?> receipt, String expectedKey) throws Exception {
        exactly(
                "the receipt",
                receipt,
                "receipt",
                "decision",
                "checkpoint",
                "signature",
                "public_key",
                "previous",
                "chain");
        demand(number(receipt, "receipt") == 1, "the receipt is of another version than 1");
        long decision = number(receipt, "decision");
        String signed = text(receipt, "checkpoint");
        Map<String, ?> checkpoint = new Json(signed).whole();
        exactly(
                "the checkpoint",
                checkpoint,
                "entry_hash",
                "entry_seq",
                "key",
                "number",
                "previous",
                "time",
                "v");
        demand(number(checkpoint, "v") == 1, "the checkpoint is of another version than 1");
        byte[] key = base64(receipt, "public_key");
        String keyId = sha256(key).substring(0, 32);
        demand(keyId.equals(text(checkpoint, "key")), "the checkpoint names another key than the one in the receipt");
        demand(expectedKey == null || expectedKey.equals(keyId), "signed by key " + keyId + ", not by " + expectedKey);
        demand(isSigned(key, signed, base64(receipt, "signature")), "the signature does not fit the checkpoint");

        String hash = hash(receipt, "previous");
        List<String> entries = new ArrayList<>();
        demand(receipt.get("chain") instanceof List, "chain is no list");
        for (Object each : (List<?>) receipt.get("chain")) {
            demand(each instanceof Map, "a link of the chain is no object");
            @SuppressWarnings("unchecked")
            Map<String, ?> link = (Map<String, ?>) each;
            boolean own = link.containsKey("canonical");
            exactly("a link of the chain", link, own ? "canonical" : "digest");
            if (own) {
                String entry = text(link, "canonical");
                Map<String, ?> members = new Json(entry).whole();
                demand(members.get("decision_id") instanceof Long about && about == decision,
                        "an entry is about another decision: " + entry);
                entries.add(entry);
            }
            hash = sha256(utf8(hash + (own ? sha256(utf8(text(link, "canonical"))) : hash(link, "digest"))));
        }
        demand(hash.equals(text(checkpoint, "entry_hash")), "the entries do not lead to what the checkpoint signed");
        demand(!entries.isEmpty(), "there is no entry in it");

        entries.forEach(System.out::println);
        System.out.println((expectedKey == null ? "CONSISTENT, BUT NOT VOUCHED FOR: " : "VERIFIED: ") + entries.size() + " entries of decision " + decision
                + ", signed by checkpoint " + number(checkpoint, "number") + " of " + text(checkpoint, "time"));
        System.out.println(expectedKey == null
                ? "Compare the key ID with the one that you trust, and name it: " + keyId
                : "The key is the one you named: " + keyId);
    }

    private static void exactly(String what, Map<String, ?> members, String... names) {
        for (String name : names) {
            demand(members.containsKey(name), what + " has no member " + name);
        }
        for (String name : members.keySet()) {
            demand(List.of(names).contains(name), what + " has a member that does not belong to it: " + name);
        }
    }

    private static long number(Map<String, ?> members, String name) {
        demand(members.get(name) instanceof Long, name + " is no whole number");
        return (Long) members.get(name);
    }

    private static String text(Map<String, ?> members, String name) {
        demand(members.get(name) instanceof String, name + " is no text");
        return (String) members.get(name);
    }

    private static String hash(Map<String, ?> members, String name) {
        String hash = text(members, name);
        demand(hash.matches("[0-9a-f]{64}"), name + " is no hash");
        return hash;
    }

    private static byte[] base64(Map<String, ?> members, String name) {
        String text = text(members, name);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            demand(Base64.getEncoder().encodeToString(bytes).equals(text), name + " is no base64");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is no base64");
        }
    }

    private static void demand(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean isSigned(byte[] key, String text, byte[] signature) {
        try {
            PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey);
            check.update(utf8(text));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Reads an object of JSON: objects as maps, arrays as lists, texts, whole numbers, null. All else is refused, and a member twice. */
    private static class Json {

        private static final int DEEPEST = 8;

        private final String text;
        private int at;
        private int depth;

        Json(String text) {
            this.text = text;
        }

        Map<String, Object> whole() {
            if (next() != '{') {
                throw new IllegalArgumentException("it is no object of JSON");
            }
            Map<String, Object> value = object();
            next();
            if (at < text.length()) {
                throw new IllegalArgumentException("something stands behind the end");
            }
            return value;
        }

        private Object value() {
            char c = next();
            return c == '{' ? object() : c == '[' ? array() : c == '"' ? string() : word();
        }

        private void enter() {
            at++;
            if (++depth > DEEPEST) {
                throw new IllegalArgumentException("it is nested too deep");
            }
        }

        private void leave() {
            at++;
            depth--;
        }

        private Map<String, Object> object() {
            Map<String, Object> members = new LinkedHashMap<>();
            enter();
            if (next() != '}') {
                member(members);
                while (next() != '}') {
                    expect(',');
                    member(members);
                }
            }
            leave();
            return members;
        }

        private void member(Map<String, Object> members) {
            String name = string();
            expect(':');
            if (members.containsKey(name)) {
                throw new IllegalArgumentException("member " + name + " stands there twice");
            }
            members.put(name, value());
        }

        private List<Object> array() {
            List<Object> items = new ArrayList<>();
            enter();
            if (next() != ']') {
                items.add(value());
                while (next() != ']') {
                    expect(',');
                    items.add(value());
                }
            }
            leave();
            return items;
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            expect('"');
            for (char c = take(); c != '"'; c = take()) {
                if (c < ' ') {
                    throw new IllegalArgumentException("a control character stands in a text at " + at);
                }
                string.append(c == '\\' ? escaped() : c);
            }
            return string.toString();
        }

        private char escaped() {
            char c = take();
            if (c == 'u') {
                String digits = "" + take() + take() + take() + take();
                if (!digits.matches("[0-9a-fA-F]{4}")) {
                    throw new IllegalArgumentException("four digits are missing at " + at);
                }
                return (char) Integer.parseInt(digits, 16);
            }
            int known = "bfnrt\"\\/".indexOf(c);
            if (known < 0) {
                throw new IllegalArgumentException("an unknown character stands behind \\ at " + at);
            }
            return "\b\f\n\r\t\"\\/".charAt(known);
        }

        private Object word() {
            int from = at;
            while (at < text.length() && "{}[]\":, \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.equals("null")) {
                return null;
            }
            if (!word.matches("0|-?[1-9][0-9]{0,17}")) {
                throw new IllegalArgumentException("neither a text nor a whole number nor null stands at " + from);
            }
            return Long.valueOf(word);
        }

        private void expect(char c) {
            if (next() != c) {
                throw new IllegalArgumentException("'" + c + "' is missing at " + at);
            }
            at++;
        }

        /** The character behind the space. */
        private char next() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private char take() {
            if (at >= text.length()) {
                throw new IllegalArgumentException("a text has no end");
            }
            return text.charAt(at++);
        }
    }
}
