package io.countersign.simulator.http.protocol;

import java.util.Map;

/** Writes nested members as XML elements. */
public final class XmlWriter {

    private XmlWriter() {}

    public static String document(String root, String namespace, Map<String, Object> members) {
        var out = new StringBuilder();
        out.append('<').append(root).append(" xmlns=\"").append(namespace).append("\">");
        members.forEach((name, value) -> element(name, value, out));
        return out.append("</").append(root).append(">").toString();
    }

    private static void element(Object name, Object value, StringBuilder out) {
        out.append('<').append(name).append('>');
        if (value instanceof Map<?, ?> members) {
            members.forEach((child, inner) -> element(child, inner, out));
        } else {
            out.append(escape(value.toString()));
        }
        out.append("</").append(name).append('>');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
