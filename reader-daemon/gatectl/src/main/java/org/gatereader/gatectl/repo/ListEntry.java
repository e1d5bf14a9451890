package org.gatereader.gatectl.repo;

/**
 * One place in a status list.
 *
 * @param uri the list's, byte for byte
 * @param index from 0
 */
public record ListEntry(String uri, long index) implements Comparable<ListEntry> {
    @Override
    public int compareTo(ListEntry other) {
        int byUri = uri.compareTo(other.uri);
        return byUri != 0 ? byUri : Long.compare(index, other.index);
    }

    /** As a person writes it: {@code https://st.example/1#4711}. */
    @Override
    public String toString() {
        return uri + "#" + index;
    }
}
