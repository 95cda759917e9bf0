package org.cabildo.portal.page;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Component;

/**
 * Says of which state a page is: what is published, the day it is read (a milestone becomes late by itself), how the
 * directory describes the tenants on it, and the build that renders it. Equal marks mean equal pages.
 */
@Component
public class Freshness {

    private final Published published;
    private final Build build;
    private final Clock clock;

    Freshness(Published published, Build build, Clock clock) {
        this.published = published;
        this.build = build;
        this.clock = clock;
    }

    /**
     * The state of a page: what it is cached under and its ETag.
     *
     * @param owner whose page, in keys
     * @param digest of everything the page depends on
     * @param typed whether part of that is what a reader typed: of those there are as many as anybody likes
     */
    public record Mark(String owner, String digest, boolean typed) {

        /** The mark of a page that shows nothing which a reader typed. */
        public Mark(String owner, String digest) {
            this(owner, digest, false);
        }
    }

    /** The mark of a page that shows what the visited tenant has published. */
    public Mark of(Visit visit) {
        return mark(visit, tenantState(visit.tenant()));
    }

    /**
     * The mark of a page that shows what the visited tenant and others have published.
     *
     * @param facts of the platform that it shows besides
     */
    public Mark of(Visit visit, Collection<Tenant> others, Object facts) {
        var state = new StringBuilder(tenantState(visit.tenant())).append('\n').append(facts);
        others.forEach(other -> state.append('\n').append(tenantState(other)));
        return mark(visit, state.toString());
    }

    /** The mark of a page that shows what another tenant has published, as the visited portal looks. */
    public Mark of(Visit visit, Tenant owner) {
        return mark(visit, tenantState(visit.tenant()) + "\n" + tenantState(owner));
    }

    /** The mark of a page of the nation that shows this state of the directory. */
    public Mark ofNation(Visit visit, String directory) {
        return mark(visit, directory);
    }

    /**
     * The mark of what shows nothing but this, wherever it is read.
     *
     * @param content all that it shows, or what stands for it
     */
    public Mark ofContent(Tenant owner, Language language, Object content) {
        var all = String.join("\n", build.name(), language.code(), owner.toString(), content.toString());
        return new Mark(owner.id().toString(), Digest.of(all.getBytes(StandardCharsets.UTF_8)));
    }

    private String tenantState(Tenant tenant) {
        return tenant + "/" + published.versionOf(tenant.id()) + "/" + today(tenant);
    }

    /** The tenant's date. */
    public LocalDate today(Tenant tenant) {
        return LocalDate.now(clock.withZone(tenant.zone()));
    }

    /** Which day it is where they are: what is promised becomes late by itself. */
    public SortedSet<LocalDate> days(Collection<Tenant> tenants) {
        return tenants.stream()
                .map(Tenant::zone)
                .distinct()
                .map(zone -> LocalDate.now(clock.withZone(zone)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Mark mark(Visit visit, String state) {
        var all = String.join(
                "\n", build.name(), visit.language().code(), visit.prefix(), visit.path(), visit.search(), state);
        return new Mark(
                visit.place().map(tenant -> tenant.id().toString()).orElse("nation"),
                Digest.of(all.getBytes(StandardCharsets.UTF_8)),
                !visit.search().isEmpty());
    }
}
