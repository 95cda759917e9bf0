package org.cabildo.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.cabildo.file.published.FileKind;
import org.cabildo.file.storage.Place;
import org.cabildo.file.storage.Storage;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Service;

/**
 * The files of the tenant in scope. What is not published is seen by its officers only.
 *
 * <p>Bytes are written between two transactions and not within one: a slow storage must hold no connection.
 */
@Service
public class StoredFiles {

    private final FileCatalogue catalogue;
    private final Kinds kinds;
    private final Pictures pictures;
    private final Storage storage;
    private final FileSettings settings;
    private final Tenants tenants;

    StoredFiles(
            FileCatalogue catalogue,
            Kinds kinds,
            Pictures pictures,
            Storage storage,
            FileSettings settings,
            Tenants tenants) {
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.pictures = pictures;
        this.storage = storage;
        this.settings = settings;
        this.tenants = tenants;
    }

    /** What the tenant in scope may keep. */
    public FileSettings.Limits limits() {
        return settings.of(tenants.require(TenantScope.tenant()).slug());
    }

    /**
     * Takes in a file. Equal files are kept once. Until something refers to it, it is kept for a day only.
     *
     * @return the file as it is kept; a picture is drawn anew, without what a camera adds
     * @throws Refused if it is too large, of no accepted kind, more than it says, or arrived in part
     */
    public StoredFile keep(Arrival arrival) {
        var officer = requireWriter();
        var limits = limits();
        try (var spool = new Spool()) {
            var path = spool.take(arrival, limits.most().toBytes());
            var content = Content.of(path);
            var kind = kinds.judge(content);
            var name = FileName.of(arrival.name(), kind);
            if (kind == FileKind.JPEG || kind == FileKind.PNG) {
                path = spool.redrawn();
                pictures.redraw(content, kind, path);
            }
            var file = new StoredFile(Spool.idOf(path), name, kind, Files.size(path));
            if (catalogue.expect(file, officer.name(), limits.quota().toBytes())) {
                storage.keep(place(file.id()), path);
                catalogue.arrived(file.id());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file, whether published or not.
     *
     * @throws org.cabildo.kernel.Unknown if there is none
     */
    public StoredFile require(FileId id) {
        Officer.require(Role.READER);
        return catalogue.require(id);
    }

    /** The same; empty if there is none. */
    public Optional<StoredFile> find(FileId id) {
        Officer.require(Role.READER);
        return catalogue.find(id);
    }

    /**
     * Opens a file, whether published or not; the caller closes it.
     *
     * @throws org.cabildo.kernel.Unknown if there is none
     */
    public InputStream open(FileId id) {
        Officer.require(Role.READER);
        return storage.open(place(catalogue.require(id).id()));
    }

    /**
     * Keeps a file until it is released, without letting the public take it, in the transaction of the draft that refers
     * to it.
     *
     * @throws Refused if it is not there any more
     */
    public StoredFile hold(FileId id) {
        requireWriter();
        return catalogue.hold(id);
    }

    /**
     * Lets a file go that a draft held, in the transaction of the act that replaces it: unless it was published it is
     * kept for a day only, as if it had just been put in.
     */
    public void release(FileId id) {
        Officer.require(Role.EDITOR);
        catalogue.release(id);
    }

    /**
     * Lets the public take a file, in the transaction of the act that refers to it. It is kept for good.
     *
     * @param name under which the public gets it
     * @throws Refused if it is not there any more
     */
    public StoredFile publish(FileId id, String name) {
        requireWriter();
        return catalogue.publish(id, name);
    }

    /** Editors write, and approvers sign what they approve. */
    private static Officer requireWriter() {
        return Officer.require(Officer.current().may(Role.APPROVER) ? Role.APPROVER : Role.EDITOR);
    }

    private static Place place(FileId id) {
        return new Place(TenantScope.tenant(), id.sha256());
    }
}
