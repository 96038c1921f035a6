package io.countersign.identity;

/** Whether the person of the current request has shown a moment ago that it is them. */
public interface FreshSignIn {

    /** Whether they gave a password or another factor within the last five minutes. */
    boolean fresh();

    /** The address of the page that asks for it, and leads back to that path afterwards. */
    String again(String returnPath);
}
