package org.cabildo.comment;

import java.util.List;

/**
 * All that was said of a commitment.
 *
 * @param comments in the order in which they were written
 * @param writable whether the officer who looks may write here
 */
public record Talk(List<Comment> comments, boolean writable) {

    public Talk {
        comments = List.copyOf(comments);
    }

    /** Those that are settled. */
    public List<Comment> resolved() {
        return comments.stream().filter(one -> one.resolved() != null).toList();
    }

    /** Those that are not settled, with what stands where one was taken back. */
    public List<Comment> unresolved() {
        return comments.stream().filter(one -> one.resolved() == null).toList();
    }

    /** How many still ask for something. */
    public int open() {
        return (int) comments.stream().filter(Comment::isOpen).count();
    }

    /** How many turn to the officer who looks and are new to them. */
    public int forMe() {
        return (int) comments.stream().filter(Comment::forMe).count();
    }
}
