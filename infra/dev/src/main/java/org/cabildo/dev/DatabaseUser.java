package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system user that runs PostgreSQL, which refuses to be root.
 *
 * <p>A normal user runs it directly. Root runs it in a user namespace, where it may enter every folder of root but is
 * no longer root; where namespaces are forbidden (many containers), as another user, who must own the data.
 *
 * @param prefix what a command line begins with
 * @param name the other user, if the files must belong to one
 */
record DatabaseUser(List<String> prefix, Optional<String> name) {

    /**
     * Finds the user for this machine.
     *
     * @throws CannotStart if root finds no way to step down
     */
    static DatabaseUser find() {
        if (!isRoot()) {
            return new DatabaseUser(List.of(), Optional.empty());
        }
        if (Command.works("unshare", "-U", "true")) {
            return new DatabaseUser(List.of("unshare", "-U"), Optional.empty());
        }
        return Stream.of("postgres", "nobody")
                .map(DatabaseUser::named)
                .filter(user -> user.runs("true"))
                .findFirst()
                .orElseThrow(
                        () -> new CannotStart(
                                "PostgreSQL does not run as root: call this as a normal user, or install util-linux (setpriv)."));
    }

    /** Finds the user for data that may exist already: whoever owns it goes on with it. */
    static DatabaseUser find(Path data) {
        try {
            if (Files.exists(data) && isRoot()) {
                var owner = Files.getOwner(data, LinkOption.NOFOLLOW_LINKS).getName();
                return owner.equals("root") ? find() : named(owner);
            }
            return find();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not look at " + data, e);
        }
    }

    private static boolean isRoot() {
        return Command.run(List.of("id", "-u")).orFail().said().equals("0");
    }

    private static DatabaseUser named(String name) {
        var setpriv = List.of("setpriv", "--reuid=" + name, "--regid=" + groupOf(name), "--clear-groups");
        return new DatabaseUser(setpriv, Optional.of(name));
    }

    private static String groupOf(String name) {
        var group = Command.run(List.of("id", "-g", name));
        return group.worked() ? group.said() : name;
    }

    /** Puts the words that change the user before a command. */
    List<String> as(List<String> words) {
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    /** Tells whether this user may use a folder that exists. */
    boolean mayEnter(Path folder) {
        return runs("test", "-x", folder.toString());
    }

    private boolean runs(String... words) {
        var all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return Command.works(all.toArray(String[]::new));
    }

    /** Gives a file or a whole folder to this user. */
    void own(Path path) {
        name.ifPresent(owner -> give(path, owner));
    }

    private static void give(Path path, String owner) {
        try {
            var lookup = path.getFileSystem().getUserPrincipalLookupService();
            var user = lookup.lookupPrincipalByName(owner);
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    return visitFile(folder, attributes);
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                                .setOwner(user);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Could not give " + path + " to " + owner, e);
        }
    }
}
